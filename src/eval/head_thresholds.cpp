// Thresholds from rows, and of labels that the rows say nothing about. The fit for F1 is src/metrics'.
#include "eval/head_thresholds.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"
#include "metrics/thresholds.hpp"
#include "pipeline/head_activation.hpp"

namespace emo::eval {
namespace {

/// The lowest threshold of one column with at least `precision`, "p > threshold" being positive; else the lowest of
/// the best precision. Precondition: a row has the label.
double threshold_for_precision(const HeadRows& rows, std::size_t label, double precision) {
  std::vector<std::pair<float, bool>> column;
  for (std::size_t at = label; at < rows.gold.size(); at += rows.labels) {
    column.emplace_back(rows.probabilities[at], rows.gold[at] != 0);
  }
  std::sort(column.begin(), column.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  double best_precision = -1, threshold = 0.5, hits = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    hits += column[i].second ? 1 : 0;
    if (i + 1 < column.size() && column[i + 1].first == column[i].first) continue;
    const double here = hits / static_cast<double>(i + 1);
    if (here < precision && here < best_precision) continue;
    const double next = i + 1 < column.size() ? static_cast<double>(column[i + 1].first) : 0.0;
    threshold = (static_cast<double>(column[i].first) + next) / 2;
    best_precision = std::min(here, precision);  // once the precision is reached, any lower threshold with it is better
  }
  return threshold;
}

/// What `head` says of `label` where the head without any calibration says `p`.
float calibrated(const io::HeadManifest& head, const io::HeadManifest& as_trained, std::size_t label, float p) {
  HeadRows row{head.labels.size(), std::vector<float>(head.labels.size(), p), {}};
  row.gold.assign(row.labels, 0);
  return apply_calibration(head, as_trained, row).probabilities[label];
}

/// From which probability of the head without any calibration on `before` gives `label`.
float threshold_as_trained(const io::HeadManifest& before, const io::HeadManifest& as_trained, std::size_t label) {
  constexpr int kHalvings = 30;
  const double threshold = pipeline::threshold(before, label);
  if (!before.calibration) return static_cast<float>(threshold);
  float low = 0, high = 1;
  for (int i = 0; i < kHalvings; ++i) {  // calibrations rise, and a step has no inverse
    const float middle = (low + high) / 2;
    (static_cast<double>(calibrated(before, as_trained, label, middle)) > threshold ? high : low) = middle;
  }
  return high;
}

}  // namespace

std::vector<std::uint8_t> told_labels(const HeadRows& rows) {
  std::vector<std::size_t> having(rows.labels, 0);
  for (std::size_t i = 0; i < rows.gold.size(); ++i) having[i % rows.labels] += rows.gold[i] != 0 ? 1 : 0;
  std::vector<std::uint8_t> told(rows.labels, 0);
  std::transform(having.begin(), having.end(), told.begin(),
                 [&](std::size_t count) { return count > 0 && count < rows.rows() ? 1 : 0; });
  return told;
}

std::vector<double> fit_head_thresholds(const io::HeadManifest& head, const io::HeadManifest& before,
                                        const HeadRows& rows, std::span<const std::uint8_t> told, ThresholdRule rule,
                                        double value) {
  std::vector<double> fitted(rows.labels, value);
  if (rule == ThresholdRule::kCost) return fitted;
  if (rule == ThresholdRule::kF1) fitted = metrics::fit_thresholds(rows.probabilities, rows.gold, rows.labels);
  io::HeadManifest as_trained = before;
  as_trained.calibration.reset();
  for (std::size_t k = 0; k < rows.labels; ++k) {
    if (told[k] == 0) {
      const float p = threshold_as_trained(before, as_trained, k);
      fitted[k] = static_cast<double>(calibrated(head, as_trained, k, p));
    } else if (rule == ThresholdRule::kPrecision) {
      fitted[k] = threshold_for_precision(rows, k, value);
    }
  }
  return fitted;
}

}  // namespace emo::eval
