// The keys of a text training configuration and the ranges of their values. How fields are read is config_fields'.
#include "train/text_config.hpp"

#include <filesystem>
#include <set>

#include "core/quote.hpp"
#include "io/json.hpp"
#include "train/config_fields.hpp"

namespace emo::train {
namespace {

using io::Json;
using io::OrderedJson;

constexpr std::int64_t kMaxEpochs = 10000;
constexpr std::int64_t kMaxTokensPerBatch = 1 << 20;
constexpr std::int64_t kMaxThreads = 1024;
constexpr std::int64_t kMaxSeed = 1LL << 31;  // seeds are multiplied when steps derive theirs
constexpr double kMaxRepeat = 1000;

std::vector<ConfigField> fields_of(SourcePlan& s) {
  return {{"name", &s.name},      {"licence", &s.licence},         {"train", &s.train},
          {"dev", &s.dev},        {"text_column", &s.text_column}, {"label_column", &s.label_column},
          {"heads", &s.heads},    {"repeat", &s.repeat},           {"hold_out", &s.hold_out},
          {"imitate", &s.imitate}};
}

std::vector<ConfigField> fields_of(TextAugmentation& a) {
  return {
      {"strip_punctuation", &a.strip_punctuation}, {"typo", &a.typo}, {"elongate", &a.elongate}, {"shout", &a.shout}};
}

std::vector<ConfigField> fields_of(core::TextEncoderConfig& e) {
  return {{"vocab_size", &e.vocab_size},
          {"max_positions", &e.max_positions},
          {"token_types", &e.token_types},
          {"hidden", &e.hidden},
          {"layers", &e.layers},
          {"heads", &e.heads},
          {"feed_forward", &e.feed_forward}};
}

std::vector<ConfigField> fields_of(TextTrainConfig& c) {
  return {{"name", &c.name},
          {"version", &c.version},
          {"init", &c.init},
          {"tokenizer", &c.tokenizer},
          {"languages", &c.languages},
          {"epochs", &c.epochs},
          {"tokens_per_batch", &c.tokens_per_batch},
          {"max_tokens", &c.max_tokens},
          {"normalizer_version", &c.normalizer_version},
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
          {"freeze_encoder", &c.freeze_encoder},
          {"teachers", &c.teachers},
          {"distill_weight", &c.distill_weight},
          {"distill_temperature", &c.distill_temperature},
          {"patience", &c.patience},
          {"seed", &c.seed},
          {"threads", &c.threads},
          {"int8", &c.int8}};
}

Result<void> read_map(const Json& value, const std::string& path, SourcePlan& source) {
  if (!value.is_object()) return wrong_config_value(path, "an object label -> label or null", value);
  for (const auto& [label, target] : value.items()) {
    if (!target.is_null() && !target.is_string()) {
      return wrong_config_value(path + "." + label, "a label or null", target);
    }
    source.map[label] = target.is_null() ? std::nullopt : std::optional<std::string>(target.get<std::string>());
  }
  return {};
}

Result<void> need(bool ok, const std::string& what) {
  if (ok) return {};
  return Error{ErrorCode::kInvalidData, "training config: " + what};
}

bool is_share(double value) {
  return value >= 0 && value <= 1;
}

Result<void> check_numbers(const TextTrainConfig& c) {
  EMO_TRY(need(c.epochs > 0 && c.epochs <= kMaxEpochs, "epochs must be 1.." + std::to_string(kMaxEpochs)));
  EMO_TRY(need(c.tokens_per_batch >= 16 && c.tokens_per_batch <= kMaxTokensPerBatch,
               "tokens_per_batch must be 16.." + std::to_string(kMaxTokensPerBatch)));
  EMO_TRY(need(c.max_tokens >= 8, "max_tokens must be at least 8"));
  EMO_TRY(need(c.normalizer_version == 0 || c.normalizer_version == 1, "normalizer_version must be 0 or 1"));
  EMO_TRY(need(c.learning_rate > 0, "learning_rate must be positive"));
  EMO_TRY(need(c.head_rate_scale > 0, "head_rate_scale must be positive"));
  EMO_TRY(need(c.layer_decay > 0 && c.layer_decay <= 1, "layer_decay must be in (0, 1]"));
  EMO_TRY(need(is_share(c.rate_floor) && is_share(c.warmup), "rate_floor and warmup must be in [0, 1]"));
  EMO_TRY(need(c.weight_decay >= 0 && c.clip_norm >= 0, "weight_decay and clip_norm must not be negative"));
  EMO_TRY(need(c.dropout >= 0 && c.dropout < 1, "dropout must be in [0, 1)"));
  EMO_TRY(need(c.ema >= 0 && c.ema < 1, "ema must be in [0, 1)"));
  EMO_TRY(need(c.dev_fraction > 0 && c.dev_fraction < 1, "dev_fraction must be in (0, 1)"));
  EMO_TRY(need(is_share(c.distill_weight), "distill_weight must be in [0, 1]"));
  EMO_TRY(need(c.distill_temperature > 0, "distill_temperature must be positive"));
  EMO_TRY(need(c.patience >= 0, "patience must not be negative"));
  EMO_TRY(need(c.threads >= 0 && c.threads <= kMaxThreads, "threads must be 0.." + std::to_string(kMaxThreads)));
  EMO_TRY(need(c.seed >= 0 && c.seed < kMaxSeed, "seed must be in [0, 2^31)"));
  const auto& a = c.augmentation;
  return need(is_share(a.strip_punctuation) && is_share(a.typo) && is_share(a.elongate) && is_share(a.shout),
              "the probabilities of augmentation must be in [0, 1]");
}

Result<void> check(const TextTrainConfig& c) {
  EMO_TRY(need(!c.heads.empty(), "at least one head is needed"));
  EMO_TRY(need(!c.sources.empty(), "at least one data source is needed"));
  EMO_TRY(check_numbers(c));
  std::set<std::string> names;
  for (const auto& head : c.heads) {
    EMO_TRY(check_head(head));
    EMO_TRY(need(!head.name.empty() && names.insert(head.name).second,
                 "heads need names of their own, " + core::quoted(head.name) + " is empty or used twice"));
  }
  for (const auto& source : c.sources) {
    const std::string who = "source " + core::quoted(source.name) + ": ";
    EMO_TRY(need(!source.train.empty(), who + "no \"train\" file"));
    EMO_TRY(need(source.repeat >= 0 && source.repeat <= kMaxRepeat, who + "repeat must be in [0, 1000]"));
    for (const auto& name : source.heads) EMO_TRY(need(names.contains(name), who + "no head " + core::quoted(name)));
  }
  return {};
}

void resolve(std::string& path, const std::string& base_directory) {
  if (path.empty() || base_directory.empty() || std::filesystem::path(path).is_absolute()) return;
  path = (std::filesystem::path(base_directory) / path).lexically_normal().string();
}

Result<void> read_heads(const Json& list, TextTrainConfig& config) {
  if (!list.is_array()) return wrong_config_value("config.heads", "a list of objects", list);
  for (const auto& item : list) {
    HeadPlan head;
    EMO_TRY(read_config_object(item, "config.heads[" + std::to_string(config.heads.size()) + "]", fields_of(head)));
    config.heads.push_back(std::move(head));
  }
  return {};
}

Result<void> read_sources(const Json& list, const std::string& base_directory, TextTrainConfig& config) {
  if (!list.is_array()) return wrong_config_value("config.sources", "a list of objects", list);
  for (const auto& item : list) {
    SourcePlan source;
    const std::string path = "config.sources[" + std::to_string(config.sources.size()) + "]";
    EMO_TRY(read_config_object(item, path, fields_of(source), {"map"}));
    if (item.contains("map")) EMO_TRY(read_map(item["map"], path + ".map", source));
    resolve(source.train, base_directory);
    resolve(source.dev, base_directory);
    config.sources.push_back(std::move(source));
  }
  return {};
}

}  // namespace

Result<TextTrainConfig> parse_text_config(std::string_view json, const std::string& base_directory) {
  EMO_ASSIGN(const Json root, io::parse_json(json, "training config"));
  TextTrainConfig config;
  EMO_TRY(read_config_object(root, "config", fields_of(config), {"heads", "sources", "augmentation", "encoder"}));
  if (root.contains("augmentation")) {
    EMO_TRY(read_config_object(root["augmentation"], "config.augmentation", fields_of(config.augmentation)));
  }
  if (root.contains("encoder")) {
    EMO_TRY(read_config_object(root["encoder"], "config.encoder", fields_of(config.encoder)));
  }
  if (root.contains("heads")) EMO_TRY(read_heads(root["heads"], config));
  if (root.contains("sources")) EMO_TRY(read_sources(root["sources"], base_directory, config));
  resolve(config.init, base_directory);
  resolve(config.tokenizer, base_directory);
  for (auto& teacher : config.teachers) resolve(teacher, base_directory);
  EMO_TRY(check(config));
  return config;
}

std::string to_json(const TextTrainConfig& config) {
  TextTrainConfig c = config;  // the field tables bind to non-const members
  OrderedJson root = write_config_object(fields_of(c));
  root["augmentation"] = write_config_object(fields_of(c.augmentation));
  if (c.encoder.layers > 0) root["encoder"] = write_config_object(fields_of(c.encoder));
  root["heads"] = OrderedJson::array();
  for (auto& head : c.heads) root["heads"].push_back(write_config_object(fields_of(head)));
  root["sources"] = OrderedJson::array();
  for (auto& source : c.sources) {
    OrderedJson item = write_config_object(fields_of(source));
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
