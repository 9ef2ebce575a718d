// Threshold search by F1 on a development set. It knows nothing of models; it must never see test data,
// which is the caller's duty.
#include "metrics/thresholds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/activation.hpp"
#include "core/assert.hpp"

namespace emo::metrics {
namespace {

constexpr double kDefaultThreshold = 0.5;
constexpr int kGlobalSteps = 400;  // the grid of the global threshold, even in logits from -6 to 6
constexpr double kGlobalLogitRange = 6.0;

double logit(double p) {
  return std::log(p / (1 - p));
}

struct Column {
  std::vector<float> scores;             // descending
  std::vector<std::uint64_t> positives;  // positives[i] = targets among the i highest scores
};

Column sorted_column(std::span<const float> probabilities, std::span<const std::uint8_t> targets, std::size_t labels,
                     std::size_t label) {
  const std::size_t rows = probabilities.size() / labels;
  std::vector<std::uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0U);
  const auto score_of = [&](std::uint32_t row) { return probabilities[row * labels + label]; };
  // A NaN would break the ordering; it counts as the lowest score.
  const auto key = [&](std::uint32_t row) { return std::isnan(score_of(row)) ? -1.0F : score_of(row); };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) > key(b); });
  Column column;
  column.scores.reserve(rows);
  column.positives.assign(1, 0);
  column.positives.reserve(rows + 1);
  for (const std::uint32_t row : order) {
    column.scores.push_back(key(row));
    column.positives.push_back(column.positives.back() + (targets[row * labels + label] != 0 ? 1 : 0));
  }
  return column;
}

/// `others`: predictions beside the label's own.
double f1_of(std::uint64_t tp, std::uint64_t predicted, std::uint64_t support, double others = 0) {
  return tp == 0 ? 0.0 : 2.0 * static_cast<double>(tp) / (static_cast<double>(predicted + support) + others);
}

LabelThreshold best_of(const Column& column) {
  LabelThreshold best;
  const std::uint64_t support = column.positives.back();
  const std::size_t rows = column.scores.size();
  for (std::size_t predicted = 1; predicted <= rows; ++predicted) {
    const float last_in = column.scores[predicted - 1];
    if (predicted < rows && column.scores[predicted] == last_in) continue;  // equal scores are decided together
    const double f1 = f1_of(column.positives[predicted], predicted, support);
    if (f1 <= best.f1) continue;
    const double next = predicted < rows ? static_cast<double>(column.scores[predicted]) : 0.0;
    best = {(static_cast<double>(last_in) + next) / 2, f1};
  }
  return best;
}

std::size_t predicted_at(const Column& column, double threshold) {
  const auto end = std::partition_point(column.scores.begin(), column.scores.end(),
                                        [&](float score) { return static_cast<double>(score) > threshold; });
  return static_cast<std::size_t>(end - column.scores.begin());
}

/// Sum of F1 over the labels with positives. Those without would cost nothing, however often they were given: their
/// predictions are shared out among the others'.
double f1_sum_at(const std::vector<Column>& columns, double threshold) {
  double unseen = 0, seen_labels = 0;
  for (const Column& column : columns) {
    if (column.positives.back() == 0) unseen += static_cast<double>(predicted_at(column, threshold));
    seen_labels += column.positives.back() == 0 ? 0 : 1;
  }
  double sum = 0;
  for (const Column& column : columns) {
    if (column.positives.back() == 0) continue;
    const std::size_t predicted = predicted_at(column, threshold);
    sum += f1_of(column.positives[predicted], predicted, column.positives.back(), unseen / seen_labels);
  }
  return sum;
}

double best_global(const std::vector<Column>& columns) {
  double best_threshold = kDefaultThreshold;
  double best_sum = 0;
  // From high to low with a strict comparison: ties go to fewer predictions.
  for (int step = kGlobalSteps; step >= 0; --step) {
    const double threshold = core::logistic(kGlobalLogitRange * (2.0 * step / kGlobalSteps - 1));
    const double sum = f1_sum_at(columns, threshold);
    if (sum > best_sum) {
      best_sum = sum;
      best_threshold = threshold;
    }
  }
  return best_threshold;
}

}  // namespace

LabelThreshold best_f1_threshold(std::span<const float> probabilities, std::span<const std::uint8_t> targets) {
  EMO_ASSERT(probabilities.size() == targets.size());
  return best_of(sorted_column(probabilities, targets, 1, 0));
}

std::vector<double> fit_thresholds(std::span<const float> probabilities, std::span<const std::uint8_t> targets,
                                   std::size_t labels, const ThresholdOptions& options) {
  EMO_ASSERT(labels > 0 && probabilities.size() == targets.size() && probabilities.size() % labels == 0);
  std::vector<Column> columns;
  columns.reserve(labels);
  for (std::size_t label = 0; label < labels; ++label) {
    columns.push_back(sorted_column(probabilities, targets, labels, label));
  }
  const auto clamped = [&](double threshold) {
    return std::clamp(threshold, options.min_threshold, options.max_threshold);
  };
  const double global = clamped(best_global(columns));
  std::vector<double> thresholds;
  thresholds.reserve(labels);
  for (const Column& column : columns) {
    const auto positives = static_cast<double>(column.positives.back());
    if (positives == 0) {
      thresholds.push_back(global);
      continue;
    }
    const double own = logit(clamped(best_of(column).threshold));
    const double shrunk = (positives * own + options.shrinkage * logit(global)) / (positives + options.shrinkage);
    thresholds.push_back(clamped(core::logistic(shrunk)));
  }
  return thresholds;
}

MultiLabelCounts count_decisions(std::span<const float> probabilities, std::span<const std::uint8_t> targets,
                                 std::size_t labels, std::span<const double> thresholds) {
  EMO_ASSERT(labels > 0 && probabilities.size() == targets.size() && probabilities.size() % labels == 0);
  EMO_ASSERT(thresholds.empty() || thresholds.size() == labels);
  MultiLabelCounts counts(labels);
  std::vector<std::uint8_t> predicted(labels);
  for (std::size_t at = 0; at < probabilities.size(); at += labels) {
    for (std::size_t k = 0; k < labels; ++k) {
      const double threshold = thresholds.empty() ? kDefaultThreshold : thresholds[k];
      predicted[k] = static_cast<double>(probabilities[at + k]) > threshold ? 1 : 0;
    }
    counts.add(targets.subspan(at, labels), predicted);
  }
  return counts;
}

}  // namespace emo::metrics
