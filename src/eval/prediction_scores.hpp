// Predictions with gold labels -> the figures of an Evaluation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "eval/evaluation.hpp"
#include "metrics/bootstrap.hpp"

namespace emo::eval {

/// The scored rows of one evaluation, as indices.
struct ScoredRows {
  std::size_t classes = 0;                            ///< K
  std::vector<std::vector<std::uint32_t>> gold;       ///< per row, none twice; at least one under kSingleChoice
  std::vector<std::vector<std::uint32_t>> predicted;  ///< per row; exactly one under kSingleChoice
  std::vector<std::uint32_t> best;   ///< per row, the answer or the label with the largest probability; kNoLabel
  std::vector<float> probabilities;  ///< row-major [rows, K], or empty where only decisions are known
  std::vector<std::map<std::string, std::string>> slices = {};  ///< per row, or empty
};
inline constexpr std::uint32_t kNoLabel = std::numeric_limits<std::uint32_t>::max();

/// What accuracy counts: single choice: the answer is in the gold set; multi-label: the sets are equal.
bool is_right(const ScoredRows& rows, std::size_t row, Decision decision);

/// The predicted set under `decision`: the best label, or those over their thresholds (empty = 0.5), ascending.
std::vector<std::uint32_t> decide(std::span<const float> probabilities, Decision decision,
                                  std::span<const double> thresholds);

/// Fills every figure of `evaluation` from accuracy to the intervals, as defined at Evaluation, using its `decision`,
/// `labels` and `seed`. Zeros and empty intervals when there is no row; NaN for what needs probabilities without them.
void score_rows(const ScoredRows& rows, int bootstrap_samples, Evaluation& evaluation);

/// `right` of `n` rows and what resampling gave. Where all rows are right, or none, every resample is alike and tells
/// nothing of luck: the exact binomial interval then.
Interval accuracy_interval(const metrics::ConfidenceInterval& resampled, std::uint64_t right, std::uint64_t n);
/// Nothing where every resample was alike.
std::optional<Interval> f1_interval(const metrics::ConfidenceInterval& resampled);

}  // namespace emo::eval
