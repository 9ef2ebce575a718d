// Temperature, scale, bias, softmax, sigmoid, isotonic maps. Does not decide anything: see head_decision.cpp. The
// numbers come from the manifest and were fitted by src/eval and src/metrics.
#include "pipeline/head_activation.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/activation.hpp"
#include "core/assert.hpp"
#include "core/interpolation.hpp"

namespace emo::pipeline {
namespace {

constexpr double kDefaultThreshold = 0.5;

}  // namespace

void apply_isotonic(const io::HeadManifest& head, std::span<float> probabilities) {
  if (!head.calibration || head.calibration->isotonic.empty()) return;
  EMO_ASSERT(head.calibration->isotonic.size() == probabilities.size());
  double sum = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const auto& map = head.calibration->isotonic[i];
    probabilities[i] = static_cast<float>(core::piecewise_linear(map.x, map.y, static_cast<double>(probabilities[i])));
    sum += static_cast<double>(probabilities[i]);
  }
  if (head.activation == core::HeadActivation::kSigmoid) return;
  for (float& p : probabilities) {
    p = sum > 0 ? static_cast<float>(static_cast<double>(p) / sum) : 1.0F / static_cast<float>(probabilities.size());
  }
}

Result<void> activate(const io::HeadManifest& head, std::span<const float> logits, std::span<float> probabilities) {
  EMO_ASSERT(logits.size() == head.labels.size() && probabilities.size() == logits.size());
  const bool softmax = head.activation == core::HeadActivation::kSoftmax;
  const bool scaled = head.calibration && !head.calibration->scale.empty();
  std::vector<double> z(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const double bias = head.bias.empty() ? 0.0 : head.bias[i];
    z[i] = static_cast<double>(logits[i]) / head.temperature + bias;
    if (!std::isfinite(z[i])) {
      return Error{ErrorCode::kInvalidModel, "head '" + head.name + "' gave a logit that is not finite for label '" +
                                                 head.labels[i] + "'; the weights are damaged"};
    }
  }
  if (scaled) {
    // Log-probabilities, not logits: those are free up to a constant, which scales per class would not cancel.
    const double shift = softmax ? core::log_sum_exp(std::span<const double>(z)) : 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
      z[i] = head.calibration->scale[i] * (z[i] - shift) + head.calibration->bias[i];
    }
  }
  core::activate(head.activation, std::span(z));
  std::transform(z.begin(), z.end(), probabilities.begin(), [](double p) { return static_cast<float>(p); });
  apply_isotonic(head, probabilities);
  return {};
}

double threshold(const io::HeadManifest& head, std::size_t index) {
  return head.thresholds.empty() ? kDefaultThreshold : head.thresholds[index];
}

}  // namespace emo::pipeline
