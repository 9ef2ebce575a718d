// Paired comparison of two models: McNemar and paired bootstrap. Intervals of a single model are in
// bootstrap.cpp.
#include "metrics/significance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "metrics/log_gamma.hpp"
#include "metrics/resampling.hpp"

namespace emo::metrics {
namespace {

constexpr std::uint64_t kMaxExact = 1000;

/// P(X <= k) for X ~ Binomial(n, 1/2), k <= n / 2. The largest term is taken in logarithms so that nothing underflows
/// early; the others follow by their ratios, downwards, until they no longer count.
double binomial_half_cdf(std::uint64_t k, std::uint64_t n) {
  const auto size = static_cast<double>(n);
  const auto top = static_cast<double>(k);
  const double largest = std::exp(log_choose(size, top) - size * std::log(2.0));
  double sum = 1;
  double term = 1;
  for (double x = top; x > 0 && term > sum * std::numeric_limits<double>::epsilon() / 4; --x) {
    term *= x / (size - x + 1);
    sum += term;
  }
  return largest * sum;
}

double two_sided_p(std::span<const double> differences) {
  double below = 0;
  double above = 0;
  for (const double d : differences) {
    below += d < 0 ? 1.0 : (d > 0 ? 0.0 : 0.5);
    above += d > 0 ? 1.0 : (d < 0 ? 0.0 : 0.5);
  }
  const auto n = static_cast<double>(differences.size());
  return std::clamp(2 * std::min(below, above) / n, 1 / n, 1.0);
}

}  // namespace

McNemar mcnemar(std::span<const std::uint8_t> a_right, std::span<const std::uint8_t> b_right) {
  EMO_ASSERT(a_right.size() == b_right.size());
  McNemar result;
  for (std::size_t i = 0; i < a_right.size(); ++i) {
    if (a_right[i] != 0 && b_right[i] == 0) ++result.only_a;
    if (a_right[i] == 0 && b_right[i] != 0) ++result.only_b;
  }
  const std::uint64_t discordant = result.only_a + result.only_b;
  if (discordant == 0) return result;
  const double gap = std::abs(static_cast<double>(result.only_a) - static_cast<double>(result.only_b));
  const double corrected = std::max(0.0, gap - 1);
  result.statistic = corrected * corrected / static_cast<double>(discordant);
  result.exact_p = std::min(1.0, 2 * binomial_half_cdf(std::min(result.only_a, result.only_b), discordant));
  result.chi_square_p = std::erfc(std::sqrt(result.statistic / 2));
  result.p_value = discordant <= kMaxExact ? result.exact_p : result.chi_square_p;
  return result;
}

PairedBootstrap paired_bootstrap(const LabelSets& a, const LabelSets& b, const BootstrapOptions& options) {
  EMO_ASSERT(a.rows() == b.rows() && a.labels() == b.labels());
  PairedBootstrap result;
  const std::size_t rows = a.rows();
  if (rows == 0) return result;

  Resample of_a(a);
  Resample of_b(b);
  for (std::size_t row = 0; row < rows; ++row) {
    of_a.add(row);
    of_b.add(row);
  }
  const auto difference = [&] {
    const Resample::Scores a_scores = of_a.scores(), b_scores = of_b.scores();
    return Resample::Scores{a_scores.accuracy - b_scores.accuracy, a_scores.macro_f1 - b_scores.macro_f1};
  };
  const Resample::Scores of_all = difference();
  result.accuracy_difference = of_all.accuracy;
  result.macro_f1_difference = of_all.macro_f1;
  if (options.resamples <= 0) return result;

  result.resamples = affordable_resamples(options, rows);
  core::Random random(options.seed);
  std::vector<double> accuracy;
  std::vector<double> macro_f1;
  for (int resample = 0; resample < result.resamples; ++resample) {
    of_a.clear();
    of_b.clear();
    for (std::size_t draw = 0; draw < rows; ++draw) {
      const std::size_t row = random.below(rows);
      of_a.add(row);
      of_b.add(row);
    }
    const Resample::Scores scores = difference();
    accuracy.push_back(scores.accuracy);
    macro_f1.push_back(scores.macro_f1);
  }
  result.accuracy = percentile_interval(accuracy, options.level);
  result.macro_f1 = percentile_interval(macro_f1, options.level);
  result.accuracy_p = two_sided_p(accuracy);
  result.macro_f1_p = two_sided_p(macro_f1);
  return result;
}

}  // namespace emo::metrics
