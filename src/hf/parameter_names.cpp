// The parameter names of Hugging Face's BERT, RoBERTa, ELECTRA (one scheme), DistilBERT and MPNet (two others), as
// written by their modelling code in transformers 2 to 4. Knows names only: no files, no numbers.
#include "hf/parameter_names.hpp"

#include <algorithm>
#include <array>

#include "core/assert.hpp"

namespace emo::hf {
namespace {

/// Module names inside one layer.
struct LayerScheme {
  std::string_view stem;  ///< before the layer's number
  std::string_view query, key, value, out, attention_norm, ffn_in, ffn_out, ffn_norm;
};

constexpr LayerScheme kBertLayer{"encoder.layer.",        ".attention.self.query",   ".attention.self.key",
                                 ".attention.self.value", ".attention.output.dense", ".attention.output.LayerNorm",
                                 ".intermediate.dense",   ".output.dense",           ".output.LayerNorm"};
constexpr LayerScheme kDistilLayer{"transformer.layer.", ".attention.q_lin",   ".attention.k_lin",
                                   ".attention.v_lin",   ".attention.out_lin", ".sa_layer_norm",
                                   ".ffn.lin1",          ".ffn.lin2",          ".output_layer_norm"};

constexpr LayerScheme kMpnetLayer{"encoder.layer.",      ".attention.attn.q", ".attention.attn.k",
                                  ".attention.attn.v",   ".attention.attn.o", ".attention.LayerNorm",
                                  ".intermediate.dense", ".output.dense",     ".output.LayerNorm"};

const LayerScheme& layer_scheme(Family family) {
  if (family == Family::kDistilBert) return kDistilLayer;
  return family == Family::kMpnet ? kMpnetLayer : kBertLayer;
}

std::vector<std::string> embedding_sources(std::string_view name, const std::string& prefix) {
  const std::string base = prefix + "embeddings.";
  if (name == "word") return {base + "word_embeddings.weight"};
  if (name == "position") return {base + "position_embeddings.weight"};
  if (name == "token_type") return {base + "token_type_embeddings.weight"};
  if (name == "norm.weight") return {base + "LayerNorm.weight"};
  EMO_ASSERT(name == "norm.bias");
  return {base + "LayerNorm.bias"};
}

std::vector<std::string> layer_sources(std::string_view name, const std::string& layer, const LayerScheme& scheme) {
  const auto dot = name.rfind('.');
  const std::string_view module = name.substr(0, dot);
  const std::string_view leaf = name.substr(dot);  // ".weight" or ".bias"
  const auto full = [&](std::string_view source) { return layer + std::string(source) + std::string(leaf); };
  if (module == "attention.qkv") return {full(scheme.query), full(scheme.key), full(scheme.value)};
  if (module == "attention.out") return {full(scheme.out)};
  if (module == "attention.norm") return {full(scheme.attention_norm)};
  if (module == "ffn.in") return {full(scheme.ffn_in)};
  if (module == "ffn.out") return {full(scheme.ffn_out)};
  EMO_ASSERT(module == "ffn.norm");
  return {full(scheme.ffn_norm)};
}

/// The part of `name` after `lead`, or nothing when it does not begin so.
std::string_view after(std::string_view name, std::string_view lead) {
  return name.starts_with(lead) ? name.substr(lead.size()) : std::string_view();
}

}  // namespace

HeadScheme head_scheme(Family family, std::string_view prefix) {
  switch (family) {
    case Family::kBert:
      return {std::string(prefix) + "pooler.dense", "classifier", core::Activation::kTanh};
    case Family::kRoberta:
    case Family::kMpnet:
      return {"classifier.dense", "classifier.out_proj", core::Activation::kTanh};
    case Family::kDistilBert:
      return {"pre_classifier", "classifier", core::Activation::kRelu};
    case Family::kElectra:
      return {"classifier.dense", "classifier.out_proj", core::Activation::kGelu};
  }
  return {};
}

std::vector<TensorSource> tensor_sources(const core::TextArchitecture& architecture, Family family,
                                         std::string_view prefix_view) {
  EMO_ASSERT(architecture.heads.size() <= 1);
  const std::string prefix(prefix_view);
  const LayerScheme& scheme = layer_scheme(family);
  const HeadScheme head = head_scheme(family, prefix);
  std::vector<TensorSource> sources;
  for (auto& spec : core::tensors_of(architecture)) {
    const std::string_view name = spec.name;
    std::vector<std::string> parameters;
    if (const auto rest = after(name, "embeddings."); !rest.empty()) {
      parameters = embedding_sources(rest, prefix);
    } else if (name == "relative_bias") {
      parameters = {prefix + "encoder.relative_attention_bias.weight"};
    } else if (const auto layer = after(name, "layers."); !layer.empty()) {
      const auto dot = layer.find('.');
      const std::string stem = prefix + std::string(scheme.stem) + std::string(layer.substr(0, dot));
      parameters = layer_sources(layer.substr(dot + 1), stem, scheme);
    } else {
      const auto leaf_dot = name.rfind('.');
      const bool dense = name.substr(0, leaf_dot).ends_with(".dense");
      parameters = {(dense ? head.dense : head.out) + std::string(name.substr(leaf_dot))};
    }
    sources.push_back({std::move(spec), std::move(parameters)});
  }
  return sources;
}

bool is_prefix_of(Family family, std::string_view prefix) {
  struct Prefix {
    std::string_view name;
    Family family;
  };
  constexpr std::array kPrefixes{Prefix{"bert.", Family::kBert}, Prefix{"roberta.", Family::kRoberta},
                                 Prefix{"distilbert.", Family::kDistilBert}, Prefix{"electra.", Family::kElectra},
                                 Prefix{"mpnet.", Family::kMpnet}};
  return std::none_of(kPrefixes.begin(), kPrefixes.end(),
                      [&](const Prefix& known) { return known.name == prefix && known.family != family; });
}

bool is_of_encoder(std::string_view parameter, std::string_view prefix) {
  if (!prefix.empty()) return parameter.starts_with(prefix);
  constexpr std::array<std::string_view, 3> kParts{"embeddings.", "encoder.", "transformer."};
  return std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) { return parameter.starts_with(part); });
}

bool is_ignorable(std::string_view parameter, std::string_view prefix) {
  if (parameter.ends_with("position_ids") || parameter.ends_with("embeddings.token_type_ids")) return true;
  if (parameter.starts_with(std::string(prefix) + "pooler.")) return true;
  constexpr std::array<std::string_view, 8> kPretraining{"cls.",
                                                         "lm_head.",
                                                         "vocab_transform.",
                                                         "vocab_layer_norm.",
                                                         "vocab_projector.",
                                                         "discriminator_predictions.",
                                                         "generator_predictions.",
                                                         "generator_lm_head."};
  for (const std::string_view lead : kPretraining) {
    if (parameter.starts_with(lead)) return true;
  }
  return false;
}

}  // namespace emo::hf
