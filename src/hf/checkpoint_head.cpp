// Decides about the head by config.json and by the names and shapes of the weights. Its numbers are checkpoint.cpp's.
#include "hf/checkpoint_head.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/labels.hpp"
#include "core/quote.hpp"

namespace emo::hf {
namespace {

/// For each of `names` the one label that means it; nullopt where they are not the same set.
template <class Names>
std::optional<std::vector<std::size_t>> places_of(const std::vector<std::string>& labels, const Names& names) {
  if (labels.size() != names.size()) return std::nullopt;
  std::vector<std::string> canonical;
  canonical.reserve(labels.size());
  for (const auto& label : labels) canonical.push_back(core::canonical_label(label));
  std::vector<std::size_t> places;
  for (const std::string_view name : names) {
    const auto found = std::find(canonical.begin(), canonical.end(), name);
    if (found == canonical.end()) return std::nullopt;
    places.push_back(static_cast<std::size_t>(found - canonical.begin()));
  }
  return places;
}

/// A head whose labels are those of one of our taxonomies, with its activation, gets that taxonomy's usual name and
/// order.
void name_head(CheckpointHead& head) {
  const std::vector<std::string> labels = head.manifest.labels;
  const bool softmax = head.manifest.activation == core::HeadActivation::kSoftmax;
  const auto take = [&](std::optional<std::vector<std::size_t>> places, const char* name, const char* taxonomy) {
    if (!places) return;
    head.manifest.name = name;
    head.manifest.taxonomy = taxonomy;
    for (std::size_t k = 0; k < places->size(); ++k) head.manifest.labels[k] = labels[(*places)[k]];
    head.rows = std::move(*places);
  };
  head.manifest.name = "labels";
  head.manifest.taxonomy = "custom";
  head.rows.resize(labels.size());
  for (std::size_t k = 0; k < labels.size(); ++k) head.rows[k] = k;
  if (softmax) {
    take(places_of(labels, core::basic_names()), "basic", "basic7");
    take(places_of(labels, core::polarity_names()), "sentiment", "polarity3");
  } else {
    take(places_of(labels, core::fine_names()), "emotions", "goemotions28");
  }
}

Result<void> check_shape(const Weights& weights, const std::string& name, const core::Shape& shape) {
  const auto found = weights.tensors().find(name);
  const std::string tensor = "tensor " + core::quoted(name);
  if (found == weights.tensors().end()) {
    return Error{ErrorCode::kInvalidModel, tensor + " is missing, expected shape " + core::to_string(shape)};
  }
  if (found->second.shape == shape) return {};
  return Error{ErrorCode::kInvalidModel,
               tensor + " has shape " + core::to_string(found->second.shape) + ", expected " + core::to_string(shape)};
}

/// The number of classes of a whole classifier.
Result<std::int64_t> classes_of(const Weights& weights, const HeadScheme& scheme) {
  const auto it = weights.tensors().find(scheme.out + ".weight");
  if (it == weights.tensors().end() || it->second.shape.size() != 2 || it->second.shape[0] < 1) {
    return Error{ErrorCode::kInvalidModel,
                 "tensor " + core::quoted(scheme.out + ".weight") + " of the classifier is missing or no matrix"};
  }
  const std::int64_t classes = it->second.shape[0], width = it->second.shape[1];
  EMO_TRY(check_shape(weights, scheme.out + ".bias", {classes}));
  EMO_TRY(check_shape(weights, scheme.dense + ".weight", {width, width}));
  EMO_TRY(check_shape(weights, scheme.dense + ".bias", {width}));
  return classes;
}

Result<CheckpointHead> make_head(const HeadFacts& facts, std::int64_t classes, const std::string& matrix) {
  CheckpointHead head;
  head.manifest.activation = facts.activation;
  head.manifest.labels = facts.labels;
  auto& labels = head.manifest.labels;
  if (labels.empty()) labels = unnamed_labels(std::min(classes, kMaxLabels));
  if (static_cast<std::int64_t>(labels.size()) != classes) {
    return Error{ErrorCode::kInvalidModel, "tensor " + core::quoted(matrix) + " has " + std::to_string(classes) +
                                               " rows, expected one per label (" + std::to_string(labels.size()) + ")"};
  }
  if (classes == 1 && facts.activation == core::HeadActivation::kSoftmax) {
    return Error{ErrorCode::kUnsupported,
                 "\"id2label\" has 1 label (a regression), expected 2 or more, or multi_label_classification"};
  }
  name_head(head);
  return head;
}

/// Refuses parameters outside the encoder that are not those of `scheme`: such a model computes something else.
Result<void> check_other_heads(const Config& config, const Weights& weights, const HeadScheme& scheme, bool has_head,
                               std::string_view prefix) {
  const std::array own{scheme.dense + ".weight", scheme.dense + ".bias", scheme.out + ".weight", scheme.out + ".bias"};
  for (const auto& [name, view] : weights.tensors()) {
    if (is_of_encoder(name, prefix) || is_ignorable(name, prefix)) continue;
    if (has_head && std::find(own.begin(), own.end(), name) != own.end()) continue;
    return Error{ErrorCode::kUnsupported, "tensor " + core::quoted(name) + " " + core::to_string(view.shape) +
                                              " is of no head of the " + config.model_type +
                                              " ...ForSequenceClassification class (" +
                                              stated_class(config.class_name) + ")"};
  }
  return {};
}

}  // namespace

std::string stated_class(std::string_view class_name) {
  return class_name.empty() ? "\"architectures\" is not stated" : "\"architectures\" is " + core::quoted(class_name);
}

Result<std::optional<CheckpointHead>> read_head(const Config& config, const Weights& weights, const HeadScheme& scheme,
                                                std::string_view prefix) {
  const auto classes = classes_of(weights, scheme);
  const bool stated = config.purpose == Purpose::kSequenceClassification;
  if (stated && !classes) return classes.error();
  EMO_TRY(check_other_heads(config, weights, scheme, classes.has_value(), prefix));
  if (!classes) return std::optional<CheckpointHead>();
  if (!config.head) return config.head.error().at("config.json");
  EMO_ASSIGN(auto head, make_head(*config.head, *classes, scheme.out + ".weight"));
  return std::optional(std::move(head));
}

std::vector<float> ordered_rows(const std::vector<float>& values, const std::vector<std::size_t>& rows) {
  const std::size_t width = rows.empty() ? 0 : values.size() / rows.size();
  std::vector<float> out;
  out.reserve(values.size());
  for (const std::size_t row : rows) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(row * width);
    out.insert(out.end(), begin, begin + static_cast<std::ptrdiff_t>(width));
  }
  return out;
}

}  // namespace emo::hf
