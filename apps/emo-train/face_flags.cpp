// From flags to a configuration of face training. Reads configuration files, never data: what the data decide (classes,
// sizes) is filled in by src/train, whose checks of ranges are not repeated here.
#include "face_flags.hpp"

#include <filesystem>

#include "config_choice.hpp"
#include "core/image_network.hpp"
#include "core/quote.hpp"
#include "io/file.hpp"

namespace emo::app {
namespace {

namespace fs = std::filesystem;

// A start may take squares of 2 x 2 pixels together, which costs next to nothing; a fresh network grows with all its
// maps.
constexpr std::int64_t kLargestFreshInput = 64, kLargestStartInput = 96;

// Of a fine-tuning: less than an hour on two cores without AVX-512, where one sees 70 pictures a second at 48 pixels a
// side, or at 96 by squares (docs/results/transfer.md).
constexpr std::int64_t kMostViews = 265'000;

// Much gentler than from scratch: what the start knows is worth more than what a set for fine-tuning can teach, and is
// lost at higher rates within an epoch. Heads that begin with zeros need the higher one (docs/results/transfer.md).
void settle_for_fine_tuning(train::FaceTrainConfig& config) {
  config.epochs = 24;
  config.grow_input_to = kLargestStartInput;
  config.most_views = kMostViews;
  config.learning_rate = 6e-4;
  config.head_rate_scale = 10;
  config.ema = 0.998;
  config.start_shares = {0, 0.25, 0.5, 0.75};
  // Macro-F1 of some thousand faces hangs on a handful of the rarest class (docs/results/transfer.md).
  config.select = train::Selection::kCalibratedLoss;
}

Result<train::FaceTrainConfig> config_from_data(const FaceFlags& flags) {
  const std::string& data = flags.data;
  if (const auto there = io::check_there(data); !there) return there.error().at("--data");
  train::FaceTrainConfig config;
  config.epochs = 40;
  config.grow_input_to = kLargestFreshInput;
  config.flip_average = true;
  train::HeadPlan head;
  head.name = "expression";
  head.label_smoothing = 0.05;
  config.heads.push_back(head);
  if (!flags.init.empty()) settle_for_fine_tuning(config);
  train::FaceSourcePlan source;
  source.path = absolute_path(data);
  const fs::path path(source.path);
  source.name = (path.has_filename() ? path : path.parent_path()).filename().string();
  config.sources.push_back(source);
  return config;
}

Result<train::FaceTrainConfig> with_flags(train::FaceTrainConfig config, const FaceFlags& flags) {
  EMO_TRY(set_start(flags, config));
  if (flags.architecture) {
    if (!config.init.empty()) {
      return Error{ErrorCode::kUsage, "--arch " + *flags.architecture + " is the network of a fresh start, and " +
                                          (flags.init.empty() ? "the config's init" : "--init " + flags.init) +
                                          " brings its own: leave one of them out"};
    }
    if (const auto trainable = train::check_trainable(*flags.architecture); !trainable) {
      return Error{ErrorCode::kUsage, "--arch " + trainable.error().message};
    }
    config.architecture.name = *flags.architecture;
    config.architecture.widths.clear();
    config.architecture.depths.clear();
  }
  for (auto& source : config.sources) {
    if (!flags.images.empty()) source.images = absolute_path(flags.images);
    if (!flags.classes.empty()) source.numbered = flags.classes;
    source.image_column = flags.image_column.value_or(source.image_column);
    source.label_column = flags.label_column.value_or(source.label_column);
  }
  if (flags.epochs || flags.max_minutes) config.most_views = 0;
  config.batch = flags.batch.value_or(config.batch);
  config.grow_input_to = flags.grow_input_to.value_or(config.grow_input_to);
  config.flip_average = flags.flip_average.value_or(config.flip_average);
  config.max_minutes = flags.max_minutes.value_or(config.max_minutes);
  if (flags.seeds > 0 && config.split_seed == 0) config.split_seed = std::max<std::int64_t>(1, config.seed);
  EMO_TRY(set_course(flags, config));  // whose seed is this run's, not the split's
  return blame_flags(train::parse_face_config(train::to_json(config), ""));  // the ranges of the file
}

constexpr ConfigReader<train::FaceTrainConfig, FaceFlags> kFaceReader = {
    config_from_data, train::parse_face_config, with_flags, "\"tokens_per_batch\"", "emo train text"};

}  // namespace

Result<train::FaceTrainConfig> face_config_of(const FaceFlags& flags) {
  return config_of_fresh_run(kFaceReader, flags);
}

Result<train::FaceTrainConfig> face_config_of_run(const std::string& folder, const FaceFlags& flags) {
  return config_of_old_run(kFaceReader, folder, flags);
}

}  // namespace emo::app
