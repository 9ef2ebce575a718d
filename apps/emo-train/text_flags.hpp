// The flags of `emo train text` and the configuration that follows from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/text_config.hpp"

namespace emo::app {

struct TextFlags {
  std::string data, out, init, config, name, map, format;
  std::optional<std::string> text_column, label_column, label_separator, input_format;
  std::vector<std::string> teachers, languages;
  std::optional<std::int64_t> epochs, seed, threads, tokens_per_batch, patience;
  std::optional<double> learning_rate, dev_fraction, test_fraction;
  std::optional<bool> bf16;
  std::int64_t seeds = 0;  ///< 0 = one run, straight in `out`
  bool resume = false, quiet = false, fp32 = false;
};

/// The configuration of a fresh run: the --config file, else one head on the --data file or folder; flags override it.
/// Every path is absolute, so that the run can be resumed from anywhere. Errors: kNotFound (data, config),
/// kInvalidData.
Result<train::TextTrainConfig> text_config_of(const TextFlags& flags);

/// The configuration that the run in `folder` was started with (its args.json), with the flags over it.
Result<train::TextTrainConfig> text_config_of_run(const std::string& folder, const TextFlags& flags);

}  // namespace emo::app
