// Messages and exit statuses of training; one run after the other for several seeds. What differs between texts and
// faces is handed in; what several seeds come to is seed_runs.cpp's.
#include "training_command.hpp"

#include <cstdio>
#include <vector>

#include "console/parse_conclusion.hpp"
#include "console/shell_word.hpp"
#include "core/quote.hpp"
#include "io/file.hpp"
#include "run_summary.hpp"
#include "seed_runs.hpp"
#include "text/utf8.hpp"

namespace emo::app {

int fail_training(const std::string& task, const Error& error) {
  std::fprintf(stderr, "emo train %s: %s\n", task.c_str(), core::for_terminal(error.message, true).c_str());
  return error_info(error.code).exit_status;
}

Result<void> check_paths(const TrainingFlags& flags) {
  std::vector<std::string> paths = flags.teachers;
  paths.insert(paths.end(), {flags.data, flags.init});
  for (const std::string& path : paths) {
    if (text::validate_utf8(path)) continue;
    return Error{ErrorCode::kUsage, core::quoted_path(path) +
                                        " is not UTF-8, so that args.json cannot name it: give "
                                        "it another name"};
  }
  return {};
}

std::vector<std::string> names_of(const std::vector<CourseFlag>& taken) {
  std::vector<std::string> names;
  for (const CourseFlag& flag : taken) names.push_back(flag.name);
  return names;
}

std::vector<std::string> keys_given(const CLI::App& sub, const std::vector<CourseFlag>& taken) {
  std::vector<std::string> keys;
  for (const CourseFlag& flag : taken) {
    if (sub.count(flag.name) > 0) keys.insert(keys.end(), flag.keys.begin(), flag.keys.end());
  }
  return keys;
}

int tell_interruption(const std::string& task, const std::string& out, bool several_seeds) {
  std::fprintf(stderr, "stopped; go on with: emo train %s --out %s --resume%s\n", task.c_str(),
               console::shell_word(out).c_str(), several_seeds ? " (with the flags of before)" : "");
  return console::kInterruptedStatus;
}

int run_seeds(const std::string& task, const std::string& out, std::int64_t count, const std::string& format,
              train::TrainingObserver& progress, const SeededRun& run) {
  std::vector<SeedResult> results;
  for (std::int64_t seed = 1; seed <= count; ++seed) {
    const std::string folder = out + "/seed-" + std::to_string(seed);
    progress.on_message("seed " + std::to_string(seed) + " of " + std::to_string(count) + " -> " + folder);
    const auto done = run(folder, seed);
    if (!done) return fail_training(task, done.error().at("seed " + std::to_string(seed)));
    if (done->interrupted) return tell_interruption(task, out, true);
    results.push_back({seed, done->best});
  }
  const std::string path = out + "/results_seeds.csv";
  if (const auto written = io::write_file_atomic(path, seeds_csv(results)); !written) {
    return fail_training(task, written.error());
  }
  progress.on_message("wrote " + path);
  if (const std::string unlike = unlike_runs(out, count); !unlike.empty()) progress.on_message(unlike);
  const auto told = print_seeds(format, results, path);
  return told ? 0 : fail_training(task, told.error());
}

}  // namespace emo::app
