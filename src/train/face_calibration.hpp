// From logits to probabilities that can be believed, fitted on development faces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::train {

/// p = softmax(z / temperature + bias).
struct HeadCalibration {
  double temperature = 1;
  std::vector<double> bias;  ///< [K]; empty = zeros
};

/// Logits of the same faces, one [n, K] row-major for each view (the face, or the face and its mirror image).
using ViewLogits = std::vector<std::vector<float>>;

/// Temperature first, then the bias for rare classes (metrics::rare_class_bias) whose floor gives the best macro-F1 of
/// the mean over the views, then the temperature again, because the shifted logits are no longer calibrated.
/// `class_counts` [K]: how often each class was seen in training; gold [n]. Without rows: the identity. Precondition:
/// at least one view, each of n * K logits.
HeadCalibration calibrate_head(const ViewLogits& views, std::span<const std::int32_t> gold,
                               std::span<const std::uint64_t> class_counts);

/// softmax(z / temperature + bias) of each row.
std::vector<float> calibrated_probabilities(std::span<const float> logits, std::size_t classes,
                                            const HeadCalibration& calibration);

/// Their mean over the views: [n, K].
std::vector<float> mean_probabilities(const ViewLogits& views, std::size_t classes, const HeadCalibration& calibration);

}  // namespace emo::train
