// Areas and curves by one walk down the sorted scores. Choosing a threshold is thresholds.cpp's work; how true the
// probabilities are, and not only their order, is probability.cpp's.
#include "metrics/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/assert.hpp"
#include "metrics/columns.hpp"
#include "metrics/radix_sort.hpp"

namespace emo::metrics {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Thins a curve: lets a point through when it enters a new one of `cells` cells of 0..1.
class Thinner {
 public:
  explicit Thinner(std::size_t cells) : cells_(static_cast<double>(cells)) {}
  bool pass(double along) {
    if (cells_ == 0) return true;
    const double cell = std::floor(along * cells_);
    if (cell <= last_) return false;
    last_ = cell;
    return true;
  }

 private:
  double cells_;
  double last_ = -1;
};

double mean_of_known(const std::vector<double>& values) {
  double sum = 0;
  double known = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    known += 1;
  }
  return known > 0 ? sum / known : kNaN;
}

/// Midway between a score that is taken in and the next lower one; half of the lowest score, where that is above 0.
double threshold_between(double score, std::optional<double> next) {
  if (next) return (score + *next) / 2;
  return score > 0 ? score / 2 : score - 1;
}

std::uint64_t count_from(const std::vector<std::uint32_t>& keys, std::uint32_t least) {
  return static_cast<std::uint64_t>(keys.end() - std::lower_bound(keys.begin(), keys.end(), least));
}

}  // namespace

RankedScores::RankedScores(const float* scores, std::size_t stride, std::span<const std::uint8_t> targets) {
  const auto positive = static_cast<std::size_t>(
      std::count_if(targets.begin(), targets.end(), [](std::uint8_t target) { return target != 0; }));
  positives_.reserve(positive);
  negatives_.reserve(targets.size() - positive);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    (targets[i] != 0 ? positives_ : negatives_).push_back(order_key(scores[i * stride]));
  }
  radix_sort(positives_);
  radix_sort(negatives_);
}

RankedScores::RankedScores(std::span<const float> scores, std::span<const std::uint8_t> targets)
    : RankedScores(scores.data(), 1, targets) {
  EMO_ASSERT(scores.size() == targets.size());
}

template <class Visit>
void RankedScores::walk(Visit visit) const {
  std::size_t p = positives_.size();
  std::size_t n = negatives_.size();
  while (p > 0 || n > 0) {
    const std::uint32_t key = std::max(p > 0 ? positives_[p - 1] : 0U, n > 0 ? negatives_[n - 1] : 0U);
    while (p > 0 && positives_[p - 1] == key) --p;
    while (n > 0 && negatives_[n - 1] == key) --n;
    const std::uint32_t next = std::max(p > 0 ? positives_[p - 1] : 0U, n > 0 ? negatives_[n - 1] : 0U);
    const bool last = p == 0 && n == 0;
    const double threshold =
        threshold_between(static_cast<double>(score_of_key(key)),
                          last ? std::nullopt : std::optional(static_cast<double>(score_of_key(next))));
    visit(threshold, positives_.size() - p, negatives_.size() - n);
  }
}

double RankedScores::roc_auc() const {
  if (positives_.empty() || negatives_.empty()) return kNaN;
  std::uint64_t twice_u = 0;  // exact up to 2^32 rows of each kind
  std::uint64_t tp = 0;
  std::uint64_t fp = 0;
  walk([&](double, std::uint64_t new_tp, std::uint64_t new_fp) {
    twice_u += (new_fp - fp) * (tp + new_tp);  // these negatives lie below tp positives and tie with new_tp - tp
    tp = new_tp;
    fp = new_fp;
  });
  return static_cast<double>(twice_u) / 2 / static_cast<double>(tp) / static_cast<double>(fp);
}

double RankedScores::average_precision() const {
  if (positives_.empty()) return kNaN;
  double sum = 0;
  std::uint64_t tp = 0;
  walk([&](double, std::uint64_t new_tp, std::uint64_t fp) {
    sum += static_cast<double>(new_tp - tp) * ratio(new_tp, new_tp + fp);
    tp = new_tp;
  });
  return sum / static_cast<double>(tp);
}

ClassCounts RankedScores::decide_at(double threshold) const {
  // The smallest float above the threshold.
  auto least = static_cast<float>(threshold);
  if (static_cast<double>(least) <= threshold) least = std::nextafter(least, std::numeric_limits<float>::infinity());
  // NaN was filed as -infinity: keep it out of every decision.
  const std::uint32_t key = std::max(order_key(least), order_key(std::numeric_limits<float>::lowest()));
  ClassCounts counts;
  counts.tp = count_from(positives_, key);
  counts.fp = count_from(negatives_, key);
  counts.fn = positives_.size() - counts.tp;
  return counts;
}

std::vector<PrPoint> RankedScores::pr_curve(std::size_t max_points) const {
  std::vector<PrPoint> points;
  if (positives_.empty()) return points;
  Thinner thinner(max_points > 1 ? max_points - 1 : max_points);
  PrPoint last;
  bool kept = false;
  walk([&](double threshold, std::uint64_t tp, std::uint64_t fp) {
    last = {ratio(tp, positives_.size()), ratio(tp, tp + fp), threshold};
    kept = thinner.pass(last.recall);
    if (kept) points.push_back(last);
  });
  if (!kept) points.push_back(last);
  return points;
}

std::vector<RocPoint> RankedScores::roc_curve(std::size_t max_points) const {
  std::vector<RocPoint> points;
  if (positives_.empty() || negatives_.empty()) return points;
  points.push_back({0, 0, std::numeric_limits<double>::infinity()});
  const std::size_t cells = max_points == 0 ? 0 : std::max<std::size_t>(max_points / 2, 2) - 1;
  Thinner along_x(cells);
  Thinner along_y(cells);
  RocPoint last;
  bool kept = false;
  walk([&](double threshold, std::uint64_t tp, std::uint64_t fp) {
    last = {ratio(fp, negatives_.size()), ratio(tp, positives_.size()), threshold};
    const bool x = along_x.pass(last.false_positive_rate);
    kept = along_y.pass(last.true_positive_rate) || x;
    if (kept) points.push_back(last);
  });
  if (!kept) points.push_back(last);
  return points;
}

std::vector<ThresholdPoint> RankedScores::threshold_curve(std::size_t steps) const {
  EMO_ASSERT(steps > 1);
  std::vector<ThresholdPoint> points;
  points.reserve(steps - 1);
  for (std::size_t i = 1; i < steps; ++i) {
    const double threshold = static_cast<double>(i) / static_cast<double>(steps);
    const ClassScore at = score(decide_at(threshold));
    points.push_back({threshold, at.precision, at.recall, at.f1});
  }
  return points;
}

std::vector<CoveragePoint> RankedScores::coverage_risk(std::size_t max_points) const {
  std::vector<CoveragePoint> points;
  const std::uint64_t rows = positives() + negatives();
  if (rows == 0) return points;
  Thinner thinner(max_points > 1 ? max_points - 1 : max_points);
  CoveragePoint last;
  bool kept = false;
  walk([&](double threshold, std::uint64_t right, std::uint64_t wrong) {
    last = {ratio(right + wrong, rows), ratio(wrong, right + wrong), threshold};
    kept = thinner.pass(last.coverage);
    if (kept) points.push_back(last);
  });
  if (!kept) points.push_back(last);
  return points;
}

double RankedScores::area_under_risk() const {
  const std::uint64_t rows = positives() + negatives();
  if (rows == 0) return kNaN;
  double sum = 0;
  std::uint64_t covered = 0;
  walk([&](double, std::uint64_t right, std::uint64_t wrong) {
    sum += static_cast<double>(right + wrong - covered) * ratio(wrong, right + wrong);
    covered = right + wrong;
  });
  return sum / static_cast<double>(rows);
}

LabelRanking rank_labels(std::span<const float> scores, std::span<const std::uint8_t> targets, std::size_t labels) {
  EMO_ASSERT(labels > 0 && scores.size() == targets.size() && scores.size() % labels == 0);
  LabelRanking ranking;
  std::vector<std::uint8_t> column;
  for (std::size_t k = 0; k < labels; ++k) {
    copy_column(targets, labels, k, column);
    const RankedScores ranked(scores.data() + k, labels, column);
    ranking.roc_auc.push_back(ranked.roc_auc());
    ranking.average_precision.push_back(ranked.average_precision());
  }
  ranking.roc_auc_macro = mean_of_known(ranking.roc_auc);
  ranking.average_precision_macro = mean_of_known(ranking.average_precision);
  return ranking;
}

}  // namespace emo::metrics
