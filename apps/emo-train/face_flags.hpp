// The flags of `emo train face` and the configuration that follows from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/face_config.hpp"

namespace emo::app {

struct FaceFlags {
  std::string data, out, init, config, name, images, format;
  std::optional<std::string> architecture;
  std::vector<std::string> teachers, classes;
  std::optional<std::int64_t> epochs, seed, threads, batch, patience, grow_input_to;
  std::optional<double> learning_rate, max_minutes, dev_fraction, test_fraction;
  std::optional<bool> flip_average, bf16;
  std::int64_t seeds = 0;  ///< 0 = one run, straight in `out`; else all are judged on the same rows
  bool resume = false, quiet = false, fp32 = false;
};

/// The configuration of a fresh run: the --config file, else one head on --data with settings that suit some 15,000
/// faces, gentler ones with --init; flags override it. Every path is absolute, so that the run can be resumed from
/// anywhere. Errors: kNotFound (data, config), kInvalidData.
Result<train::FaceTrainConfig> face_config_of(const FaceFlags& flags);

/// The configuration that the run in `folder` was started with (its args.json), with the flags over it.
Result<train::FaceTrainConfig> face_config_of_run(const std::string& folder, const FaceFlags& flags);

}  // namespace emo::app
