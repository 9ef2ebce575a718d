// From flags to a configuration. Reads configuration files, never data.
#include "face_flags.hpp"

#include <filesystem>

#include "io/file.hpp"

namespace emo::app {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
  return path.empty() ? path : fs::absolute(path).lexically_normal().string();
}

// Gentler than from scratch: a guess that held on one small set, not a search.
void settle_for_fine_tuning(train::FaceTrainConfig& config) {
  config.epochs = 24;
  config.learning_rate = 2e-3;
  config.head_rate_scale = 2;
  config.ema = 0.998;
}

Result<train::FaceTrainConfig> config_from_data(const FaceFlags& flags) {
  const std::string& data = flags.data;
  if (!fs::exists(data)) return Error{ErrorCode::kNotFound, "--data " + data + ": no such file or folder"};
  train::FaceTrainConfig config;
  config.epochs = 40;
  train::HeadPlan head;
  head.name = "expression";
  head.label_smoothing = 0.05;
  config.heads.push_back(head);
  if (!flags.init.empty()) settle_for_fine_tuning(config);
  train::FaceSourcePlan source;
  source.path = absolute(data);
  const fs::path path(source.path);
  source.name = (path.has_filename() ? path : path.parent_path()).filename().string();
  config.sources.push_back(source);
  return config;
}

Result<train::FaceTrainConfig> config_from_file(const std::string& path, const std::string& base) {
  EMO_ASSIGN(const auto text, io::read_file(path));
  auto parsed = train::parse_face_config(text, base);
  if (!parsed) return parsed.error().at(path);
  return std::move(*parsed);
}

Result<train::FaceTrainConfig> with_flags(train::FaceTrainConfig config, const FaceFlags& flags) {
  if (!flags.init.empty()) config.init = absolute(flags.init);
  if (!flags.name.empty()) config.name = flags.name;
  if (flags.architecture) {
    config.architecture.name = *flags.architecture;
    config.architecture.widths.clear();
    config.architecture.depths.clear();
  }
  for (auto& source : config.sources) {
    if (!flags.images.empty()) source.images = absolute(flags.images);
    if (!flags.classes.empty()) source.numbered = flags.classes;
  }
  if (!flags.teachers.empty()) config.teachers.clear();
  for (const auto& teacher : flags.teachers) config.teachers.push_back(absolute(teacher));
  config.epochs = flags.epochs.value_or(config.epochs);
  config.seed = flags.seed.value_or(config.seed);
  config.threads = flags.threads.value_or(config.threads);
  config.batch = flags.batch.value_or(config.batch);
  config.patience = flags.patience.value_or(config.patience);
  config.learning_rate = flags.learning_rate.value_or(config.learning_rate);
  config.max_minutes = flags.max_minutes.value_or(config.max_minutes);
  if (flags.fp32) config.int8 = false;
  return train::parse_face_config(train::to_json(config), "");  // flags obey the same ranges as the file
}

}  // namespace

Result<train::FaceTrainConfig> face_config_of(const FaceFlags& flags) {
  if (flags.config.empty()) {
    EMO_ASSIGN(auto config, config_from_data(flags));
    return with_flags(std::move(config), flags);
  }
  if (!flags.data.empty() && !fs::is_directory(flags.data)) {
    return Error{ErrorCode::kNotFound, "--data " + flags.data +
                                           ": no such folder (with --config it is the folder that "
                                           "the config's relative paths start from)"};
  }
  const std::string base =
      flags.data.empty() ? fs::path(absolute(flags.config)).parent_path().string() : absolute(flags.data);
  EMO_ASSIGN(auto config, config_from_file(flags.config, base));
  return with_flags(std::move(config), flags);
}

Result<train::FaceTrainConfig> face_config_of_run(const std::string& folder, const FaceFlags& flags) {
  if (!fs::exists(folder + "/args.json")) {
    return Error{ErrorCode::kNotFound, folder + " holds no run to resume (no args.json)"};
  }
  EMO_ASSIGN(auto config, config_from_file(folder + "/args.json", ""));
  return with_flags(std::move(config), flags);
}

}  // namespace emo::app
