// The keys of a text training configuration and the ranges of their values. How fields are read is config_fields',
// heads are head_plan.cpp's, and flags over a file are apps/emo-train's.
#include "train/text_config.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/quote.hpp"
#include "core/without_folders.hpp"
#include "io/json.hpp"
#include "text/label_spelling.hpp"
#include "text/language.hpp"
#include "text/normalizer.hpp"
#include "train/config_checks.hpp"
#include "train/config_fields.hpp"
#include "train/teacher_heads.hpp"

namespace emo::train {
namespace {

using io::Json;
using io::OrderedJson;

constexpr std::array<std::string_view, 3> kSelectionNames{"auto", "macro_f1", "calibrated_loss"};
constexpr std::int64_t kMaxTokensPerBatch = 1 << 20;
constexpr std::int64_t kMaxFewestSteps = 1'000'000;
constexpr std::int64_t kFewestPositions = 3;  // the first token, the last, and one of the text

std::vector<ConfigField> fields_of(SourcePlan& s) {
  return {{"name", &s.name},
          {"licence", &s.licence},
          {"train", &s.train},
          {"dev", &s.dev},
          {"test", &s.test},
          {"format", choice(s.format, io::kRowFormatNames)},
          {"text_column", &s.text_column},
          {"label_column", &s.label_column},
          {"label_separator", &s.label_separator},
          {"heads", &s.heads},
          {"repeat", &s.repeat},
          {"hold_out", &s.hold_out},
          {"imitate", &s.imitate},
          {"labelled", &s.labelled}};
}

std::vector<ConfigField> fields_of(TextAugmentation& a) {
  return {
      {"strip_punctuation", &a.strip_punctuation}, {"typo", &a.typo}, {"elongate", &a.elongate}, {"shout", &a.shout}};
}

std::vector<ConfigField> fields_of(core::TextEncoderConfig& e) {
  return {{"vocab_size", &e.vocab_size},
          {"max_positions", &e.max_positions},
          {"token_types", &e.token_types},
          {"relative_buckets", &e.relative_buckets},
          {"relative_distance", &e.relative_distance},
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
          {"fewest_steps", &c.fewest_steps},
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
          {"test_fraction", &c.test_fraction},
          {"start_shares", &c.start_shares},
          {"freeze_words", &c.freeze_words},
          {"freeze_encoder", &c.freeze_encoder},
          {"teachers", &c.teachers},
          {"distill_weight", &c.distill_weight},
          {"distill_temperature", &c.distill_temperature},
          {"select", choice(c.select, kSelectionNames)},
          {"patience", &c.patience},
          {"precision", choice(c.precision, kPrecisionNames)},
          {"seed", &c.seed},
          {"threads", &c.threads},
          {"int8", &c.int8}};
}

Result<void> read_map(const Json& value, const std::string& path, SourcePlan& source) {
  if (!value.is_object()) return wrong_config_value(path, "an object label -> label or null", value);
  for (const auto& [label, target] : value.items()) {
    if (target.is_null()) {
      source.map[label] = std::nullopt;
      continue;
    }
    if (!target.is_string()) return wrong_config_value(path + "." + label, "a label or null", target);
    // What the manifest would refuse when all is learnt.
    const std::string key = text::label_key(target.get<std::string>());
    if (key.empty() || !core::is_harmless(key)) {
      return wrong_config_value(path + "." + label, "a label without control characters, or null to drop it", target);
    }
    source.map[label] = target.get<std::string>();
  }
  return {};
}

bool described(const core::TextEncoderConfig& e) {
  const core::TextEncoderConfig usual;
  return e.layers > 0 || e.hidden > 0 || e.heads > 0 || e.feed_forward > 0 || e.max_positions > 0 || e.vocab_size > 0 ||
         e.token_types != usual.token_types || e.relative_buckets != usual.relative_buckets ||
         e.relative_distance != usual.relative_distance;
}

// Zero is for what the config leaves open.
Result<void> check_encoder(core::TextEncoderConfig encoder) {
  for (const ConfigField& field : fields_of(encoder)) {
    const auto* const size = std::get_if<std::int64_t*>(&field.bound);
    EMO_TRY(
        config_needs(size == nullptr || **size >= 0, "encoder." + std::string(field.key) + " must not be negative"));
  }
  return config_needs(encoder.max_positions == 0 || encoder.max_positions >= kFewestPositions,
                      "encoder.max_positions must be at least " + std::to_string(kFewestPositions));
}

Result<void> check_numbers(const TextTrainConfig& c) {
  EMO_TRY(check_common_numbers(c));
  EMO_TRY(config_needs(c.tokens_per_batch >= 16 && c.tokens_per_batch <= kMaxTokensPerBatch,
                       "tokens_per_batch must be 16.." + std::to_string(kMaxTokensPerBatch)));
  EMO_TRY(config_needs(c.max_tokens >= 8, "max_tokens must be at least 8"));
  EMO_TRY(config_needs(c.fewest_steps >= 0 && c.fewest_steps <= kMaxFewestSteps,
                       "fewest_steps must be 0.." + std::to_string(kMaxFewestSteps)));
  EMO_TRY(config_needs(c.normalizer_version >= 0 && c.normalizer_version <= text::kNormalizerVersion,
                       "normalizer_version must be 0.." + std::to_string(text::kNormalizerVersion)));
  EMO_TRY(config_needs(c.layer_decay > 0 && c.layer_decay <= 1, "layer_decay must be in (0, 1]"));
  EMO_TRY(config_needs(c.dropout >= 0 && c.dropout < 1, "dropout must be in [0, 1)"));
  EMO_TRY(check_encoder(c.encoder));
  const auto& a = c.augmentation;
  return config_needs(is_share(a.strip_punctuation) && is_share(a.typo) && is_share(a.elongate) && is_share(a.shout),
                      "the probabilities of augmentation must be in [0, 1]");
}

// As text/language writes them: any other word would be a language that no text is in.
Result<void> check_languages(const std::vector<std::string>& languages) {
  for (const auto& code : languages) {
    EMO_TRY(config_needs(text::is_language_code(code), "languages: " + core::quoted(code) +
                                                           " is no code of a language, expected two letters of ISO "
                                                           "639-1 such as de or fr"));
  }
  return {};
}

Result<void> check(const TextTrainConfig& c) {
  EMO_TRY(check_model_name(c));
  EMO_TRY(check_languages(c.languages));
  EMO_TRY(config_needs(!c.heads.empty(), "at least one head is needed"));
  EMO_TRY(check_heads_and_sources(c));
  EMO_TRY(check_numbers(c));
  for (const auto& source : c.sources) {
    const std::string place = "source " + core::quoted(source.name) + ": ";
    EMO_TRY(config_needs(!source.train.empty(), place + "no \"train\" file"));
    EMO_TRY(config_needs(source.label_separator.size() == 1,
                         place + "label_separator must be one character, is " + core::quoted(source.label_separator)));
    EMO_TRY(config_needs(source.labelled || source.dev.empty(), place + "\"dev\" of a source that is not labelled"));
    EMO_TRY(config_needs(c.test_fraction == 0 || source.test.empty(),
                         place + "test_fraction is for data without a test file, and this has " + source.test));
    EMO_TRY(config_needs(source.labelled || source.imitate,
                         place + "neither \"labelled\" nor \"imitate\", so there is nothing to learn from it"));
    EMO_TRY(config_needs(source.labelled || c.distill_weight > 0,
                         place + "not \"labelled\", and distill_weight 0 does not listen to teachers, so there is "
                                 "nothing to learn from it"));
  }
  return {};
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
    resolve_path(source.train, base_directory);
    resolve_path(source.dev, base_directory);
    resolve_path(source.test, base_directory);
    config.sources.push_back(std::move(source));
  }
  return {};
}

}  // namespace

std::string shown_name(const SourcePlan& source) {
  return source.name.empty() ? core::last_part(source.train) : source.name;
}

Result<TextTrainConfig> parse_text_config(std::string_view json, const std::string& base_directory) {
  EMO_ASSIGN(const Json root, io::parse_json(json, "training config"));
  TextTrainConfig config;
  EMO_TRY(read_config_object(root, "config", fields_of(config), {"heads", "sources", "augmentation", "encoder"}));
  config.normalizer_stated = root.contains("normalizer_version");
  if (root.contains("augmentation")) {
    EMO_TRY(read_config_object(root["augmentation"], "config.augmentation", fields_of(config.augmentation)));
  }
  if (root.contains("encoder")) {
    EMO_TRY(read_config_object(root["encoder"], "config.encoder", fields_of(config.encoder)));
  }
  if (root.contains("heads")) EMO_TRY(read_heads(root["heads"], config));
  if (root.contains("sources")) EMO_TRY(read_sources(root["sources"], base_directory, config));
  resolve_bundle(config.init, base_directory);
  resolve_path(config.tokenizer, base_directory);
  for (auto& teacher : config.teachers) {
    auto name = teacher_name(teacher);
    resolve_bundle(name.bundle, base_directory);
    teacher = name.bundle + name.heads;
  }
  EMO_TRY(check(config));
  return config;
}

Result<void> check_beside_init(const TextTrainConfig& config) {
  if (config.init.empty()) {
    EMO_TRY(config_needs(!config.freeze_words, "freeze_words needs --init: the words of a fresh encoder mean nothing"));
    return config_needs(!config.freeze_encoder, "freeze_encoder needs --init: a fresh encoder reads nothing");
  }
  const std::string why = " is for a fresh start, and init " + config.init + " brings its own: leave one of them out";
  EMO_TRY(config_needs(config.tokenizer.empty(), "tokenizer" + why));
  return config_needs(!described(config.encoder), "encoder" + why);
}

std::string to_json(const TextTrainConfig& config) {
  TextTrainConfig c = config;  // the field tables bind to non-const members
  OrderedJson root = write_config_object(fields_of(c));
  if (!c.normalizer_stated) root.erase("normalizer_version");  // so that it is open still when it is read again
  root["augmentation"] = write_config_object(fields_of(c.augmentation));
  if (described(c.encoder)) root["encoder"] = write_config_object(fields_of(c.encoder));
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
