// A linear n-gram classifier: the honest floor that every larger model has to beat.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "linear/features.hpp"

namespace emo::linear {

/// Everything a trained model is. Weights are row-major [2^hash_bits, K], so that one feature touches one cache line or
/// two.
struct Parameters {
  std::vector<std::string> labels;  ///< K names, in score order
  core::HeadActivation activation = core::HeadActivation::kSoftmax;
  FeatureOptions features;
  std::vector<float> weights;
  std::vector<float> bias;         ///< [K]
  double temperature = 1;          ///< logits are divided by it
  std::vector<double> thresholds;  ///< [K], sigmoid only; empty = 0.5
};

/// Immutable and thread-safe.
class Model {
 public:
  /// Errors: kInvalidModel naming the extent, label or value that does not fit.
  static Result<Model> create(Parameters parameters);

  [[nodiscard]] const Parameters& parameters() const { return parameters_; }
  [[nodiscard]] std::size_t classes() const { return parameters_.labels.size(); }

  /// K logits: bias + sum of weights, before temperature. Precondition: feature indices < 2^hash_bits.
  [[nodiscard]] std::vector<float> logits(std::span<const Feature> features) const;
  /// K calibrated probabilities of one text. Errors: kInvalidInput (not valid UTF-8).
  [[nodiscard]] Result<std::vector<float>> predict(std::string_view utf8) const;

 private:
  explicit Model(Parameters parameters) : parameters_(std::move(parameters)) {}
  Parameters parameters_;
};

/// Softmax or sigmoid of logits / temperature, in place. Shape: [K].
void activate(std::span<float> logits, core::HeadActivation activation, double temperature);

}  // namespace emo::linear
