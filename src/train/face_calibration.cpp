// Calibration of single-choice heads. The fits themselves are metrics'.
#include "train/face_calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "metrics/logit_fit.hpp"

namespace emo::train {
namespace {

constexpr std::array<double, 8> kTaus{0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0};

}  // namespace

HeadCalibration calibrate_head(std::span<const float> logits, std::span<const std::int32_t> gold,
                               std::span<const std::uint64_t> class_counts) {
  const std::size_t k = class_counts.size();
  HeadCalibration out;
  if (gold.empty()) return out;
  const double first = metrics::fit_temperature(logits, gold, k);
  std::vector<float> shifted(logits.begin(), logits.end());
  for (float& z : shifted) z = static_cast<float>(static_cast<double>(z) / first);
  out.tau = metrics::search_adjustment(shifted, gold, class_counts, kTaus);
  out.bias = metrics::logit_adjustment(class_counts, out.tau);
  for (std::size_t i = 0; i < shifted.size(); ++i) shifted[i] += static_cast<float>(out.bias[i % k]);
  const double second = metrics::fit_temperature(shifted, gold, k);
  out.temperature = first * second;
  for (double& b : out.bias) b /= second;
  return out;
}

std::vector<float> calibrated_probabilities(std::span<const float> logits, std::size_t classes,
                                            const HeadCalibration& calibration) {
  std::vector<float> out(logits.size());
  for (std::size_t row = 0; row < logits.size(); row += classes) {
    std::vector<double> z(classes);
    for (std::size_t k = 0; k < classes; ++k) {
      z[k] = static_cast<double>(logits[row + k]) / calibration.temperature +
             (calibration.bias.empty() ? 0.0 : calibration.bias[k]);
    }
    const double top = *std::max_element(z.begin(), z.end());
    double sum = 0;
    for (double& value : z) sum += value = std::exp(value - top);
    for (std::size_t k = 0; k < classes; ++k) out[row + k] = static_cast<float>(z[k] / sum);
  }
  return out;
}

}  // namespace emo::train
