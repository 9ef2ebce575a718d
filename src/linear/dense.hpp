// Multinomial logistic regression on dense features: the floor for anything that is not text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::linear {

struct DenseOptions {
  int epochs = 12;
  double learning_rate = 0.05;  ///< AdaGrad's
  double l2 = 1e-5;             ///< pull to 0 per step, relative to the learning rate
  std::size_t batch = 16;
  std::uint64_t seed = 1;
};

/// K x D weights and K biases. Immutable use is thread-safe.
struct DenseModel {
  std::size_t features = 0, classes = 0;
  std::vector<float> weights;  ///< row-major [K, D]
  std::vector<float> bias;     ///< [K]

  /// K probabilities (softmax) of one row of D features.
  void predict(std::span<const float> row, std::span<float> probabilities) const;
};

/// Minimises the mean cross-entropy by AdaGrad on batches in seeded order (Duchi et al. 2011). Features should be of
/// like size (about unit length a row). Rows with label -1 are left out. Deterministic for a seed.
/// Shapes: x row-major [n, features], labels [n] in -1..classes-1. Precondition: features, classes > 0.
DenseModel train_dense(std::span<const float> x, std::span<const std::int32_t> labels, std::size_t features,
                       std::size_t classes, const DenseOptions& options = {});

}  // namespace emo::linear
