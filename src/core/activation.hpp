// From logits to probabilities. What a head's calibration adds is pipeline/head_activation's.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace emo::core {

/// Of the labels of a head one (softmax), or each on its own (sigmoid).
enum class HeadActivation : std::uint8_t { kSoftmax, kSigmoid };

/// The logistic function, 0..1.
template <class T>
T logistic(T z) {
  return 1 / (1 + std::exp(-z));
}

/// Softmax in place: values of 0..1 that sum to 1, however large the logits are. Precondition: not empty.
template <class T>
void softmax(std::span<T> z) {
  const T largest = *std::max_element(z.begin(), z.end());
  T sum = 0;
  for (T& value : z) sum += value = std::exp(value - largest);
  for (T& value : z) value /= sum;
}

/// ln of the sum of exp(z), in double and however large the logits are. Precondition: not empty.
template <class T>
double log_sum_exp(std::span<const T> z) {
  const auto largest = static_cast<double>(*std::max_element(z.begin(), z.end()));
  double sum = 0;
  for (const T value : z) sum += std::exp(static_cast<double>(value) - largest);
  return std::log(sum) + largest;
}

/// What the logits of one head say, in place. Precondition: not empty.
template <class T>
void activate(HeadActivation activation, std::span<T> z) {
  if (activation == HeadActivation::kSoftmax) return softmax(z);
  for (T& value : z) value = logistic(value);
}

}  // namespace emo::core
