// How well scores rank: ROC and precision-recall curves, their areas, threshold curves, coverage against risk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/classification.hpp"

namespace emo::metrics {

struct PrPoint {
  double recall = 0, precision = 0, threshold = 0;
};
struct RocPoint {
  double false_positive_rate = 0, true_positive_rate = 0, threshold = 0;
};
struct ThresholdPoint {
  double threshold = 0, precision = 0, recall = 0, f1 = 0;
};
struct CoveragePoint {
  double coverage = 0, risk = 0, threshold = 0;
};

/// The scores of one yes/no question with its answers, sorted once; every figure is one pass over them. Ranks need all
/// scores: 4 bytes each (8 while sorting), O(n). Equal scores are always decided together, so no figure depends on the
/// order of input. NaN counts as the lowest score. Immutable, thread-safe.
///
/// Of confidences and "was it right" it gives coverage against risk; of the probabilities of a label and "is it there"
/// the other curves.
class RankedScores {
 public:
  /// scores [n] with a stride (column k of row-major [n, K]: data + k, stride K), targets [n], not 0 = positive.
  RankedScores(const float* scores, std::size_t stride, std::span<const std::uint8_t> targets);
  RankedScores(std::span<const float> scores, std::span<const std::uint8_t> targets);

  [[nodiscard]] std::uint64_t positives() const { return positives_.size(); }
  [[nodiscard]] std::uint64_t negatives() const { return negatives_.size(); }

  /// Probability that a positive has a higher score than a negative, ties half (Mann-Whitney U / (P N)). NaN without a
  /// positive or without a negative.
  [[nodiscard]] double roc_auc() const;
  /// Sum over distinct scores, descending, of (R_i - R_{i-1}) P_i. No interpolation. NaN without a positive; 1 when all
  /// are positive.
  [[nodiscard]] double average_precision() const;
  /// Decisions "score > threshold" (NaN never is), as labels are decided by their thresholds everywhere.
  [[nodiscard]] ClassCounts decide_at(double threshold) const;

  /// One point for each distinct score and those above it, descending, so recall rises. The threshold of a point, for
  /// which "score > threshold" makes its decisions, lies midway between that score and the next lower one; for the last
  /// it is half of the score, or 1 below one that is not above 0. At most about `max_points`, evenly in recall and
  /// always with the last; 0 = all. Empty without a positive.
  [[nodiscard]] std::vector<PrPoint> pr_curve(std::size_t max_points = 0) const;
  /// From (0, 0) with threshold infinity to (1, 1). At most about `max_points`, evenly along both axes; 0 = all. Empty
  /// without a positive or without a negative.
  [[nodiscard]] std::vector<RocPoint> roc_curve(std::size_t max_points = 0) const;
  /// Precision, recall and F1 of "score > t" for t = 1/steps … (steps-1)/steps; 0 where the divisor is 0.
  /// Precondition: steps > 1.
  [[nodiscard]] std::vector<ThresholdPoint> threshold_curve(std::size_t steps = 100) const;

  /// With targets "was right": risk = share of wrong answers among those with score > threshold, coverage = their
  /// share of all rows; ascending coverage. At most about `max_points`, evenly in coverage; 0 = all. Empty on empty
  /// input.
  [[nodiscard]] std::vector<CoveragePoint> coverage_risk(std::size_t max_points = 0) const;
  /// Mean over rows of the risk at that row's score: area under coverage-risk (Geifman & El-Yaniv 2017), 0 is best. NaN
  /// on empty input.
  [[nodiscard]] double area_under_risk() const;

 private:
  template <class Visit>
  void walk(Visit visit) const;  // descending distinct scores: visit(threshold below it, true, false positives so far)

  std::vector<std::uint32_t> positives_, negatives_;  // order keys, ascending
};

/// Areas of each label of a score matrix and their means.
struct LabelRanking {
  std::vector<double> roc_auc, average_precision;         ///< [K]; NaN where a label cannot be judged
  double roc_auc_macro = 0, average_precision_macro = 0;  ///< mean over the labels that can; NaN if none
};
/// One label against the rest. Shapes: scores and targets row-major [n, labels]. Precondition: sizes agree, labels > 0.
LabelRanking rank_labels(std::span<const float> scores, std::span<const std::uint8_t> targets, std::size_t labels);

}  // namespace emo::metrics
