// The loop that every kind of model trains in: epochs, rate schedule, development scores, checkpoints, patience,
// resume.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "train/libtorch.hpp"
#include "train/observer.hpp"
#include "train/run_folder.hpp"
#include "train/training_state.hpp"

namespace emo::train {

using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// Length and rates of a run. Rates follow `progress`, the share of the run that is done in the middle of a step: 0 at
/// its start, 1 at its end.
struct LoopPlan {
  std::int64_t epochs = 1;  ///< 0: a start that counts is judged, nothing is trained
  double minutes = 0;  ///< > 0: progress is the time spent over this budget, or the epochs where these end first, and
                       ///< the run ends with it. Such a run is not repeatable to the bit
  double learning_rate = 1e-3, rate_floor = 0.02;  ///< peak, and the cosine's end as a share of it
  double warmup = 0.05;                            ///< share of the run
  std::int64_t patience = 0;  ///< epochs without a better development score before stopping; 0 = never
  std::string data_sha256;    ///< of the data (data_digest), which a resumed run must find again; "" = not stated
  bool start_counts = false;  ///< the weights of the start know the classes: they are judged first, and kept where no
                              ///< epoch is better
  std::string models_sha256;  ///< of the start, where it goes into the result, and of the teachers, as data_sha256
};

struct LoopStep {
  std::int64_t epoch = 0;  ///< 0-based
  std::size_t batch = 0;
  double rate = 0, progress = 0;
};

struct StepOutcome {
  double loss = 0;
  double gradient_norm = 0;  ///< not finite when the loss was not and no step was made
};

struct EpochSummary {
  std::int64_t epoch = 0;  ///< 1-based, the one just finished
  double loss = 0, seconds = 0, rate = 0;
  std::int64_t rows = 0;  ///< seen in this epoch
};

/// What one kind of model brings to the loop.
class TrainingTask {
 public:
  virtual ~TrainingTask() = default;
  /// Draws the batches of an epoch (0-based); returns the rows of each.
  virtual std::vector<std::int64_t> start_epoch(std::int64_t epoch, double progress) = 0;
  /// Forward, backward and one optimiser step.
  virtual StepOutcome train_step(const LoopStep& step) = 0;
  /// The figures of a finished epoch in column order; the last is kDevScore. Averaged weights are in place. Also called
  /// before the first epoch, with EpochSummary{}, for a start that counts.
  virtual EpochFigures evaluate(const EpochSummary& trained) = 0;
  /// The losses that the development rows had in evaluate(), where a later epoch is kept if it is as good as the best
  /// one within their error (as_good_within_error()); empty: only a higher score is better.
  [[nodiscard]] virtual std::vector<double> row_losses() const { return {}; }
  /// Every tensor that makes the network (parameters and running statistics), sharing memory with it.
  virtual NamedTensors weights() = 0;
  /// Exchanges weights and their moving average (twice = nothing).
  virtual void swap_average() = 0;
  [[nodiscard]] virtual std::int64_t optimizer_steps() const = 0;
  /// What a resumed run needs besides weights(), and back. Errors: kInvalidData.
  virtual NamedTensors optimizer_state() = 0;
  virtual Result<void> load_optimizer_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) = 0;
};

/// Drives one TrainingTask. Everything random follows from (seed, epoch, step) in the task, and the state is saved at
/// every epoch's end, so that a run that is killed and resumed gives the same weights as an unbroken one. Not
/// thread-safe.
class TrainingLoop {
 public:
  TrainingLoop(LoopPlan plan, TrainingTask& task, RunFolder folder, TrainingObserver& observer);

  /// Continues from the last checkpoint of the run folder; a run that was stopped inside its first epoch starts over.
  /// Errors: kInvalidModel (damaged checkpoint), kInvalidData (one of another run, or of other data).
  Result<void> resume();
  /// Trains the remaining epochs; where there are any, `before_training` is called first (what it costs is lost where
  /// nothing is left to train). Ends early on patience or interruption. Afterwards the network holds the weights of
  /// the best epoch (moving average included) or of a start that counts, unless interrupted. Errors: kInvalidData
  /// (loss, gradient or a development figure not finite), kIo.
  Result<void> run(const std::function<Result<void>()>& before_training = {});

  [[nodiscard]] const TrainingState& state() const { return state_; }
  [[nodiscard]] bool was_interrupted() const { return interrupted_; }

 private:
  [[nodiscard]] bool finished() const;
  [[nodiscard]] bool out_of_patience() const;
  [[nodiscard]] double elapsed() const;
  [[nodiscard]] double progress_at(double epochs_done) const;
  [[nodiscard]] double rate_at(double progress) const;
  void report(const EpochSummary& sums, std::int64_t total, double rate, double epoch_seconds);
  Result<void> judge_start();
  Result<EpochSummary> train_epoch();
  Result<void> finish_epoch(const EpochSummary& trained);
  Result<void> save_last();
  Result<void> take_next_best();
  /// Of a run that is resumed: takes what it was about to take for the best, or leaves it to the epoch that is
  /// repeated.
  Result<void> settle_next_best();
  Result<void> load_weights(const std::string& path, const std::map<std::string, at::Tensor>& tensors);

  LoopPlan plan_;
  TrainingTask& task_;
  RunFolder folder_;
  TrainingObserver& observer_;
  TrainingState state_;
  std::chrono::steady_clock::time_point session_start_;
  double seconds_before_ = 0;  ///< spent by earlier sessions of this run
  bool interrupted_ = false;
};

}  // namespace emo::train
