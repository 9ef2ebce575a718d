// Indicators and verdict of over- and underfitting, from the figures of epochs. Reads no file and draws nothing, so
// that the doctor judges by the same rules; which two curves a run has is run_record.cpp's choice.
#include "report/overfitting.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/limit.hpp"
#include "core/number_words.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kDiverged = 1.01;  // above the minimum by 1 %: more than the noise of a development set
constexpr std::size_t kMinSlopePoints = 3;

std::string points_of(double share) {
  return decimals(100 * share, 1) + " points";
}

int level_of(double value, const double (&limits)[3]) {
  int level = 0;
  while (level < 3 && core::reaches(value, limits[level])) ++level;
  return level;
}

Fit fit_of(int level) {
  constexpr std::array kLevels{Fit::kNone, Fit::kMild, Fit::kMarked, Fit::kSevere};
  return kLevels[static_cast<std::size_t>(level)];
}

std::vector<EpochPoint> finite_points(std::span<const EpochPoint> points, bool& not_finite) {
  std::vector<EpochPoint> kept(points.begin(), points.end());
  for (EpochPoint& point : kept) {
    not_finite = not_finite || point.not_finite;
    for (auto* value :
         {&point.train_loss, &point.dev_loss, &point.train_score, &point.dev_score, &point.calibrated_loss}) {
      if (*value && !std::isfinite(**value)) {
        not_finite = true;
        value->reset();
      }
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.epoch < b.epoch; });
  return kept;
}

bool is_judged(const EpochPoint& point) {
  return point.dev_loss || point.dev_score;
}

const EpochPoint* at_epoch(const std::vector<EpochPoint>& points, std::int64_t epoch) {
  for (const EpochPoint& point : points) {
    if (point.epoch == epoch) return &point;
  }
  return nullptr;
}

std::optional<double> difference(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return std::nullopt;
  return *a - *b;
}

std::optional<std::int64_t> divergence(const std::vector<EpochPoint>& points, const EpochPoint& best) {
  std::optional<std::int64_t> found;
  for (const EpochPoint& point : points) {
    if (point.epoch <= best.epoch || !point.dev_loss) continue;
    const bool apart = *point.dev_loss >= *best.dev_loss * kDiverged && point.train_loss && best.train_loss &&
                       *point.train_loss < *best.train_loss;
    if (!apart) {
      found.reset();
    } else if (!found) {
      found = point.epoch;
    }
  }
  return found;
}

std::optional<double> tail_slope(const std::vector<EpochPoint>& points, double minimum) {
  std::vector<const EpochPoint*> tail;
  for (const EpochPoint& point : points) {
    if (point.dev_loss) tail.push_back(&point);
  }
  const std::size_t wanted = std::max(kMinSlopePoints, (tail.size() + 2) / 3);
  if (tail.size() < kMinSlopePoints || minimum <= 0) return std::nullopt;
  tail.erase(tail.begin(), tail.end() - static_cast<std::ptrdiff_t>(std::min(wanted, tail.size())));
  double mean_x = 0, mean_y = 0;
  for (const auto* point : tail) {
    mean_x += static_cast<double>(point->epoch) / static_cast<double>(tail.size());
    mean_y += *point->dev_loss / static_cast<double>(tail.size());
  }
  double covariance = 0, variance = 0;
  for (const auto* point : tail) {
    const double x = static_cast<double>(point->epoch) - mean_x;
    covariance += x * (*point->dev_loss - mean_y);
    variance += x * x;
  }
  if (variance <= 0) return std::nullopt;
  return covariance / variance / minimum;
}

// Of a loss, over the least one until then: what came after an epoch says nothing of its weights, a loss that went on
// falling is no sign of overfitting.
std::optional<double> rise_until(const std::vector<EpochPoint>& points, const EpochPoint& end,
                                 std::optional<double> EpochPoint::*loss) {
  if (!(end.*loss)) return std::nullopt;
  double least = *(end.*loss);
  for (const EpochPoint& point : points) {
    if (point.epoch <= end.epoch && point.*loss) least = std::min(least, *(point.*loss));
  }
  if (least <= 0) return std::nullopt;
  return *(end.*loss) / least - 1;
}

FitIndicators indicators_of(const std::vector<EpochPoint>& points) {
  FitIndicators out;
  const EpochPoint* best_loss = nullptr;
  const EpochPoint* best_score = nullptr;
  const EpochPoint* last = nullptr;
  for (const EpochPoint& point : points) {
    if (!point.train_loss && !point.dev_loss && !point.train_score && !point.dev_score) continue;
    ++out.epochs;
    // Without validation figures every indicator is unknown, and what is unknown reaches no limit: a last line that was
    // not judged, or is cut short, would acquit the run.
    if (last == nullptr || is_judged(point) || !is_judged(*last)) last = &point;
    if (point.dev_loss && (best_loss == nullptr || *point.dev_loss < *best_loss->dev_loss)) best_loss = &point;
    if (point.dev_score && (best_score == nullptr || *point.dev_score > *best_score->dev_score)) best_score = &point;
  }
  if (last == nullptr) return out;
  out.last_epoch = last->epoch;
  if (best_loss != nullptr) out.best_loss_epoch = best_loss->epoch;
  if (best_score != nullptr) out.best_score_epoch = best_score->epoch;
  const EpochPoint* told = nullptr;
  for (const EpochPoint& point : points) {
    if (point.kept) told = &point;
  }
  const EpochPoint* kept = told != nullptr         ? told
                           : best_score != nullptr ? best_score
                           : best_loss != nullptr  ? best_loss
                                                   : last;
  out.kept_epoch = kept->epoch;
  out.loss_gap_last = difference(last->dev_loss, last->train_loss);
  out.loss_gap_kept = difference(kept->dev_loss, kept->train_loss);
  out.score_gap_last = difference(last->train_score, last->dev_score);
  out.score_gap_kept = difference(kept->train_score, kept->dev_score);
  if (best_score != nullptr) out.score_drop_last = difference(best_score->dev_score, last->dev_score);
  out.loss_rise_last = rise_until(points, *last, &EpochPoint::dev_loss);
  out.loss_rise_kept = rise_until(points, *kept, &EpochPoint::dev_loss);
  out.train_rise_last = rise_until(points, *last, &EpochPoint::train_loss);
  // Smoothing, mixing and teachers lift training loss; a training score above the start's tells that rows were learnt.
  const auto learnt = difference(last->train_score, kept->dev_score);
  out.start_lost = kept->epoch == 0 && !kept->train_loss && last->train_loss && kept->dev_loss &&
                   *last->train_loss > *kept->dev_loss && learnt.value_or(0) <= 0;
  out.calibrated_rise_last = rise_until(points, *last, &EpochPoint::calibrated_loss);
  out.calibrated_rise_kept = rise_until(points, *kept, &EpochPoint::calibrated_loss);
  if (best_loss != nullptr) {
    out.divergence_epoch = divergence(points, *best_loss);
    out.loss_slope = tail_slope(points, *best_loss->dev_loss);
  }
  return out;
}

// What indicators_of found of one epoch beside its own figures.
struct Course {
  std::optional<double> loss_rise, calibrated_rise, score_drop;
};

// One epoch against the limits. `reasons` may be null.
int worst_level(const EpochPoint& point, const Course& course, const FitLimits& limits,
                std::vector<std::string>* reasons) {
  int worst = 0;
  const auto reach = [&](int level, const std::string& reason) {
    worst = std::max(worst, level);
    if (level > 0 && reasons != nullptr) reasons->push_back(reason + " (" + std::string(fit_name(fit_of(level))) + ")");
  };
  const auto score_gap = difference(point.train_score, point.dev_score);
  if (score_gap) {
    reach(level_of(*score_gap, limits.score_gap),
          "the training score is " + points_of(*score_gap) + " above the validation score");
  }
  const int calibrated = course.calibrated_rise ? level_of(*course.calibrated_rise, limits.loss_rise) : 0;
  if (course.calibrated_rise) {
    reach(calibrated,
          "validation loss after calibration ended " + percent(*course.calibrated_rise) + " above its minimum");
  }
  if (course.loss_rise) {
    const int level = level_of(*course.loss_rise, limits.loss_rise);
    const std::string words = "validation loss ended " + percent(*course.loss_rise) + " above its minimum";
    if (!course.calibrated_rise) {
      reach(level, words);
    } else if (level > calibrated) {
      reach(1, words + ", after calibration " + percent(*course.calibrated_rise));
    }
  }
  if (course.score_drop) {
    reach(level_of(*course.score_drop, limits.score_drop),
          "the validation score ended " + points_of(*course.score_drop) + " below its best");
  }
  const auto loss_gap = difference(point.dev_loss, point.train_loss);
  if (loss_gap && *point.dev_loss > 0) {
    const double relative = *loss_gap / *point.dev_loss;
    const int level = level_of(relative, limits.loss_gap);
    reach(score_gap ? std::min(level, 1) : level, "training loss is " + percent(relative) + " below validation loss");
  }
  return worst;
}

bool still_learning(const std::vector<EpochPoint>& points, const FitIndicators& indicators, const FitLimits& limits) {
  std::vector<const EpochPoint*> with_loss;
  for (const EpochPoint& point : points) {
    if (point.dev_loss) with_loss.push_back(&point);
  }
  if (with_loss.size() < 2 || indicators.best_loss_epoch != indicators.last_epoch) return false;
  if (indicators.best_score_epoch && indicators.best_score_epoch != indicators.last_epoch) return false;
  const double before = *with_loss[with_loss.size() - 2]->dev_loss;
  return before > 0 && core::reaches((before - *with_loss.back()->dev_loss) / before, limits.still_falling);
}

std::string rule_text(const FitLimits& limits) {
  return core::formatted(
      "The verdict is the worst level that any indicator reaches. Mild, marked and severe begin at: training "
      "score above validation score by %.0f, %.0f, %.0f points; validation loss above its minimum by %.0f %%, "
      "%.0f %%, %.0f %% (the loss after calibration where the log has it, and the loss itself is then mild at most, "
      "since a temperature takes back what is said too boldly); validation score below its best by %.0f, %.0f, %.0f "
      "points, unless the last epoch is the one that is kept; training loss below validation loss by %.0f %%, %.0f %%, "
      "%.0f %% (counted as mild at most where scores "
      "are logged, since "
      "training loss may hold smoothing or distillation). Underfit, if none is reached: validation loss still "
      "fell by %.0f %% or more in a last epoch that is the best, or the training score is within %.0f points of "
      "always answering the largest class.",
      100 * limits.score_gap[0], 100 * limits.score_gap[1], 100 * limits.score_gap[2], 100 * limits.loss_rise[0],
      100 * limits.loss_rise[1], 100 * limits.loss_rise[2], 100 * limits.score_drop[0], 100 * limits.score_drop[1],
      100 * limits.score_drop[2], 100 * limits.loss_gap[0], 100 * limits.loss_gap[1], 100 * limits.loss_gap[2],
      100 * limits.still_falling, 100 * limits.low_score_margin);
}

}  // namespace

std::string_view fit_name(Fit fit) {
  switch (fit) {
    case Fit::kUnknown:
      return "unknown";
    case Fit::kUnderfit:
      return "underfit";
    case Fit::kNone:
      return "none";
    case Fit::kMild:
      return "mild";
    case Fit::kMarked:
      return "marked";
    case Fit::kSevere:
      return "severe";
  }
  return "unknown";
}

std::string_view fit_words(Fit fit) {
  return fit == Fit::kUnknown ? "cannot be told" : fit_name(fit);
}

bool came_apart(const FitIndicators& indicators) {
  constexpr double kFar = 0.5;        // more than a stage with harder rows adds
  constexpr double kFromStart = 0.1;  // the same rows, judged before any training
  const double loss_rise = indicators.loss_rise_last.value_or(0);
  return (indicators.train_rise_last.value_or(0) >= kFar && loss_rise >= kFar) ||
         (indicators.start_lost && loss_rise >= kFromStart);
}

FitVerdict judge_fit(std::span<const EpochPoint> points, std::optional<double> chance_score, const FitLimits& limits) {
  FitVerdict verdict;
  verdict.rule = rule_text(limits);
  bool not_finite = false;
  const std::vector<EpochPoint> sound = finite_points(points, not_finite);
  verdict.indicators = indicators_of(sound);
  verdict.indicators.not_finite = not_finite;
  const FitIndicators& found = verdict.indicators;
  const auto judged = std::count_if(sound.begin(), sound.end(), is_judged);
  if (judged < 2) {
    verdict.reasons.push_back("the log has validation figures for " + std::to_string(judged) +
                              (judged == 1 ? " epoch" : " epochs") + "; two are needed for a verdict");
    return verdict;
  }
  const EpochPoint& last = *at_epoch(sound, *found.last_epoch);
  const EpochPoint& kept = *at_epoch(sound, *found.kept_epoch);
  // Weights that the run itself calls its best (by their loss where few rows make the score jump) are not worse for a
  // luckier score before them: one epoch has one verdict.
  const auto score_drop = found.kept_epoch == found.last_epoch ? std::nullopt : found.score_drop_last;
  verdict.run = fit_of(
      worst_level(last, {found.loss_rise_last, found.calibrated_rise_last, score_drop}, limits, &verdict.reasons));
  if (came_apart(found)) {
    verdict.reasons.push_back(
        found.start_lost
            ? "training loss itself ended above the validation loss of the start, so that the run lost what "
              "the start knew rather than learnt by heart"
            : "training loss itself ended " + percent(*found.train_rise_last) +
                  " above its minimum, so that the run came apart rather than learnt by heart");
  }
  if (is_judged(kept)) {
    verdict.kept =
        fit_of(worst_level(kept, {found.loss_rise_kept, found.calibrated_rise_kept, std::nullopt}, limits, nullptr));
  }
  if (not_finite) {
    verdict.reasons.emplace_back("a figure of the log was not a finite number");
    if (verdict.run == Fit::kNone) verdict.run = Fit::kUnknown;
    if (verdict.kept == Fit::kNone) verdict.kept = Fit::kUnknown;
    return verdict;
  }
  const auto near_chance = [&](const EpochPoint& point) {
    return chance_score && point.train_score && *point.train_score < *chance_score + limits.low_score_margin;
  };
  const bool at_chance = near_chance(last);
  const bool learning = still_learning(sound, found, limits);
  if (verdict.run == Fit::kNone && (at_chance || learning)) {
    verdict.run = Fit::kUnderfit;
    verdict.learning = learning;
    if (learning)
      verdict.reasons.push_back("validation loss was still falling in the last epoch, which is the best one");
    if (at_chance) {
      verdict.reasons.push_back("the training score of " + percent(*last.train_score) +
                                (*last.train_score < *chance_score ? " is below" : " is hardly above") +
                                " always answering the largest class (" + percent(*chance_score) + ")");
    }
    if (verdict.kept == Fit::kNone && (found.kept_epoch == found.last_epoch || near_chance(kept))) {
      verdict.kept = Fit::kUnderfit;
    }
  }
  if (verdict.reasons.empty()) verdict.reasons.push_back("no indicator reaches its first limit");
  if (sound.back().epoch != last.epoch) {
    verdict.reasons.push_back("epoch " + std::to_string(last.epoch) + " is the last with validation figures");
  }
  return verdict;
}

}  // namespace emo::report
