// From flags to a configuration. Reads configuration files, never data.
#include "text_flags.hpp"

#include <filesystem>

#include "io/file.hpp"

namespace emo::app {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
  return path.empty() ? path : fs::absolute(path).lexically_normal().string();
}

// One data set without a config: a file, or a folder with train (and dev) files; one head, labels as found.
Result<train::TextTrainConfig> config_from_data(const std::string& data) {
  train::TextTrainConfig config;
  train::SourcePlan source;
  if (!fs::exists(data)) return Error{ErrorCode::kNotFound, "--data " + data + ": no such file or folder"};
  const fs::path path = fs::absolute(data / fs::path()).lexically_normal();
  if (fs::is_directory(data)) {
    source.name = path.parent_path().filename().string();
    for (const char* extension : {".jsonl", ".csv", ".tsv"}) {
      const std::string train = (path / "train").string() + extension;
      const std::string dev = (path / "dev").string() + extension;
      if (source.train.empty() && fs::exists(train)) source.train = train;
      if (source.dev.empty() && fs::exists(dev)) source.dev = dev;
    }
    if (source.train.empty()) {
      return Error{ErrorCode::kNotFound, "--data " + data + " has no train.jsonl, train.csv or train.tsv"};
    }
  } else {
    source.name = fs::path(data).filename().string();
    source.train = absolute(data);
  }
  train::HeadPlan head;
  head.name = "labels";
  config.heads.push_back(head);
  config.sources.push_back(source);
  return config;
}

Result<train::TextTrainConfig> config_from_file(const std::string& path, const std::string& base) {
  EMO_ASSIGN(const auto text, io::read_file(path));
  auto parsed = train::parse_text_config(text, base);
  if (!parsed) return parsed.error().at(path);
  return std::move(*parsed);
}

Result<train::TextTrainConfig> with_flags(train::TextTrainConfig config, const TextFlags& flags) {
  if (!flags.init.empty()) config.init = absolute(flags.init);
  if (!flags.name.empty()) config.name = flags.name;
  if (!flags.teachers.empty()) config.teachers.clear();
  for (const auto& teacher : flags.teachers) config.teachers.push_back(absolute(teacher));
  for (auto& source : config.sources) {
    source.text_column = flags.text_column.value_or(source.text_column);
    source.label_column = flags.label_column.value_or(source.label_column);
  }
  config.epochs = flags.epochs.value_or(config.epochs);
  config.seed = flags.seed.value_or(config.seed);
  config.threads = flags.threads.value_or(config.threads);
  config.tokens_per_batch = flags.tokens_per_batch.value_or(config.tokens_per_batch);
  config.learning_rate = flags.learning_rate.value_or(config.learning_rate);
  if (flags.fp32) config.int8 = false;
  return train::parse_text_config(train::to_json(config), "");  // flags obey the same ranges as the file
}

}  // namespace

Result<train::TextTrainConfig> config_of(const TextFlags& flags) {
  if (flags.config.empty()) {
    EMO_ASSIGN(auto config, config_from_data(flags.data));
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

Result<train::TextTrainConfig> config_of_run(const std::string& folder, const TextFlags& flags) {
  if (!fs::exists(folder + "/args.json")) {
    return Error{ErrorCode::kNotFound, folder + " holds no run to resume (no args.json)"};
  }
  EMO_ASSIGN(auto config, config_from_file(folder + "/args.json", ""));
  return with_flags(std::move(config), flags);
}

}  // namespace emo::app
