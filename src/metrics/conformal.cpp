// Quantiles of conformity scores, and how often the sets they give hold the truth on other rows. Which rows are
// exchangeable with which is the caller's claim; making a set for a new row is pipeline/head_decision's.
#include "metrics/conformal.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"
#include "core/largest.hpp"

namespace emo::metrics {
namespace {

constexpr double kRounding = 1e-9;  // (1 - 0.9) * 10 must be rank 1 although it is 0.99…

}  // namespace

double conformal_threshold(std::vector<float> scores, double coverage) {
  EMO_ASSERT(coverage > 0 && coverage < 1);
  const double rank = std::floor((1 - coverage) * (static_cast<double>(scores.size()) + 1) + kRounding);
  if (rank < 1 || scores.empty()) return 0;
  // A coverage near 0 asks for a rank beyond the last.
  const auto nth = scores.begin() + static_cast<std::ptrdiff_t>(std::min(rank, static_cast<double>(scores.size()))) - 1;
  std::nth_element(scores.begin(), nth, scores.end());
  return static_cast<double>(*nth);
}

std::vector<double> conformal_thresholds(std::span<const float> probabilities, std::span<const std::uint8_t> gold,
                                         std::size_t labels, double coverage, bool class_conditional) {
  EMO_ASSERT(labels > 0 && probabilities.size() == gold.size() && gold.size() % labels == 0);
  std::vector<std::vector<float>> scores(class_conditional ? labels : 1);
  for (std::size_t at = 0; at < gold.size(); at += labels) {
    float least = 2;
    for (std::size_t k = 0; k < labels; ++k) {
      if (gold[at + k] == 0) continue;
      least = std::min(least, probabilities[at + k]);
      if (class_conditional) scores[k].push_back(probabilities[at + k]);
    }
    if (!class_conditional && least <= 1) scores[0].push_back(least);
  }
  std::vector<double> thresholds(labels);
  for (std::size_t k = 0; k < labels; ++k) {
    thresholds[k] =
        class_conditional || k == 0 ? conformal_threshold(std::move(scores[k]), coverage) : thresholds.front();
  }
  return thresholds;
}

ConformalCheck check_conformal(std::span<const float> probabilities, std::span<const std::uint8_t> gold,
                               std::size_t labels, std::span<const double> thresholds) {
  EMO_ASSERT(labels > 0 && probabilities.size() == gold.size() && gold.size() % labels == 0);
  EMO_ASSERT(thresholds.size() == labels);
  ConformalCheck check;
  check.label_rows.assign(labels, 0);
  check.label_covered.assign(labels, 0);
  std::uint64_t members = 0;
  for (std::size_t at = 0; at < gold.size(); at += labels) {
    const auto row = probabilities.subspan(at, labels);
    const std::size_t best = core::index_of_largest(row);
    std::uint64_t size = 0, gold_labels = 0, missed = 0;
    for (std::size_t k = 0; k < labels; ++k) {
      const bool in_set = k == best || static_cast<double>(row[k]) >= thresholds[k];
      size += in_set ? 1 : 0;
      if (gold[at + k] == 0) continue;
      ++gold_labels;
      ++check.label_rows[k];
      check.label_covered[k] += in_set ? 1 : 0;
      missed += in_set ? 0 : 1;
    }
    if (gold_labels == 0) continue;
    ++check.rows;
    check.covered += missed == 0 ? 1 : 0;
    check.single += size == 1 ? 1 : 0;
    members += size;
  }
  if (check.rows > 0) check.mean_size = static_cast<double>(members) / static_cast<double>(check.rows);
  return check;
}

}  // namespace emo::metrics
