// Everything that decides a text training run: read from a config file and flags, written to args.json.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "io/rows.hpp"
#include "train/head_plan.hpp"
#include "train/precision.hpp"

namespace emo::train {

/// One data set and the heads that it teaches.
struct SourcePlan {
  std::string name, licence;
  std::string train, dev;  ///< files; dev may be empty when train is split
  std::string test;        ///< file whose texts are kept out of training, nothing else is made of it; may be empty
  io::RowFormat format = io::RowFormat::kAuto;
  std::string text_column = "text", label_column = "labels";
  std::string label_separator = "|";  ///< one character, between several labels of a csv or tsv field
  std::vector<std::string> heads;     ///< names; empty = every head
  std::map<std::string, std::optional<std::string>> map;  ///< label -> label of the head, null = drop the label
  double repeat = 1.0;                                    ///< expected copies of each row per epoch
  bool hold_out = true;  ///< keep dev_fraction of the rows for development, without dev file, and test_fraction
  bool imitate = true;   ///< teachers are asked about these rows
  bool labelled = true;  ///< false: labels are not read, teachers alone say what the rows mean
};

/// Which epoch is kept: the one whose mean over the heads of macro-F1 on the development rows is highest; or the last
/// one whose loss on them, at the temperature that suits them best, is the lowest within its standard error. Few rows
/// measure that better than shares of right answers: kAuto takes it where there are fewer than kFewDevRows.
enum class TextSelection : std::uint8_t { kAuto, kMacroF1, kCalibratedLoss };
inline constexpr std::size_t kFewDevRows = 200;

/// Random changes of training texts, each with its probability per text.
struct TextAugmentation {
  double strip_punctuation = 0.0, typo = 0.0, elongate = 0.0, shout = 0.0;
};

/// What cards and manifests call it: its name, or else the last part of its path.
std::string shown_name(const SourcePlan& source);

struct TextTrainConfig {
  std::string name = "text-model", version = "1.0.0";
  std::string init;                    ///< bundle or Hugging Face folder; empty = fresh encoder of `encoder`
  std::string tokenizer;               ///< folder with tokenizer files, for a fresh encoder
  core::TextEncoderConfig encoder;     ///< for a fresh encoder
  std::vector<std::string> languages;  ///< ISO 639-1 codes; empty = as the training rows say (choose_languages())
  std::vector<HeadPlan> heads;
  std::vector<SourcePlan> sources;
  std::int64_t epochs = 4, tokens_per_batch = 1280, max_tokens = 128;
  std::int64_t fewest_steps = 0;  ///< > 0: of few rows smaller batches and more epochs are made (with_fewest_steps)
  double learning_rate = 1e-4, head_rate_scale = 5.0, layer_decay = 0.9, rate_floor = 0.02, warmup = 0.06;
  double weight_decay = 0.01, dropout = 0.1, clip_norm = 1.0, ema = 0.0, dev_fraction = 0.1;
  double test_fraction = 0.0;  ///< kept for one test after the export, of data without a test file; 0 = none
  /// Of the start's weights in the exported ones, the rest being what was trained; of several the one that the
  /// development rows like best (mix_with_start). Empty = 0.
  std::vector<double> start_shares;
  bool freeze_words = false;
  bool freeze_encoder = false;  ///< train the heads alone, on the encoder as it starts
  TextAugmentation augmentation;
  std::vector<std::string> teachers;  ///< bundles whose heads of the same name are imitated
  double distill_weight = 0.5, distill_temperature = 1.0;
  TextSelection select = TextSelection::kAuto;
  std::int64_t patience = 0;  ///< epochs without a better dev score before stopping; 0 = never
  Precision precision = Precision::kFloat32;
  std::int64_t seed = 1, threads = 0;  ///< 0 = all cores
  bool int8 = true;                    ///< quantise the exported bundle
  std::int64_t normalizer_version = 1;
  bool normalizer_stated = false;  ///< the config says so; else a bundle that the run starts from decides
};

/// Reads a config (JSON object; every key optional except heads and sources). Relative paths are taken from
/// `base_directory`, but for names of bundles (resolve_bundle()). Unknown keys are errors that name the nearest known
/// key. Errors: kInvalidData with the JSON path.
Result<TextTrainConfig> parse_text_config(std::string_view json, const std::string& base_directory);

/// Whether a config with `init` leaves tokenizer and encoder to it, and one without freezes nothing that has learnt
/// nothing. Errors: kInvalidData.
Result<void> check_beside_init(const TextTrainConfig& config);

/// The effective config; parse_text_config gives it back.
std::string to_json(const TextTrainConfig& config);

}  // namespace emo::train
