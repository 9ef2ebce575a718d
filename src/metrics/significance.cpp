// Paired comparison of two models: McNemar and paired bootstrap. Intervals of a single model are in
// bootstrap.cpp.
#include "metrics/significance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"

namespace emo::metrics {
namespace {

constexpr std::uint64_t kMaxExact = 1000;
constexpr int kFewestResamples = 100;

/// P(X <= k) for X ~ Binomial(n, 1/2), k <= n / 2. The largest term is taken in logarithms so that nothing underflows
/// early; the others follow by their ratios, downwards, until they no longer count.
double binomial_half_cdf(std::uint64_t k, std::uint64_t n) {
  const auto size = static_cast<double>(n);
  const auto top = static_cast<double>(k);
  const double largest =
      std::exp(std::lgamma(size + 1) - std::lgamma(top + 1) - std::lgamma(size - top + 1) - size * std::log(2.0));
  double sum = 1;
  double term = 1;
  for (double x = top; x > 0 && term > sum * std::numeric_limits<double>::epsilon() / 4; --x) {
    term *= x / (size - x + 1);
    sum += term;
  }
  return largest * sum;
}

struct Scores {
  double accuracy = 0, macro_f1 = 0;
};

class Resampler {
 public:
  Resampler(const LabelSets& sets, std::span<const std::uint8_t> present)
      : sets_(sets), present_(present), kinds_(sets), drawn_(kinds_.kinds()) {}
  void clear() { std::fill(drawn_.begin(), drawn_.end(), std::uint64_t{0}); }
  void add(std::size_t row) { ++drawn_[kinds_.kind(row)]; }
  [[nodiscard]] Scores scores() const {
    std::vector<ClassCounts> counts(sets_.labels());
    std::uint64_t right = 0;
    std::uint64_t rows = 0;
    for (std::size_t kind = 0; kind < drawn_.size(); ++kind) {
      const std::size_t row = kinds_.example(kind);
      sets_.count(row, counts, drawn_[kind]);
      right += sets_.right(row) ? drawn_[kind] : 0;
      rows += drawn_[kind];
    }
    double sum = 0;
    double classes = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
      if (present_[k] == 0) continue;
      sum += score(counts[k]).f1;
      classes += 1;
    }
    return {static_cast<double>(right) / static_cast<double>(rows), classes > 0 ? sum / classes : 0.0};
  }

 private:
  const LabelSets& sets_;
  std::span<const std::uint8_t> present_;
  RowKinds kinds_;
  std::vector<std::uint64_t> drawn_;
};

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

  std::vector<ClassCounts> full(a.labels());
  for (std::size_t row = 0; row < rows; ++row) a.count(row, full);
  std::vector<std::uint8_t> present;
  present.reserve(full.size());
  for (const ClassCounts& c : full) present.push_back(c.support() > 0 ? 1 : 0);

  Resampler of_a(a, present);
  Resampler of_b(b, present);
  for (std::size_t row = 0; row < rows; ++row) {
    of_a.add(row);
    of_b.add(row);
  }
  result.accuracy_difference = of_a.scores().accuracy - of_b.scores().accuracy;
  result.macro_f1_difference = of_a.scores().macro_f1 - of_b.scores().macro_f1;
  if (options.resamples <= 0) return result;

  const std::uint64_t affordable = std::max<std::uint64_t>(options.max_draws / rows, kFewestResamples);
  result.resamples =
      static_cast<int>(std::min<std::uint64_t>(affordable, static_cast<std::uint64_t>(options.resamples)));
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
    const Scores a_scores = of_a.scores();
    const Scores b_scores = of_b.scores();
    accuracy.push_back(a_scores.accuracy - b_scores.accuracy);
    macro_f1.push_back(a_scores.macro_f1 - b_scores.macro_f1);
  }
  const double tail = (1 - options.level) / 2;
  result.accuracy = {quantile(accuracy, tail), quantile(accuracy, 1 - tail)};
  result.macro_f1 = {quantile(macro_f1, tail), quantile(macro_f1, 1 - tail)};
  result.accuracy_p = two_sided_p(accuracy);
  result.macro_f1_p = two_sided_p(macro_f1);
  return result;
}

}  // namespace emo::metrics
