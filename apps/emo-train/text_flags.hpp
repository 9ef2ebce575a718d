// The flags of `emo train text` and the configuration that follows from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/text_config.hpp"
#include "training_flags.hpp"

namespace emo::app {

struct TextFlags : TrainingFlags {
  std::string map;
  std::optional<std::string> text_column, label_column, label_separator, input_format;
  std::vector<std::string> languages;
  std::optional<std::int64_t> tokens_per_batch;
};

/// The configuration of a fresh run: the --config file, else one head on the --data file or folder; flags override it.
/// Every path is absolute, so that the run can be resumed from anywhere. Errors: kNotFound (data, config),
/// kInvalidData.
Result<train::TextTrainConfig> text_config_of(const TextFlags& flags);

/// The configuration that the run in `folder` was started with (its args.json), with the flags over it.
Result<train::TextTrainConfig> text_config_of_run(const std::string& folder, const TextFlags& flags);

}  // namespace emo::app
