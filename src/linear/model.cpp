// Running a linear n-gram model. Training is in trainer.cpp; it is no file, no bundle and no
// TextRecognizer, so src/pipeline does not know it: evaluations reach it by eval/text_scorer.
#include "linear/model.hpp"

#include <algorithm>
#include <set>

#include "core/activation.hpp"
#include "text/utf8.hpp"

namespace emo::linear {
namespace {

constexpr std::size_t kMaxLabels = 1000;

Error invalid_model(std::string message) {
  return {ErrorCode::kInvalidModel, "linear model: " + std::move(message)};
}

bool all_finite(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

}  // namespace

Result<Model> Model::create(Parameters parameters) {
  EMO_TRY(validate(parameters.features));
  const std::size_t classes = parameters.labels.size();
  if (classes == 0 || classes > kMaxLabels) {
    return invalid_model("it has " + std::to_string(classes) + " labels, expected 1 to 1000");
  }
  std::set<std::string_view> names;
  for (const std::string& label : parameters.labels) {
    if (label.empty() || !names.insert(label).second)
      return invalid_model("label '" + label + "' is empty or repeated");
  }
  const std::size_t expected = (std::size_t{1} << static_cast<unsigned>(parameters.features.hash_bits)) * classes;
  if (parameters.weights.size() != expected || parameters.bias.size() != classes) {
    return invalid_model("weights have " + std::to_string(parameters.weights.size()) + " values and bias " +
                         std::to_string(parameters.bias.size()) + ", expected " + std::to_string(expected) + " and " +
                         std::to_string(classes));
  }
  if (!all_finite(parameters.weights) || !all_finite(parameters.bias)) return invalid_model("a weight is not finite");
  if (!(parameters.temperature > 0) || !std::isfinite(parameters.temperature)) {
    return invalid_model("temperature is " + std::to_string(parameters.temperature) + ", expected a positive number");
  }
  if (!parameters.thresholds.empty() && parameters.thresholds.size() != classes) {
    return invalid_model("it has " + std::to_string(parameters.thresholds.size()) + " thresholds for " +
                         std::to_string(classes) + " labels");
  }
  return Model(std::move(parameters));
}

std::vector<float> Model::logits(std::span<const Feature> features) const {
  const std::size_t classes = parameters_.labels.size();
  std::vector<float> result = parameters_.bias;
  for (const Feature& feature : features) {
    const float* row = &parameters_.weights[static_cast<std::size_t>(feature.index) * classes];
    for (std::size_t k = 0; k < classes; ++k) result[k] += feature.value * row[k];
  }
  return result;
}

Result<std::vector<float>> Model::predict(std::string_view utf8) const {
  EMO_TRY(text::validate_utf8(utf8));
  std::vector<float> scores = logits(extract(utf8, parameters_.features));
  activate(scores, parameters_.activation, parameters_.temperature);
  return scores;
}

void activate(std::span<float> logits, core::HeadActivation activation, double temperature) {
  const auto scale = static_cast<float>(1 / temperature);
  for (float& z : logits) z *= scale;
  core::activate(activation, logits);
}

}  // namespace emo::linear
