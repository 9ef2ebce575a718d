// Is one model better than another on the same rows, or is it chance?
#pragma once

#include <cstdint>
#include <span>

#include "metrics/bootstrap.hpp"

namespace emo::metrics {

/// McNemar's test on the rows where exactly one of two models is right.
struct McNemar {
  std::uint64_t only_a = 0, only_b = 0;  ///< rows only A (only B) gets right
  double statistic = 0;                  ///< (|only_a - only_b| - 1)^2 / (only_a + only_b), 0 without discordant rows
  double exact_p = 1;       ///< two-sided exact binomial test of only_a against only_a + only_b flips of a coin
  double chi_square_p = 1;  ///< P(chi-square with one degree of freedom >= statistic)
  double p_value = 1;       ///< exact_p up to 1,000 discordant rows, else chi_square_p
};
/// Shapes: [n] each, 1 = right. No rows or no discordant ones: p = 1. Precondition: equal sizes.
McNemar mcnemar(std::span<const std::uint8_t> a_right, std::span<const std::uint8_t> b_right);

/// Differences A - B over the same resampled rows.
struct PairedBootstrap {
  double accuracy_difference = 0, macro_f1_difference = 0;  ///< on the data as they are
  ConfidenceInterval accuracy, macro_f1;                    ///< of the differences
  /// Two-sided: twice the smaller share of resamples on either side of 0 (ties half), at most 1, at least 1 /
  /// resamples.
  double accuracy_p = 1, macro_f1_p = 1;
  int resamples = 0;
};
/// Precondition: both sets describe the same rows in the same order, with the same labels. Deterministic for a seed.
/// No rows: zeros and p = 1.
PairedBootstrap paired_bootstrap(const LabelSets& a, const LabelSets& b, const BootstrapOptions& options = {});

}  // namespace emo::metrics
