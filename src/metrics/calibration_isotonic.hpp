// Isotonic regression: the monotone map from scores to frequencies with the least squared error.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace emo::metrics {

/// Knots of a non-decreasing map, linear between them (core::piecewise_linear).
struct IsotonicFit {
  std::vector<double> x;  ///< strictly ascending
  std::vector<double> y;  ///< not descending, inside (0, 1)
};

/// Pools adjacent violators (Ayer et al. 1955; Zadrozny & Elkan 2002 for calibration). Scores that are equal are one
/// point. Each pool becomes one knot at its mean score, so that the map has no jumps, with the smoothed frequency
/// (positives + prior) / (n + 1), prior = the rate over all rows: a probability of exactly 0 or 1 is never claimed.
/// Pools that smoothing would put out of order are joined. No rows: the identity (knots 0 and 1). NaN counts as 0.
/// Shapes: [n] each, outcomes 0/1. O(n log n).
IsotonicFit fit_isotonic(std::span<const float> scores, std::span<const std::uint8_t> outcomes);

/// fit_isotonic for each column of row-major [n, labels].
std::vector<IsotonicFit> fit_isotonic_per_label(std::span<const float> scores, std::span<const std::uint8_t> outcomes,
                                                std::size_t labels);

}  // namespace emo::metrics
