// What the training commands of texts and of faces say and return alike.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "emo/error.hpp"
#include "train/observer.hpp"
#include "train/training_state.hpp"

namespace emo::app {

inline constexpr std::int64_t kMaxSeeds = 1000;

struct FinishedRun {
  bool interrupted = false;
  train::EpochFigures best;  ///< empty where interrupted
};

/// Trains in `folder` with `seed`, report and files of the folder included.
using SeededRun = std::function<Result<FinishedRun>(const std::string& folder, std::int64_t seed)>;

/// "emo train TASK: …" on standard error; the exit status of the error.
int fail_training(const std::string& task, const Error& error);

/// Says how to go on with a run that was stopped in `out`; the exit status of an interruption.
int tell_interruption(const std::string& task, const std::string& out, bool several_seeds);

/// Runs with the seeds 1 to `count` in OUT/seed-1 to OUT/seed-COUNT, one after the other; then OUT/results_seeds.csv and
/// the summary on standard output. The first error or interruption ends it. Returns the exit status.
int run_seeds(const std::string& task, const std::string& out, std::int64_t count, train::TrainingObserver& progress,
              const SeededRun& run);

}  // namespace emo::app
