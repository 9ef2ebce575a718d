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
  double tau = 0;            ///< strength of the logit adjustment behind the bias
};

/// Temperature first, then the logit adjustment (Menon et al. 2021) whose tau gives the best macro-F1, then the
/// temperature again, because the shifted logits are no longer calibrated. `class_counts` [K]: how often each class was
/// seen in training. Shapes: logits [n, K] row-major, gold [n]. Without rows: the identity.
HeadCalibration calibrate_head(std::span<const float> logits, std::span<const std::int32_t> gold,
                               std::span<const std::uint64_t> class_counts);

/// softmax(z / temperature + bias) of each row.
std::vector<float> calibrated_probabilities(std::span<const float> logits, std::size_t classes,
                                            const HeadCalibration& calibration);

}  // namespace emo::train
