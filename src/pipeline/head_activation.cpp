// Temperature, bias, softmax and sigmoid. Does not decide anything: labels and abstention are elsewhere.
#include "pipeline/head_activation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/assert.hpp"

namespace emo::pipeline {
namespace {

constexpr double kDefaultThreshold = 0.5;

double calibrated(const io::HeadManifest& head, std::span<const float> logits, std::size_t i) {
  const double bias = head.bias.empty() ? 0.0 : head.bias[i];
  return static_cast<double>(logits[i]) / head.temperature + bias;
}

}  // namespace

Result<void> activate(const io::HeadManifest& head, std::span<const float> logits, std::span<float> probabilities) {
  EMO_ASSERT(logits.size() == head.labels.size() && probabilities.size() == logits.size());
  double largest = -INFINITY;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const double z = calibrated(head, logits, i);
    if (!std::isfinite(z)) {
      return Error{ErrorCode::kInvalidModel, "head '" + head.name + "' gave a logit that is not finite for label '" +
                                                 head.labels[i] + "'; the weights are damaged"};
    }
    largest = std::max(largest, z);
  }
  if (head.activation == core::HeadActivation::kSigmoid) {
    for (std::size_t i = 0; i < logits.size(); ++i) {
      probabilities[i] = static_cast<float>(1.0 / (1.0 + std::exp(-calibrated(head, logits, i))));
    }
    return {};
  }
  double sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) sum += std::exp(calibrated(head, logits, i) - largest);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = static_cast<float>(std::exp(calibrated(head, logits, i) - largest) / sum);
  }
  return {};
}

double threshold(const io::HeadManifest& head, std::size_t index) {
  return head.thresholds.empty() ? kDefaultThreshold : head.thresholds[index];
}

}  // namespace emo::pipeline
