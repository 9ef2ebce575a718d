// Does a run overfit? Pure functions on the figures of its epochs: indicators, a verdict with its rule, what to try
// next.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emo::report {

/// Figures of one epoch; what the log does not have is nullopt. `score` is accuracy, or macro-F1 where the log has no
/// accuracy, in 0..1 and of the same kind throughout a run. The training figures are usually running means taken while
/// the weights change and with dropout and augmentation on, so they look worse than they are: a gap that shows anyway
/// is real.
struct EpochPoint {
  std::int64_t epoch = 0;  ///< 1-based, ascending; 0 = before the first
  std::optional<double> train_loss, dev_loss, train_score, dev_score;
  bool kept = false;  ///< the run says that it keeps these weights (of several, the last counts)
  /// Validation loss at the temperature that suits the validation rows best: what an exported, calibrated model has.
  std::optional<double> calibrated_loss = std::nullopt;
  /// The log has one of these figures and says that it is no finite number; the figure itself is then nullopt, so that
  /// nothing draws or writes it. A NaN or infinity in the figures above says the same.
  bool not_finite = false;
};

enum class Fit : std::uint8_t { kUnknown, kUnderfit, kNone, kMild, kMarked, kSevere };
/// "unknown", "underfit", "none", "mild", "marked", "severe".
std::string_view fit_name(Fit fit);
/// The same as a reader is told: "cannot be told" instead of "unknown".
std::string_view fit_words(Fit fit);

/// Where mild, marked and severe begin. Every limit is inclusive.
struct FitLimits {
  double score_gap[3] = {0.05, 0.15, 0.30};   ///< training minus validation score
  double loss_rise[3] = {0.05, 0.20, 0.50};   ///< validation loss over its minimum, relative
  double loss_gap[3] = {0.20, 0.45, 0.70};    ///< (validation - training loss) / validation loss
  double score_drop[3] = {0.01, 0.03, 0.08};  ///< best minus last validation score
  double still_falling = 0.01;                ///< relative fall of validation loss in the last epoch: not done learning
  double low_score_margin = 0.10;             ///< a training score this close to chance has learnt nothing
};

/// The indicators, each nullopt where the log cannot tell.
struct FitIndicators {
  std::size_t epochs = 0;  ///< with any figure
  /// What "as it ended" means: the last epoch with a validation figure, for nothing can be told of a later one; without
  /// any the last with a figure.
  std::optional<std::int64_t> last_epoch;
  std::optional<std::int64_t> best_loss_epoch;   ///< the smallest validation loss, the first of equals
  std::optional<std::int64_t> best_score_epoch;  ///< the largest validation score, the first of equals
  /// The epoch whose weights are kept: as the run says, else best score, else best loss, else the last.
  std::optional<std::int64_t> kept_epoch;
  std::optional<double> loss_gap_last, loss_gap_kept;    ///< validation minus training loss
  std::optional<double> score_gap_last, score_gap_kept;  ///< training minus validation score
  /// Validation loss over its minimum, of the kept epoch over the minimum up to it; relative (0.1 = 10 %).
  std::optional<double> loss_rise_last, loss_rise_kept;
  std::optional<double> calibrated_rise_last, calibrated_rise_kept;  ///< the same of the loss after calibration
  std::optional<double> score_drop_last;                             ///< best minus last validation score
  /// The first epoch after the minimum of validation loss from which on it stays at least 1 % above that minimum while
  /// training loss stays below what it was there.
  std::optional<std::int64_t> divergence_epoch;
  /// Least-squares slope of validation loss over the last third of the epochs (at least 3), per epoch, relative to its
  /// minimum: 0.02 = grows by 2 % of the minimum each epoch.
  std::optional<double> loss_slope;
  bool not_finite = false;                ///< a figure was NaN or infinite; such figures are left out
  std::optional<double> train_rise_last;  ///< training loss over its minimum, relative
  /// The start (epoch 0) is kept, and training ended with a loss above the validation loss that the start had, and with
  /// no higher score where scores are logged.
  bool start_lost = false;
};

struct FitVerdict {
  Fit run = Fit::kUnknown;   ///< of the run as it ended (FitIndicators::last_epoch)
  Fit kept = Fit::kUnknown;  ///< of the epoch whose weights are kept
  FitIndicators indicators;
  bool learning = false;             ///< of an underfit run: its validation loss was still falling at the end
  std::vector<std::string> reasons;  ///< the indicators that decided, in words with numbers
  std::string rule;                  ///< the rule, with the limits, that every verdict follows
};

/// Verdict = the worst of the levels that the indicators reach. A validation score below its best does not count where
/// the last epoch is the kept one. Where the loss after calibration is known, its rise
/// counts, and that of the loss itself as mild at most: what is said too boldly a temperature takes back. The loss gap
/// alone counts as mild at most when scores are logged, for training loss is often another quantity (smoothing,
/// distillation); without scores it counts fully. Underfit, if nothing is reached: the validation loss still fell by
/// `still_falling` in the last epoch and that epoch is the best, or the training score is within `low_score_margin` of
/// `chance_score` (the share of the largest class; nullopt skips this). Unknown with fewer than 2 epochs that have a
/// validation figure, of a kept epoch without any, and where nothing is reached but a figure was not finite: a run that
/// broke is neither sound nor in need of more epochs. No order of `points` is assumed.
FitVerdict judge_fit(std::span<const EpochPoint> points, std::optional<double> chance_score = std::nullopt,
                     const FitLimits& limits = {});

/// Training loss itself ended far above its minimum, or above what the start had on rows that it never saw, and
/// validation loss with it: the run came apart (a learning rate too high, mostly), which is not learning by heart.
bool came_apart(const FitIndicators& indicators);

}  // namespace emo::report
