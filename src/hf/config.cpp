// Reads the JSON files of a checkpoint folder: config.json, the shard index and the pooling of sentence-transformers.
// Not the tokenizer's files (src/text) and not the weights. The only file of this folder that parses JSON.
#include "hf/config.hpp"

#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "core/quote.hpp"
#include "io/json.hpp"

namespace emo::hf {
namespace {

using io::Json;

constexpr std::size_t kMaxShards = 1'000;
constexpr std::size_t kShownBytes = 60;
constexpr std::int64_t kMpnetPadding = 1;     // as its code has it, whatever "pad_token_id" says
constexpr std::int64_t kMpnetDistance = 128;  // likewise
constexpr std::int64_t kMpnetBuckets = 32;    // likewise: a larger table is not used beyond them

struct ModelType {
  std::string_view name;
  Family family;
};
constexpr std::array kModelTypes{
    ModelType{"bert", Family::kBert},
    ModelType{"roberta", Family::kRoberta},
    ModelType{"xlm-roberta", Family::kRoberta},
    ModelType{"camembert", Family::kRoberta},
    ModelType{"distilbert", Family::kDistilBert},
    ModelType{"electra", Family::kElectra},
    ModelType{"mpnet", Family::kMpnet},
};

struct ActivationName {
  std::string_view name;
  core::Activation activation;
};
constexpr std::array kActivations{
    ActivationName{"gelu", core::Activation::kGelu},
    ActivationName{"gelu_python", core::Activation::kGelu},
    ActivationName{"gelu_new", core::Activation::kGeluTanh},
    ActivationName{"gelu_fast", core::Activation::kGeluTanh},
    ActivationName{"gelu_pytorch_tanh", core::Activation::kGeluTanh},
    ActivationName{"relu", core::Activation::kRelu},
};

std::string shown(const Json& value) {
  if (value.is_string()) return core::quoted(value.get_ref<const std::string&>(), kShownBytes);
  const std::string text = io::dump_json(value);
  return value.is_structured() ? core::quoted(text, kShownBytes) : text;
}

Error unsupported(std::string_view key, const Json& value, std::string_view expected) {
  return {ErrorCode::kUnsupported,
          "\"" + std::string(key) + "\" is " + shown(value) + ", expected " + std::string(expected)};
}

Error invalid(std::string_view key, const Json& value, std::string_view expected) {
  return {ErrorCode::kInvalidModel,
          "\"" + std::string(key) + "\" is " + shown(value) + ", expected " + std::string(expected)};
}

Result<Json> parse_object(std::string_view text) {
  EMO_ASSIGN(Json json, io::parse_json(text, "JSON", ErrorCode::kInvalidModel));
  if (!json.is_object()) return Error{ErrorCode::kInvalidModel, "JSON is " + shown(json) + ", expected an object"};
  return json;
}

const Json* find(const Json& object, std::string_view key) {
  const auto it = object.find(key);
  return it == object.end() || it->is_null() ? nullptr : &*it;
}

Result<std::int64_t> integer(const Json& object, std::string_view key, std::optional<std::int64_t> fallback) {
  const Json* value = find(object, key);
  if (value == nullptr) {
    if (fallback) return *fallback;
    return Error{ErrorCode::kInvalidModel, "\"" + std::string(key) + "\" is missing, expected a whole number"};
  }
  constexpr std::int64_t kMost = std::int64_t{1} << 40;
  if (!value->is_number_integer() || (value->is_number_unsigned() && value->get<std::uint64_t>() > kMost) ||
      value->get<std::int64_t>() < 0) {
    return invalid(key, *value, "a whole number from 0 to 2^40");
  }
  return value->get<std::int64_t>();
}

Result<std::string> string(const Json& object, std::string_view key, std::string_view fallback) {
  const Json* value = find(object, key);
  if (value == nullptr) return std::string(fallback);
  if (!value->is_string()) return invalid(key, *value, "a string");
  return value->get<std::string>();
}

Result<bool> boolean(const Json& object, std::string_view key) {
  const Json* value = find(object, key);
  if (value == nullptr) return false;
  if (!value->is_boolean()) return invalid(key, *value, "true or false");
  return value->get<bool>();
}

Result<Family> read_family(const Json& json, std::string& model_type) {
  EMO_ASSIGN(model_type, string(json, "model_type", ""));
  for (const auto& known : kModelTypes) {
    if (known.name == model_type) return known.family;
  }
  constexpr const char* kKnown =
      "bert, distilbert, electra, mpnet or roberta (with byte-level BPE also xlm-roberta and camembert)";
  if (find(json, "model_type") == nullptr) {
    return Error{ErrorCode::kUnsupported, std::string("has no \"model_type\"; expected ") + kKnown};
  }
  return unsupported("model_type", model_type, kKnown);
}

Result<std::string> read_class_name(const Json& json) {
  const Json* list = find(json, "architectures");
  if (list == nullptr || (list->is_array() && list->empty())) return std::string();
  if (!list->is_array() || !list->front().is_string()) return invalid("architectures", *list, "a list of class names");
  return list->front().get<std::string>();
}

/// Refuses the options that change what the encoder computes and that the engine does not know.
Result<void> check_options(const Json& json, Family family, std::int64_t hidden) {
  EMO_ASSIGN(const std::string positions, string(json, "position_embedding_type", "absolute"));
  if (positions != "absolute") return unsupported("position_embedding_type", positions, "'absolute'");
  for (const std::string_view key : {"is_decoder", "add_cross_attention"}) {
    EMO_ASSIGN(const bool on, boolean(json, key));
    if (on) return unsupported(key, on, "false (an encoder)");
  }
  if (const Json* pruned = find(json, "pruned_heads"); pruned != nullptr && !pruned->empty()) {
    return unsupported("pruned_heads", *pruned, "none");
  }
  if (family == Family::kElectra) {
    EMO_ASSIGN(const std::int64_t width, integer(json, "embedding_size", hidden));
    if (width != hidden) return unsupported("embedding_size", width, "hidden_size (" + std::to_string(hidden) + ")");
  }
  return {};
}

Result<core::Activation> read_activation(const Json& json, std::string_view key) {
  EMO_ASSIGN(const std::string name, string(json, key, "gelu"));
  for (const auto& known : kActivations) {
    if (known.name == name) return known.activation;
  }
  return unsupported(key, name, "gelu, gelu_python, gelu_new, gelu_fast, gelu_pytorch_tanh or relu");
}

Result<double> read_epsilon(const Json& json, Family family) {
  constexpr double kDefault = 1e-12;
  const Json* value = find(json, "layer_norm_eps");
  if (family == Family::kDistilBert || value == nullptr) return kDefault;  // DistilBERT has it fixed in code
  if (!value->is_number() || !(value->get<double>() > 0.0) || !(value->get<double>() < 1.0)) {
    return invalid("layer_norm_eps", *value, "a number over 0 and under 1");
  }
  return value->get<double>();
}

Result<core::TextEncoderConfig> read_encoder(const Json& json, Family family) {
  const bool distil = family == Family::kDistilBert;
  core::TextEncoderConfig out;
  EMO_ASSIGN(out.vocab_size, integer(json, "vocab_size", std::nullopt));
  EMO_ASSIGN(out.max_positions, integer(json, "max_position_embeddings", std::nullopt));
  EMO_ASSIGN(out.hidden, integer(json, distil ? "dim" : "hidden_size", std::nullopt));
  EMO_ASSIGN(out.layers, integer(json, distil ? "n_layers" : "num_hidden_layers", std::nullopt));
  EMO_ASSIGN(out.heads, integer(json, distil ? "n_heads" : "num_attention_heads", std::nullopt));
  EMO_ASSIGN(out.feed_forward, integer(json, distil ? "hidden_dim" : "intermediate_size", std::nullopt));
  if (family == Family::kMpnet) {
    EMO_ASSIGN(out.relative_buckets, integer(json, "relative_attention_num_buckets", kMpnetBuckets));
    if (out.relative_buckets > kMpnetBuckets) {
      return unsupported("relative_attention_num_buckets", out.relative_buckets,
                         "at most 32, which its code divides by");
    }
    out.relative_distance = kMpnetDistance;
    out.position_offset = kMpnetPadding + 1;
  } else if (!distil) {
    EMO_ASSIGN(out.token_types, integer(json, "type_vocab_size", 2));
  }
  if (family == Family::kRoberta) {
    EMO_ASSIGN(const std::int64_t padding, integer(json, "pad_token_id", 1));
    out.position_offset = padding + 1;
    if (out.position_offset >= out.max_positions) {
      return Error{ErrorCode::kInvalidModel, "\"pad_token_id\" " + std::to_string(padding) +
                                                 " leaves no position of max_position_embeddings " +
                                                 std::to_string(out.max_positions)};
    }
  }
  EMO_ASSIGN(out.activation, read_activation(json, distil ? "activation" : "hidden_act"));
  EMO_ASSIGN(out.layer_norm_eps, read_epsilon(json, family));
  return out;
}

Result<std::vector<std::string>> read_labels(const Json& json) {
  std::vector<std::string> labels;
  const Json* table = find(json, "id2label");
  if (table == nullptr) {
    EMO_ASSIGN(const std::int64_t count, integer(json, "num_labels", 0));
    if (count > kMaxLabels) return invalid("num_labels", count, "at most 100000");
    return unnamed_labels(count);
  }
  if (!table->is_object()) return invalid("id2label", *table, "an object id -> label");
  labels.resize(table->size());
  std::set<std::string> seen;
  for (const auto& [key, value] : table->items()) {
    std::size_t id = labels.size();
    const auto [end, status] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (status != std::errc{} || end != key.data() + key.size() || id >= labels.size() || !labels[id].empty()) {
      return invalid("id2label", key, "each id from 0 to " + std::to_string(labels.size() - 1) + " once");
    }
    if (!value.is_string() && !value.is_number_integer()) return invalid("id2label", value, "a label");
    labels[id] = value.is_string() ? value.get<std::string>() : value.dump();
    if (labels[id].empty() || !seen.insert(labels[id]).second) {
      return invalid("id2label." + key, value, "a label that is not empty and that no other id has");
    }
    if (!core::is_harmless(labels[id])) {  // a terminal would obey them, so no manifest takes them
      return invalid("id2label", value, "labels without control characters");
    }
  }
  return labels;
}

/// `class_name` counts where no problem is stated: people's own multi-label classes have a sigmoid in their code.
Result<core::HeadActivation> read_problem(const Json& json, std::string_view class_name) {
  const bool multi = class_name.find("MultiLabel") != std::string_view::npos ||
                     class_name.find("Multilabel") != std::string_view::npos;
  EMO_ASSIGN(const std::string problem,
             string(json, "problem_type", multi ? "multi_label_classification" : "single_label_classification"));
  if (problem == "single_label_classification") return core::HeadActivation::kSoftmax;
  if (problem == "multi_label_classification") return core::HeadActivation::kSigmoid;
  return unsupported("problem_type", problem, "single_label_classification or multi_label_classification");
}

Result<HeadFacts> read_head_facts(const Json& json, std::string_view class_name) {
  // Their parameters may be called and shaped as those of a sequence classifier, and mean something else.
  for (const std::string_view other : {"ForTokenClassification", "ForMultipleChoice"}) {
    if (class_name.ends_with(other)) {
      return unsupported("architectures", std::string(class_name), "a ...ForSequenceClassification class");
    }
  }
  HeadFacts out;
  EMO_ASSIGN(out.activation, read_problem(json, class_name));
  EMO_ASSIGN(out.labels, read_labels(json));
  return out;
}

Result<core::Pooling> pooling_of(std::string_view key, const Json& value, const Json& mode) {
  if (mode == "mean") return core::Pooling::kMean;
  if (mode == "cls") return core::Pooling::kFirst;
  return unsupported(key, value, "either 'mean' or 'cls' alone");
}

}  // namespace

std::vector<std::string> unnamed_labels(std::int64_t count) {
  std::vector<std::string> labels;
  for (std::int64_t id = 0; id < count; ++id) labels.push_back("LABEL_" + std::to_string(id));
  return labels;
}

Result<Config> parse_config(std::string_view text) {
  EMO_ASSIGN(const Json json, parse_object(text));
  Config out;
  EMO_ASSIGN(out.family, read_family(json, out.model_type));
  EMO_ASSIGN(out.class_name, read_class_name(json));
  if (out.class_name.ends_with("ForSequenceClassification")) out.purpose = Purpose::kSequenceClassification;
  EMO_ASSIGN(out.encoder, read_encoder(json, out.family));
  EMO_TRY(check_options(json, out.family, out.encoder.hidden));
  EMO_ASSIGN(out.licence, string(json, "license", ""));
  out.head = read_head_facts(json, out.class_name);
  return out;
}

Result<std::vector<std::string>> parse_shard_index(std::string_view text, std::string_view extension) {
  EMO_ASSIGN(const Json json, parse_object(text));
  const Json* map = find(json, "weight_map");
  if (map == nullptr || !map->is_object()) {
    return Error{ErrorCode::kInvalidModel, "\"weight_map\" is missing, expected an object tensor -> file"};
  }
  std::set<std::string> files;
  for (const auto& [tensor, file] : map->items()) {
    if (!file.is_string()) return invalid("weight_map", file, "a file name");
    const auto name = file.get<std::string>();
    if (!name.ends_with(extension) || name.find_first_of(std::string_view("/\\\0", 3)) != std::string::npos) {
      return invalid("weight_map", file, "a plain file name ending in " + std::string(extension));
    }
    files.insert(name);
    if (files.size() > kMaxShards) return Error{ErrorCode::kTooLarge, "over 1000 shards"};
  }
  return std::vector<std::string>(files.begin(), files.end());
}

Result<core::Pooling> parse_pooling(std::string_view text) {
  EMO_ASSIGN(const Json json, parse_object(text));
  constexpr std::string_view kMode = "pooling_mode";
  if (const Json* mode = find(json, kMode)) {  // wins over the flags, as there
    const bool one = mode->is_array() && mode->size() == 1;
    return pooling_of(kMode, *mode, one ? mode->front() : *mode);
  }
  std::optional<core::Pooling> pooling;
  for (const auto& [key, value] : json.items()) {
    if (!key.starts_with("pooling_mode_") || value != true) continue;
    if (pooling || (key != "pooling_mode_mean_tokens" && key != "pooling_mode_cls_token")) {
      return unsupported(key, value, "either pooling_mode_mean_tokens or pooling_mode_cls_token alone");
    }
    pooling = key == "pooling_mode_cls_token" ? core::Pooling::kFirst : core::Pooling::kMean;
  }
  return pooling.value_or(core::Pooling::kMean);
}

}  // namespace emo::hf
