// Vector scaling: a scale and a bias for each class of a softmax head.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace emo::metrics {

/// p = softmax(scale * z + bias), one of each per class; the biases have mean 0 (the common part has no effect).
struct VectorScaling {
  std::vector<double> scale, bias;
};

/// Minimises the mean of -sum_k q_k ln p_k plus a ridge of `ridge` rows that pulls towards scale 1, bias 0 (which keeps
/// the fit finite on separable data, and the bias of a class that the data does not show from falling without end).
/// Convex; Newton steps with backtracking (Guo et al. 2017, section 4.2). No rows: the identity.
/// Shapes: logits and targets row-major [n, classes]; a target row sums to 1, a row of zeros is left out.
VectorScaling fit_vector_scaling(std::span<const float> logits, std::span<const float> targets, std::size_t classes,
                                 double ridge = 5);

}  // namespace emo::metrics
