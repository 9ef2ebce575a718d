// The training loop of texts and faces. What a batch, a loss or a score is, the task knows; files are run_folder's, and
// a run that is resumed goes through here as if it had never stopped.
#include "train/training_loop.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/number_words.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "train/checkpoint_file.hpp"
#include "train/epoch_choice.hpp"
#include "train/optimizer.hpp"

namespace emo::train {
namespace {

constexpr double kScheduleResolution = 1e6;  // steps of the rate schedule per epoch
constexpr double kSecondsPerMinute = 60;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// "dev_loss", "HEAD_dev_loss", but not "HEAD_train_loss" of a head that is called dev_mood.
bool is_of_dev(const std::string& name) {
  const auto dev = name.rfind("dev_"), train = name.rfind("train_");
  return dev != std::string::npos && (train == std::string::npos || train < dev);
}

constexpr std::string_view kEpoch = "epoch";
constexpr const char* kBestLosses = "loop.best_losses";

// Doubles to the bit: a checkpoint holds floats and whole numbers.
at::Tensor bits_of(const std::vector<double>& values) {
  return at::tensor(values, at::kDouble).view(at::kLong);
}

std::vector<double> doubles_of(const at::Tensor& bits) {
  const at::Tensor values = bits.view(at::kDouble);
  return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

// Weights may have left all bounds in the last step of an epoch, whose loss was still a number: what such a network
// says has a share of right answers as any other's, and would be kept.
Result<void> check_finite(const EpochFigures& figures, std::int64_t epoch) {
  for (const auto& [name, value] : figures) {
    if (!is_of_dev(name) || std::isfinite(value)) continue;
    return Error{ErrorCode::kInvalidData, name + " became " + std::to_string(value) + " after epoch " +
                                              std::to_string(epoch) + ": try a lower learning_rate"};
  }
  return {};
}

// Lines of log.jsonl. A figure that is none, as of no row, is left out. Of the start there is nothing but what
// development rows say.
std::string start_line(const EpochFigures& figures) {
  io::OrderedJson line;
  for (const auto& [name, value] : figures) {
    if (is_of_dev(name)) line[name] = value;
  }
  line["epoch"] = 0;
  line["start"] = true;
  return io::dump_json(line);
}

std::string epoch_line(const EpochFigures& figures, std::int64_t epoch, bool best) {
  io::OrderedJson line;
  for (const auto& [name, value] : figures) {
    if (std::isfinite(value)) line[name] = value;
  }
  line["epoch"] = epoch;
  line["best"] = best;
  return io::dump_json(line);
}

}  // namespace

TrainingLoop::TrainingLoop(LoopPlan plan, TrainingTask& task, RunFolder folder, TrainingObserver& observer)
    : plan_(std::move(plan)),
      task_(task),
      folder_(std::move(folder)),
      observer_(observer),
      session_start_(Clock::now()) {}

Result<void> TrainingLoop::load_weights(const std::string& path, const std::map<std::string, at::Tensor>& tensors) {
  const at::NoGradGuard no_grad;
  for (auto& [name, weight] : task_.weights()) {
    const auto found = tensors.find(name);
    if (found == tensors.end() || found->second.sizes() != weight.sizes()) {
      return Error{ErrorCode::kInvalidData,
                   path + " does not fit this run: tensor '" + name + "' is missing or has another shape"};
    }
    weight.copy_(found->second);
  }
  return {};
}

Result<void> TrainingLoop::resume() {
  const std::string path = folder_.last_checkpoint();
  const auto there = io::check_there(path);
  if (!there && there.error().code != ErrorCode::kNotFound) return there.error();
  if (!there) {
    observer_.on_message("no epoch was finished: starting over");
    EMO_TRY(settle_next_best());
    return folder_.truncate_log(0);
  }
  EMO_ASSIGN(const auto checkpoint, load_checkpoint_file(path));
  EMO_ASSIGN(state_, parse_training_state(checkpoint.note, path));
  // Before the weights: other data may make another vocabulary, whose table does not fit.
  if (!state_.data_sha256.empty() && state_.data_sha256 != plan_.data_sha256) {
    return Error{ErrorCode::kInvalidData,
                 path +
                     ": the data are not those that this run began with (a test split counts, as its copies are not "
                     "learnt); bring them back, or begin a new run from its bundle (--init)"};
  }
  if (!state_.models_sha256.empty() && state_.models_sha256 != plan_.models_sha256) {
    return Error{ErrorCode::kInvalidData,
                 path +
                     ": the start or a teacher has other weights than when this run began; bring the old ones back, or "
                     "begin a new run from its bundle (--init)"};
  }
  EMO_TRY(load_weights(path, checkpoint.tensors));
  if (const auto losses = checkpoint.tensors.find(kBestLosses); losses != checkpoint.tensors.end()) {
    if (losses->second.scalar_type() != at::kLong) {
      return Error{ErrorCode::kInvalidData, path + ": damaged training state: " + kBestLosses + " must be int64"};
    }
    state_.best_losses = doubles_of(losses->second);
  }
  if (auto loaded = task_.load_optimizer_state(checkpoint.tensors, state_.optimizer_steps); !loaded) {
    return loaded.error().at(path);
  }
  EMO_TRY(settle_next_best());
  return folder_.truncate_log(state_.epoch);
}

double TrainingLoop::elapsed() const {
  return seconds_before_ + seconds_since(session_start_);
}

double TrainingLoop::progress_at(double epochs_done) const {
  const double by_epochs = epochs_done / static_cast<double>(plan_.epochs);
  if (plan_.minutes > 0) return std::min(1.0, std::max(by_epochs, elapsed() / (plan_.minutes * kSecondsPerMinute)));
  return by_epochs;
}

bool TrainingLoop::out_of_patience() const {
  return plan_.patience > 0 && state_.epoch - last_better_epoch(state_) >= plan_.patience;
}

bool TrainingLoop::finished() const {
  if (state_.epoch >= plan_.epochs || out_of_patience()) return true;
  return plan_.minutes > 0 && state_.epoch > 0 && elapsed() >= plan_.minutes * kSecondsPerMinute;
}

Result<void> TrainingLoop::run(const std::function<Result<void>()>& before_training) {
  seconds_before_ = state_.seconds;
  state_.data_sha256 = plan_.data_sha256;
  state_.models_sha256 = plan_.models_sha256;
  session_start_ = Clock::now();
  if (plan_.start_counts && state_.epoch == 0) EMO_TRY(judge_start());
  if (state_.epoch > 0 && finished()) {
    observer_.on_message("nothing is left to train after " +
                         core::counted(static_cast<std::uint64_t>(state_.epoch), "epoch", "epochs") + " (" +
                         std::to_string(plan_.epochs) + " asked for" +
                         (out_of_patience()             ? ", out of patience"
                          : state_.epoch < plan_.epochs ? ", the time is used up"
                                                        : "") +
                         "): the best weights are exported again");
  }
  if (before_training && !finished()) EMO_TRY(before_training());
  constexpr double kWorthSaying = 0.1;
  const double minutes = elapsed() / kSecondsPerMinute;
  if (plan_.minutes > 0 && state_.epoch == 0 && minutes > kWorthSaying * plan_.minutes) {
    observer_.on_message("what comes before the first epoch took " + core::formatted("%.1f", minutes) + " of the " +
                         core::formatted("%.1f", plan_.minutes) + " minutes");
  }
  while (!finished()) {
    EMO_ASSIGN(const auto trained, train_epoch());
    if (interrupted_) return {};
    EMO_TRY(finish_epoch(trained));
    if (out_of_patience()) {
      observer_.on_message("no better development score for " +
                           core::counted(static_cast<std::uint64_t>(plan_.patience), "epoch", "epochs") + ": stopping");
    }
  }
  if (plan_.start_counts && state_.best_epoch == 0 && plan_.epochs > 0) {
    observer_.on_message(
        "no epoch was better than the start: its weights are kept (more labelled rows, more epochs or another "
        "learning_rate may help)");
  }
  EMO_ASSIGN(const auto best, load_checkpoint_file(folder_.best_checkpoint()));
  return load_weights(folder_.best_checkpoint(), best.tensors);
}

Result<void> TrainingLoop::judge_start() {
  state_.start = task_.evaluate({});
  for (auto& [name, value] : state_.start) {  // nothing was trained yet, but which epoch it is, is known
    if (!is_of_dev(name) && name != kEpoch) value = std::numeric_limits<double>::quiet_NaN();
  }
  state_.best_score = state_.start.back().second;
  state_.best_losses = task_.row_losses();
  EMO_TRY(folder_.truncate_log(-1));  // it may hold the line of a run that was stopped in its first epoch
  EMO_TRY(folder_.log(start_line(state_.start)));
  EMO_TRY(folder_.write_results(state_.start, {}));
  observer_.on_message("the start itself: " + std::string(kDevScore) + " " + std::to_string(state_.best_score));
  return save_checkpoint(folder_.best_checkpoint(), task_.weights(), to_json(state_));
}

double TrainingLoop::rate_at(double progress) const {
  const double total = static_cast<double>(plan_.epochs) * kScheduleResolution;
  return plan_.learning_rate * warmup_cosine(static_cast<std::int64_t>(progress * total),
                                             static_cast<std::int64_t>(plan_.warmup * total) + 1,
                                             static_cast<std::int64_t>(total), plan_.rate_floor);
}

void TrainingLoop::report(const EpochSummary& sums, std::int64_t total, double rate, double epoch_seconds) {
  const double per_second = static_cast<double>(sums.rows) / std::max(epoch_seconds, 1e-9);
  const auto epochs_after = static_cast<double>(plan_.epochs - state_.epoch - 1);
  const double rows_left = static_cast<double>(total - sums.rows) + static_cast<double>(total) * epochs_after;
  double remaining = rows_left / per_second;
  if (plan_.minutes > 0) remaining = std::max(0.0, std::min(remaining, plan_.minutes * kSecondsPerMinute - elapsed()));
  observer_.on_step({state_.epoch + 1, plan_.epochs, sums.rows, total, sums.loss / static_cast<double>(sums.rows), rate,
                     per_second, remaining});
}

Result<EpochSummary> TrainingLoop::train_epoch() {
  const auto start = Clock::now();
  const auto batches = task_.start_epoch(state_.epoch, progress_at(static_cast<double>(state_.epoch)));
  std::int64_t total = 0;
  for (const auto rows : batches) total += rows;
  if (total == 0) {
    return Error{ErrorCode::kInvalidData, "epoch " + std::to_string(state_.epoch + 1) +
                                              " has no training row: \"repeat\" of the sources is too small"};
  }
  EpochSummary sums;
  sums.epoch = state_.epoch + 1;
  for (std::size_t i = 0; i < batches.size(); ++i) {
    // The middle of the step, so that a run of few steps neither begins nor ends at no rate.
    const double rows_done = static_cast<double>(sums.rows) + static_cast<double>(batches[i]) / 2;
    const double progress = progress_at(static_cast<double>(state_.epoch) + rows_done / static_cast<double>(total));
    if (plan_.minutes > 0 && progress >= 1 && sums.rows > 0) break;
    sums.rate = rate_at(progress);
    const StepOutcome step = task_.train_step({state_.epoch, i, sums.rate, progress});
    if (!std::isfinite(step.gradient_norm) || !std::isfinite(step.loss)) {
      const double shown = std::isfinite(step.loss) ? step.gradient_norm : step.loss;
      return Error{ErrorCode::kInvalidData, "the loss or its gradient became " + std::to_string(shown) + " in epoch " +
                                                std::to_string(state_.epoch + 1) + ", batch " + std::to_string(i) +
                                                ": try a lower learning_rate"};
    }
    sums.loss += step.loss * static_cast<double>(batches[i]);
    sums.rows += batches[i];
    report(sums, total, sums.rate, seconds_since(start));
    if (observer_.interrupted()) {
      interrupted_ = true;
      return sums;
    }
  }
  sums.loss /= static_cast<double>(std::max<std::int64_t>(1, sums.rows));
  sums.seconds = seconds_since(start);
  return sums;
}

Result<void> TrainingLoop::finish_epoch(const EpochSummary& trained) {
  ++state_.epoch;
  state_.optimizer_steps = task_.optimizer_steps();
  task_.swap_average();
  const EpochFigures figures = task_.evaluate(trained);
  EMO_TRY(check_finite(figures, state_.epoch));
  const double score = figures.back().second;
  state_.history.push_back(figures);
  const auto losses = task_.row_losses();
  const bool better = score > state_.best_score;
  const bool best = better || as_good_within_error(losses, state_.best_losses);
  if (better) {
    state_.best_score = score;
    state_.best_losses = losses;
  }
  if (best) {
    state_.best_epoch = state_.epoch;
    EMO_TRY(save_checkpoint(folder_.next_best_checkpoint(), task_.weights(), to_json(state_)));
  }
  task_.swap_average();
  state_.seconds = elapsed();
  // In this order: what a run that is killed here has logged too much of, its resumption takes back.
  EMO_TRY(folder_.log(epoch_line(figures, state_.epoch, best)));
  EMO_TRY(folder_.write_results(figures, state_.history));
  EMO_TRY(save_last());
  // Not before the state says so: a run that is killed in between does the epoch again, and may find it otherwise.
  if (best) EMO_TRY(take_next_best());
  observer_.on_epoch({state_.epoch, best, figures});
  return {};
}

Result<void> TrainingLoop::take_next_best() {
  std::error_code failed;
  std::filesystem::rename(folder_.next_best_checkpoint(), folder_.best_checkpoint(), failed);
  if (failed) return Error{ErrorCode::kIo, folder_.best_checkpoint() + ": cannot be replaced: " + failed.message()};
  return {};
}

Result<void> TrainingLoop::settle_next_best() {
  const std::string path = folder_.next_best_checkpoint();
  if (!io::is_there(path)) return {};
  EMO_ASSIGN(const auto checkpoint, load_checkpoint_file(path));
  EMO_ASSIGN(const auto state, parse_training_state(checkpoint.note, path));
  if (state.epoch <= state_.epoch) return take_next_best();
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return {};
}

Result<void> TrainingLoop::save_last() {
  auto tensors = task_.weights();
  for (auto& item : task_.optimizer_state()) tensors.push_back(std::move(item));
  if (!state_.best_losses.empty()) tensors.emplace_back(kBestLosses, bits_of(state_.best_losses));
  return save_checkpoint(folder_.last_checkpoint(), tensors, to_json(state_));
}

}  // namespace emo::train
