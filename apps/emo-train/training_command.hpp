// What `emo train text` and `emo train face` do, say and return alike. What differs is a TrainingCommand.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "command_line.hpp"
#include "console/shell_word.hpp"
#include "core/joined.hpp"
#include "emo/error.hpp"
#include "io/file.hpp"
#include "progress_bar.hpp"
#include "recipe.hpp"
#include "report_hook.hpp"
#include "run_summary.hpp"
#include "train/observer.hpp"
#include "train/run_folder.hpp"
#include "train/training_state.hpp"

namespace emo::app {

/// A flag that a resumed run takes, and the settings that it may change with what follows from them.
struct CourseFlag {
  std::string name;
  std::vector<std::string> keys = {};
};

/// Flags are TrainingFlags and the task's own; Done, what a run comes to, has `interrupted`, `best`, `bundle` and
/// `command`.
template <class Flags, class Done>
struct TrainingCommand {
  std::string task;                            ///< "text"
  std::string example;                         ///< what to give to a trained bundle
  std::vector<CourseFlag> taken_when_resumed;  ///< flags, besides --out and --resume
  /// Trains in flags.out, or goes on with the run there; `command` is for the bundle's provenance.
  Result<Done> (*run)(const Flags& flags, bool resume, const std::string& command, train::TrainingObserver& observer);
  Result<std::string> (*config_of)(const Flags& flags) = nullptr;  ///< of a new run, as JSON
  Flags (*course_of)(const Flags& flags) = nullptr;                ///< those of `taken_when_resumed` alone
  Result<void> (*check_run)(const Flags& course) = nullptr;        ///< whether flags.out holds a run of this task
};

struct FinishedRun {
  bool interrupted = false;
  train::EpochFigures best;  ///< empty where interrupted
};

/// Trains in `folder` with `seed`, report and files of the folder included.
using SeededRun = std::function<Result<FinishedRun>(const std::string& folder, std::int64_t seed)>;

/// "emo train TASK: …" on standard error; the exit status of the error.
int fail_training(const std::string& task, const Error& error);

/// kUsage for what is read and cannot be named in args.json, which is JSON.
Result<void> check_paths(const TrainingFlags& flags);

/// Of `taken` the names; and the keys of those that are given to `sub`.
std::vector<std::string> names_of(const std::vector<CourseFlag>& taken);
std::vector<std::string> keys_given(const CLI::App& sub, const std::vector<CourseFlag>& taken);

/// Says how to go on with a run that was stopped in `out`; the exit status of an interruption.
int tell_interruption(const std::string& task, const std::string& out, bool several_seeds);

/// Runs with the seeds 1 to `count` in OUT/seed-1 to OUT/seed-COUNT, one after the other; then OUT/results_seeds.csv
/// and the result in `format` on standard output. The first error or interruption ends it. Returns the exit status.
int run_seeds(const std::string& task, const std::string& out, std::int64_t count, const std::string& format,
              train::TrainingObserver& progress, const SeededRun& run);

/// One run in flags.out, its report kept up to date.
template <class Flags, class Done>
Result<Done> run_one(const TrainingCommand<Flags, Done>& command, const Flags& flags, const std::string& line,
                     train::TrainingObserver& progress) {
  const bool resume = flags.resume && (flags.seeds == 0 || io::is_there(flags.out + "/args.json"));
  ReportHook report(progress, flags.out);
  EMO_ASSIGN(auto done, command.run(flags, resume, line, report));
  if (!done.interrupted) report.finish(done.command);
  return done;
}

/// With what to go on in flags.out, or to begin there where it holds no run and the flags say which. Errors: kUsage for
/// flags that ask for another run than the one there.
template <class Flags, class Done>
Result<Flags> flags_of_resumption(const TrainingCommand<Flags, Done>& command, const Flags& flags, const CLI::App& sub,
                                  train::TrainingObserver& progress) {
  const auto taken = names_of(command.taken_when_resumed);
  const std::string other = flag_beside(sub, taken);
  if (other.empty()) return flags;
  if (flags.data.empty() && flags.config.empty()) {
    return Error{ErrorCode::kUsage, "--resume does not take " + other +
                                        " alone: the run in --out goes on with its own data, start and settings; give "
                                        "all flags of before, or none but " +
                                        core::joined(taken) + ", which may change"};
  }
  if (!io::is_there(flags.out + "/args.json")) {
    EMO_TRY(train::RunFolder::check(flags.out, false));
    progress.on_message(flags.out + " holds no run yet: it begins");
    Flags fresh = flags;
    fresh.resume = false;
    return fresh;
  }
  const Flags course = command.course_of(flags);
  EMO_TRY(command.check_run(course));
  EMO_ASSIGN(const std::string config, command.config_of(flags));
  EMO_TRY(check_recipe(flags.out, config, keys_given(sub, command.taken_when_resumed)));
  return course;
}

/// What the command line of `sub` asks for: one run or several, or why not. Returns the exit status.
template <class Flags, class Done>
int run_training(const TrainingCommand<Flags, Done>& command, const Flags& flags, const CLI::App& sub) {
  const std::string name = "emo train " + command.task;
  const bool several = flags.seeds > 0;
  if (flags.data.empty() && flags.config.empty() && (!flags.resume || several)) {
    const std::string wanted = flags.resume
                                   ? "--seeds with --resume needs the flags of before: --data or --config, and what "
                                     "stood beside it (OUT/seed-1/commands.txt has them)"
                                   : "give --data or --config (or --resume)";
    return fail_training(command.task, {ErrorCode::kUsage, wanted + "; see " + name + " --help"});
  }
  if (const auto nameable = check_paths(flags); !nameable) return fail_training(command.task, nameable.error());
  const std::string line = command_line(name, sub);
  ProgressBar progress(flags.quiet);
  if (several) {
    const auto config = command.config_of(flags);
    const auto kept = config ? keep_recipe(flags.out, *config, flags.resume) : Result<void>(config.error());
    if (!kept) return fail_training(command.task, kept.error());
    const int status = run_seeds(command.task, flags.out, flags.seeds, flags.format, progress,
                                 [&](const std::string& folder, std::int64_t seed) -> Result<FinishedRun> {
                                   Flags one = flags;
                                   one.out = folder;
                                   one.seed = seed;
                                   EMO_ASSIGN(auto done, run_one(command, one, line, progress));
                                   return FinishedRun{done.interrupted, std::move(done.best)};
                                 });
    drop_unused_recipe(flags.out);
    return status;
  }
  const auto settled = flags.resume ? flags_of_resumption(command, flags, sub, progress) : Result<Flags>(flags);
  if (!settled) return fail_training(command.task, settled.error());
  const auto done = run_one(command, *settled, line, progress);
  if (!done) return fail_training(command.task, done.error());
  if (done->interrupted) return tell_interruption(command.task, flags.out, false);
  progress.on_message("wrote " + done->bundle + "; try: emo " + command.task + " --model " +
                      console::shell_word(done->bundle) + " " + command.example);
  const auto told = print_run(flags.format, flags.out, done->bundle, done->best);
  return told ? 0 : fail_training(command.task, told.error());
}

}  // namespace emo::app
