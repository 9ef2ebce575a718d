// Which configuration a run has: that of --config, of --data alone, or of the run to resume, with the flags over it.
// The same for every task; what differs between tasks is a ConfigReader.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/program_path.hpp"
#include "emo/error.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "pipeline/bundle_search.hpp"
#include "train/config_checks.hpp"
#include "train/precision.hpp"
#include "train/teacher_heads.hpp"
#include "training_flags.hpp"

namespace emo::app {

/// How a task makes and completes its configuration. Flags are TrainingFlags and its own.
template <class Config, class Flags>
struct ConfigReader {
  Result<Config> (*from_data)(const Flags& flags);
  /// Relative paths in `text` start from `base`.
  Result<Config> (*parse)(std::string_view text, const std::string& base);
  Result<Config> (*with_flags)(Config config, const Flags& flags);
  /// What stands in the args.json of a run of the other task alone, and the command that goes on with one.
  const char *key_of_other, *other_command;
};

inline std::string absolute_path(const std::string& path) {
  return path.empty() ? path : std::filesystem::absolute(path).lexically_normal().string();
}

/// The folder of a bundle: that path, or a bundled model by its name, as --model of other commands takes it. `option`:
/// the flag that names it, or "" for the `key` of a config. Errors: kNotFound.
inline Result<std::string> start_folder(const std::string& name, std::string_view option, std::string_view key) {
  const char* environment = std::getenv("EMO_MODELS");
  const auto folders = pipeline::bundle_folders(core::program_path(), environment == nullptr ? "" : environment);
  const auto found = pipeline::find_bundle(name, folders, option);
  if (!found) return option.empty() ? found.error().at(key) : found.error();
  return absolute_path(*found);
}

/// Of the flags that every training has, those that say where it begins and whom it listens to. Names of bundles in
/// the config are looked up as well. Errors: kNotFound.
template <class Config>
Result<void> set_start(const TrainingFlags& flags, Config& config) {
  const auto is_name = [](const std::string& bundle) { return std::filesystem::path(bundle).is_relative(); };
  if (!flags.init.empty() || (!config.init.empty() && is_name(config.init))) {
    EMO_ASSIGN(config.init,
               flags.init.empty() ? start_folder(config.init, "", "init") : start_folder(flags.init, "--init", "init"));
  }
  if (!flags.teachers.empty()) config.teachers = flags.teachers;
  for (auto& teacher : config.teachers) {
    if (flags.teachers.empty() && !is_name(teacher)) continue;
    const auto name = train::teacher_name(teacher);
    EMO_ASSIGN(const auto folder, start_folder(name.bundle, flags.teachers.empty() ? "" : "--teacher", "teachers"));
    teacher = folder + name.heads;
  }
  if (!flags.name.empty()) config.name = flags.name;
  return {};
}

/// And those that say how it goes. Errors: kUsage for --epochs 0 without a start.
template <class Config>
Result<void> set_course(const TrainingFlags& flags, Config& config) {
  if (flags.epochs == 0 && config.init.empty()) {
    return Error{ErrorCode::kUsage, std::string("--epochs 0 trains nothing: ") + train::kNoStart};
  }
  config.epochs = flags.epochs.value_or(config.epochs);
  config.seed = flags.seed.value_or(config.seed);
  config.threads = flags.threads.value_or(config.threads);
  config.patience = flags.patience.value_or(config.patience);
  config.learning_rate = flags.learning_rate.value_or(config.learning_rate);
  config.dev_fraction = flags.dev_fraction.value_or(config.dev_fraction);
  config.test_fraction = flags.test_fraction.value_or(config.test_fraction);
  if (flags.bf16) config.precision = *flags.bf16 ? train::Precision::kBfloat16 : train::Precision::kFloat32;
  if (flags.fp32) config.int8 = false;
  return {};
}

/// `checked` is a configuration that was within its ranges before flags went over it: what is wrong is a flag (kUsage).
template <class Config>
Result<Config> blame_flags(Result<Config> checked) {
  if (checked) return checked;
  std::string what = checked.error().message;
  constexpr std::string_view kOfFile = "training config: ";
  if (what.starts_with(kOfFile)) what.erase(0, kOfFile.size());
  return Error{ErrorCode::kUsage, "a flag is out of its range: " + what};
}

/// Of `text`, which is that of the file `path`.
template <class Config, class Flags>
Result<Config> config_of(const ConfigReader<Config, Flags>& reader, const std::string& text, const std::string& path,
                         const std::string& base, const Flags& flags) {
  auto parsed = reader.parse(text, base);
  if (!parsed) return parsed.error().at(path);
  return reader.with_flags(std::move(*parsed), flags);
}

/// What --data alone asks for, as JSON, with `settings` in its place.
template <class Config, class Flags>
Result<std::string> settings_over_data(const ConfigReader<Config, Flags>& reader, const io::Json& settings,
                                       Flags flags) {
  const auto init = settings.find("init");  // what suits data depends on whether there is a start
  if (flags.init.empty() && init != settings.end() && init->is_string()) flags.init = init->template get<std::string>();
  EMO_ASSIGN(const auto of_data, reader.from_data(flags));
  EMO_ASSIGN(auto whole, io::parse_json(train::to_json(of_data), "training config"));
  for (const auto& [key, value] : settings.items()) {
    if (value.is_object() && whole.contains(key) && whole[key].is_object()) {
      whole[key].update(value);
    } else {
      whole[key] = value;
    }
  }
  // How long to train is said: what would follow from the data and the start does not overrule it, as beside a flag.
  const bool length_said =
      settings.contains("epochs") || settings.contains("tokens_per_batch") || settings.contains("max_minutes");
  for (const char* key : {"fewest_steps", "most_views"}) {
    if (length_said && whole.contains(key) && !settings.contains(key)) whole[key] = 0;
  }
  return whole.dump();
}

/// Of a fresh run. Errors: kNotFound (data, config), kInvalidData.
template <class Config, class Flags>
Result<Config> config_of_fresh_run(const ConfigReader<Config, Flags>& reader, const Flags& flags) {
  namespace fs = std::filesystem;
  if (flags.config.empty()) {
    EMO_ASSIGN(auto config, reader.from_data(flags));
    return reader.with_flags(std::move(config), flags);
  }
  EMO_ASSIGN(const auto text, io::read_file(flags.config));
  EMO_ASSIGN(const auto config, io::parse_json(text, flags.config));
  const std::string folder = fs::path(absolute_path(flags.config)).parent_path().string();
  if (!config.is_object() || config.contains("sources")) {
    std::error_code failed;
    if (!flags.data.empty() && !fs::is_directory(flags.data, failed)) {
      return Error{io::is_there(flags.data) ? ErrorCode::kUsage : ErrorCode::kNotFound,
                   "--data " + flags.data + " is no folder, and " + flags.config +
                       " names its own data (`sources`), whose relative paths start from --data: "
                       "leave out one of the two"};
    }
    return config_of(reader, text, flags.config, flags.data.empty() ? folder : absolute_path(flags.data), flags);
  }
  if (flags.data.empty()) {
    return Error{ErrorCode::kUsage, flags.config + " names no data (`sources`): say with --data where they are"};
  }
  EMO_ASSIGN(const auto of_data, settings_over_data(reader, config, flags));
  return config_of(reader, of_data, flags.config, folder, flags);
}

/// Of the run in `folder`, from its args.json. Errors: kNotFound, kInvalidData.
template <class Config, class Flags>
Result<Config> config_of_old_run(const ConfigReader<Config, Flags>& reader, const std::string& folder,
                                 const Flags& flags) {
  const std::string path = folder + "/args.json";
  if (!io::is_there(path)) {
    return Error{ErrorCode::kNotFound, folder + " holds no run to resume (no args.json)"};
  }
  EMO_ASSIGN(const auto text, io::read_file(path));
  if (text.find(reader.key_of_other) != std::string::npos) {
    return Error{ErrorCode::kUsage, folder + " is a run of the other kind: resume it with " + reader.other_command};
  }
  return config_of(reader, text, path, "", flags);
}

}  // namespace emo::app
