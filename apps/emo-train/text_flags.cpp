// From flags to a configuration of text training. Reads configuration files, never data: what the data decide (heads,
// languages) is filled in by src/train, whose checks of ranges are not repeated here.
#include "text_flags.hpp"

#include <filesystem>
#include <system_error>

#include "config_choice.hpp"
#include "dataset/row_files.hpp"
#include "eval/evaluation_files.hpp"
#include "io/file.hpp"
#include "io/rows.hpp"
#include "text/normalizer.hpp"
#include "train/teacher_heads.hpp"

namespace emo::app {
namespace {

namespace fs = std::filesystem;

// Of a fine-tuning; below, the start has not yet learnt what the rows say (docs/results/few_rows.md).
constexpr std::int64_t kFewestSteps = 200;

// What is random has more to learn than what is only to be adapted, and all of its layers the same. It knows no marks
// yet, so those of phones and word processors may be the plain ones from the beginning.
void settle_for_scratch(train::TextTrainConfig& config) {
  config.normalizer_version = text::kNormalizerVersion;
  config.normalizer_stated = true;
  config.epochs = 8;
  config.learning_rate = 1e-3;
  config.head_rate_scale = 1;
  config.layer_decay = 1;
}

// One data set without a config: a file, or a folder with train (and dev) files; one head, labels as found.
Result<train::TextTrainConfig> config_from_data(const TextFlags& flags) {
  const std::string& data = flags.data;
  train::TextTrainConfig config;
  train::SourcePlan source;
  if (const auto there = io::check_there(data); !there) return there.error().at("--data");
  std::error_code failed;
  const fs::path path = fs::absolute(data / fs::path()).lexically_normal();
  if (fs::is_directory(data, failed)) {
    source.name = path.parent_path().filename().string();
    EMO_ASSIGN(source.train, dataset::row_file_of(path.string(), dataset::Split::kTrain));
    EMO_ASSIGN(source.dev, dataset::row_file_of(path.string(), dataset::Split::kDev));
    EMO_ASSIGN(source.test, dataset::row_file_of(path.string(), dataset::Split::kTest));
    if (source.train.empty()) {
      return Error{ErrorCode::kNotFound,
                   "--data " + data + " has no train.jsonl, train.json, train.csv, train.tsv or train.txt"};
    }
  } else {
    source.name = fs::path(data).filename().string();
    source.train = absolute_path(data);
  }
  train::HeadPlan head;
  head.name = "labels";
  config.heads.push_back(head);
  config.sources.push_back(source);
  if (flags.init.empty()) {
    settle_for_scratch(config);
  } else {
    config.fewest_steps = kFewestSteps;
  }
  return config;
}

// How the files of every source are read, and what their labels are called.
Result<void> set_reading(const TextFlags& flags, train::TextTrainConfig& config) {
  eval::LabelMap map;
  if (!flags.map.empty()) {
    EMO_ASSIGN(map, eval::read_label_map(flags.map));
  }
  for (auto& source : config.sources) {
    if (flags.input_format) {
      const auto format = io::row_format_of(*flags.input_format);
      if (!format) return Error{ErrorCode::kUsage, "--input-format: there is none called " + *flags.input_format};
      source.format = *format;
    }
    source.text_column = flags.text_column.value_or(source.text_column);
    source.label_column = flags.label_column.value_or(source.label_column);
    source.label_separator = flags.label_separator.value_or(source.label_separator);
    if (!flags.map.empty()) source.map = map;
  }
  return {};
}

Result<train::TextTrainConfig> with_flags(train::TextTrainConfig config, const TextFlags& flags) {
  EMO_TRY(set_start(flags, config));
  EMO_TRY(set_reading(flags, config));
  if (!flags.languages.empty()) config.languages = flags.languages;
  if (flags.epochs || flags.tokens_per_batch) config.fewest_steps = 0;
  config.tokens_per_batch = flags.tokens_per_batch.value_or(config.tokens_per_batch);
  EMO_TRY(set_course(flags, config));
  return blame_flags(train::parse_text_config(train::to_json(config), ""));  // the ranges of the file
}

constexpr ConfigReader<train::TextTrainConfig, TextFlags> kTextReader = {
    config_from_data, train::parse_text_config, with_flags, "\"teacher_view\"", "emo train face"};

}  // namespace

Result<train::TextTrainConfig> text_config_of(const TextFlags& flags) {
  return config_of_fresh_run(kTextReader, flags);
}

Result<train::TextTrainConfig> text_config_of_run(const std::string& folder, const TextFlags& flags) {
  return config_of_old_run(kTextReader, folder, flags);
}

}  // namespace emo::app
