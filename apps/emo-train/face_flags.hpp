// The flags of `emo train face` and the configuration that follows from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/face_config.hpp"
#include "training_flags.hpp"

namespace emo::app {

/// The runs of several `seeds` are all judged on the same faces.
struct FaceFlags : TrainingFlags {
  std::string images;
  std::optional<std::string> image_column, label_column;
  std::optional<std::string> architecture;
  std::vector<std::string> classes;
  std::optional<std::int64_t> batch, grow_input_to;
  std::optional<double> max_minutes;
  std::optional<bool> flip_average;
};

/// The configuration of a fresh run: the --config file, else one head on --data with settings that suit some 15,000
/// faces, gentler ones with --init; flags override it. Every path is absolute, so that the run can be resumed from
/// anywhere. Errors: kNotFound (data, config), kInvalidData.
Result<train::FaceTrainConfig> face_config_of(const FaceFlags& flags);

/// The configuration that the run in `folder` was started with (its args.json), with the flags over it.
Result<train::FaceTrainConfig> face_config_of_run(const std::string& folder, const FaceFlags& flags);

}  // namespace emo::app
