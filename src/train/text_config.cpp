// Strict reading and writing of training configurations. Every key is listed once, in the field tables below, so that
// reading, writing and "unknown key" can never disagree.
#include "train/text_config.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <set>
#include <variant>

#include "io/json.hpp"

namespace emo::train {
namespace {

using io::Json;
using io::OrderedJson;

constexpr std::array<std::string_view, 4> kLossNames{"cross_entropy", "binary", "focal", "asymmetric"};
constexpr std::array<std::string_view, 2> kActivationNames{"softmax", "sigmoid"};

// One key of an object: its name and the member it is bound to.
using Binding = std::variant<double*, std::int64_t*, std::string*, bool*, std::vector<std::string>*, Loss*,
                             core::HeadActivation*>;
struct Field {
  const char* key;
  Binding bound;
};

Error wrong(const std::string& path, const char* expected, const Json& found) {
  return {ErrorCode::kInvalidData, path + " must be " + expected + ", is " + found.dump().substr(0, 60)};
}

template <class Enum, std::size_t N>
Result<Enum> parse_name(const Json& value, const std::array<std::string_view, N>& names, const std::string& path) {
  std::string expected = "one of";
  for (std::size_t i = 0; i < N; ++i) {
    if (value.is_string() && value.get_ref<const std::string&>() == names[i]) return static_cast<Enum>(i);
    expected += " " + std::string(names[i]);
  }
  return wrong(path, expected.c_str(), value);
}

struct Reader {
  const Json& value;
  const std::string& path;

  Result<void> operator()(double* out) const {
    if (!value.is_number()) return wrong(path, "a number", value);
    *out = value.get<double>();
    return {};
  }
  Result<void> operator()(std::int64_t* out) const {
    if (!value.is_number_integer()) return wrong(path, "a whole number", value);
    *out = value.get<std::int64_t>();
    return {};
  }
  Result<void> operator()(std::string* out) const {
    if (!value.is_string()) return wrong(path, "a string", value);
    *out = value.get<std::string>();
    return {};
  }
  Result<void> operator()(bool* out) const {
    if (!value.is_boolean()) return wrong(path, "true or false", value);
    *out = value.get<bool>();
    return {};
  }
  Result<void> operator()(std::vector<std::string>* out) const {
    if (!value.is_array()) return wrong(path, "a list of strings", value);
    out->clear();
    for (const auto& item : value) {
      if (!item.is_string()) return wrong(path, "a list of strings", value);
      out->push_back(item.get<std::string>());
    }
    return {};
  }
  Result<void> operator()(Loss* out) const {
    EMO_ASSIGN(*out, (parse_name<Loss>(value, kLossNames, path)));
    return {};
  }
  Result<void> operator()(core::HeadActivation* out) const {
    EMO_ASSIGN(*out, (parse_name<core::HeadActivation>(value, kActivationNames, path)));
    return {};
  }
};

struct Writer {
  OrderedJson operator()(const Loss* v) const { return kLossNames[static_cast<std::size_t>(*v)]; }
  OrderedJson operator()(const core::HeadActivation* v) const { return kActivationNames[static_cast<std::size_t>(*v)]; }
  template <class T>
  OrderedJson operator()(const T* v) const {
    return *v;
  }
};

std::vector<Field> fields_of(HeadPlan& h) {
  return {{"name", &h.name},
          {"taxonomy", &h.taxonomy},
          {"labels", &h.labels},
          {"activation", &h.activation},
          {"loss", &h.loss},
          {"weight", &h.weight},
          {"label_smoothing", &h.label_smoothing},
          {"class_balance", &h.class_balance},
          {"logit_adjustment", &h.logit_adjustment},
          {"gamma_positive", &h.gamma_positive},
          {"gamma_negative", &h.gamma_negative},
          {"clip", &h.clip}};
}

std::vector<Field> fields_of(SourcePlan& s) {
  return {{"name", &s.name}, {"licence", &s.licence}, {"train", &s.train},
          {"dev", &s.dev},   {"heads", &s.heads},     {"repeat", &s.repeat}};
}

std::vector<Field> fields_of(TextAugmentation& a) {
  return {{"strip_punctuation", &a.strip_punctuation},
          {"typo", &a.typo},
          {"elongate", &a.elongate},
          {"shout", &a.shout}};
}

std::vector<Field> fields_of(core::TextEncoderConfig& e) {
  return {{"vocab_size", &e.vocab_size}, {"max_positions", &e.max_positions}, {"token_types", &e.token_types},
          {"hidden", &e.hidden},         {"layers", &e.layers},               {"heads", &e.heads},
          {"feed_forward", &e.feed_forward}};
}

std::vector<Field> fields_of(TextTrainConfig& c) {
  return {{"name", &c.name},
          {"version", &c.version},
          {"init", &c.init},
          {"tokenizer", &c.tokenizer},
          {"languages", &c.languages},
          {"epochs", &c.epochs},
          {"tokens_per_batch", &c.tokens_per_batch},
          {"max_tokens", &c.max_tokens},
          {"learning_rate", &c.learning_rate},
          {"head_rate_scale", &c.head_rate_scale},
          {"layer_decay", &c.layer_decay},
          {"rate_floor", &c.rate_floor},
          {"warmup", &c.warmup},
          {"weight_decay", &c.weight_decay},
          {"dropout", &c.dropout},
          {"clip_norm", &c.clip_norm},
          {"ema", &c.ema},
          {"dev_fraction", &c.dev_fraction},
          {"freeze_words", &c.freeze_words},
          {"teachers", &c.teachers},
          {"distill_weight", &c.distill_weight},
          {"distill_temperature", &c.distill_temperature},
          {"patience", &c.patience},
          {"seed", &c.seed},
          {"threads", &c.threads},
          {"int8", &c.int8}};
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

Result<void> read_object(const Json& object, const std::string& path, const std::vector<Field>& fields,
                         const std::set<std::string>& structured = {}) {
  if (!object.is_object()) return wrong(path, "an object", object);
  for (const auto& [key, value] : object.items()) {
    if (structured.contains(key)) continue;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return key == f.key; });
    if (found == fields.end()) {
      const auto nearest = std::min_element(fields.begin(), fields.end(), [&](const Field& a, const Field& b) {
        return edit_distance(key, a.key) < edit_distance(key, b.key);
      });
      return Error{ErrorCode::kInvalidData,
                   path + " has an unknown key '" + key + "' (nearest known: '" + nearest->key + "')"};
    }
    const std::string at = path + "." + key;
    EMO_TRY(std::visit(Reader{value, at}, found->bound));
  }
  return {};
}

OrderedJson write_object(const std::vector<Field>& fields) {
  OrderedJson out = OrderedJson::object();
  for (const auto& field : fields) out[field.key] = std::visit(Writer{}, field.bound);
  return out;
}

Result<void> read_map(const Json& value, const std::string& path, SourcePlan& source) {
  if (!value.is_object()) return wrong(path, "an object label -> label or null", value);
  for (const auto& [label, target] : value.items()) {
    if (!target.is_null() && !target.is_string()) return wrong(path + "." + label, "a label or null", target);
    source.map[label] = target.is_null() ? std::nullopt : std::optional<std::string>(target.get<std::string>());
  }
  return {};
}

Result<void> check(const TextTrainConfig& c) {
  const auto need = [](bool ok, const std::string& what) -> Result<void> {
    return ok ? Result<void>() : Result<void>(Error{ErrorCode::kInvalidData, "training config: " + what});
  };
  EMO_TRY(need(!c.heads.empty(), "at least one head is needed"));
  EMO_TRY(need(!c.sources.empty(), "at least one data source is needed"));
  EMO_TRY(need(c.epochs > 0 && c.epochs <= 10000, "epochs must be 1..10000"));
  EMO_TRY(need(c.tokens_per_batch >= 16, "tokens_per_batch must be at least 16"));
  EMO_TRY(need(c.max_tokens >= 8, "max_tokens must be at least 8"));
  EMO_TRY(need(c.learning_rate > 0, "learning_rate must be positive"));
  EMO_TRY(need(c.dropout >= 0 && c.dropout < 1, "dropout must be in [0, 1)"));
  EMO_TRY(need(c.ema >= 0 && c.ema < 1, "ema must be in [0, 1)"));
  EMO_TRY(need(c.dev_fraction > 0 && c.dev_fraction < 1, "dev_fraction must be in (0, 1)"));
  for (const auto& head : c.heads) {
    const bool known = head.taxonomy == "basic7" || head.taxonomy == "goemotions28" || head.taxonomy == "polarity3" ||
                       head.taxonomy == "custom";
    EMO_TRY(need(known, "head '" + head.name + "': taxonomy '" + head.taxonomy +
                            "' is none of basic7, goemotions28, polarity3, custom"));
    const bool softmax = head.activation == core::HeadActivation::kSoftmax;
    EMO_TRY(need(softmax == (head.loss == Loss::kCrossEntropy) || (softmax && head.loss == Loss::kFocal),
                 "head '" + head.name + "': this loss does not fit its activation"));
  }
  return {};
}

}  // namespace

Result<TextTrainConfig> parse_text_config(std::string_view json, const std::string& base_directory) {
  EMO_ASSIGN(const Json root, io::parse_json(json, "training config"));
  TextTrainConfig config;
  EMO_TRY(read_object(root, "config", fields_of(config),
                      {"heads", "sources", "augmentation", "encoder", "normalizer_version"}));
  if (root.contains("normalizer_version")) config.normalizer_version = root["normalizer_version"].get<int>();
  if (root.contains("augmentation")) {
    EMO_TRY(read_object(root["augmentation"], "config.augmentation", fields_of(config.augmentation)));
  }
  if (root.contains("encoder")) EMO_TRY(read_object(root["encoder"], "config.encoder", fields_of(config.encoder)));
  const auto list = [&](const char* key) { return root.contains(key) ? root[key] : Json::array(); };
  for (const auto& item : list("heads")) {
    HeadPlan head;
    EMO_TRY(read_object(item, "config.heads[" + std::to_string(config.heads.size()) + "]", fields_of(head)));
    config.heads.push_back(std::move(head));
  }
  const auto resolve = [&](std::string& path) {
    if (!path.empty() && std::filesystem::path(path).is_relative() && !base_directory.empty()) {
      path = (std::filesystem::path(base_directory) / path).lexically_normal().string();
    }
  };
  for (const auto& item : list("sources")) {
    SourcePlan source;
    const std::string path = "config.sources[" + std::to_string(config.sources.size()) + "]";
    EMO_TRY(read_object(item, path, fields_of(source), {"map"}));
    if (item.contains("map")) EMO_TRY(read_map(item["map"], path + ".map", source));
    resolve(source.train);
    resolve(source.dev);
    config.sources.push_back(std::move(source));
  }
  resolve(config.init);
  resolve(config.tokenizer);
  for (auto& teacher : config.teachers) resolve(teacher);
  EMO_TRY(check(config));
  return config;
}

std::string to_json(const TextTrainConfig& config) {
  TextTrainConfig c = config;  // the field tables bind to non-const members
  OrderedJson root = write_object(fields_of(c));
  root["normalizer_version"] = c.normalizer_version;
  root["augmentation"] = write_object(fields_of(c.augmentation));
  if (c.encoder.vocab_size > 0) root["encoder"] = write_object(fields_of(c.encoder));
  root["heads"] = OrderedJson::array();
  for (auto& head : c.heads) root["heads"].push_back(write_object(fields_of(head)));
  root["sources"] = OrderedJson::array();
  for (auto& source : c.sources) {
    OrderedJson item = write_object(fields_of(source));
    if (!source.map.empty()) {
      item["map"] = OrderedJson::object();
      for (const auto& [label, target] : source.map) {
        item["map"][label] = target ? OrderedJson(*target) : OrderedJson(nullptr);
      }
    }
    root["sources"].push_back(std::move(item));
  }
  return io::dump_json(root, 2);
}

}  // namespace emo::train
