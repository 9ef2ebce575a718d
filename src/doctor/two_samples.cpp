// Chi-squared and Kolmogorov-Smirnov, with approximate p-values: sizes decide, p only says whether it may be chance.
// They judge data, not models; models are compared by metrics/significance.
#include "doctor/two_samples.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace emo::doctor {
namespace {

constexpr int kSeriesTerms = 100;

double normal_tail(double z) {
  return std::erfc(z / std::sqrt(2.0)) / 2;
}

double median(const std::vector<double>& sorted) {
  const std::size_t n = sorted.size();
  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

}  // namespace

std::string_view size_in_words(double value, const SizeBounds& bounds) {
  if (value < bounds[0]) return "negligible";
  if (value < bounds[1]) return "small";
  return value < bounds[2] ? "moderate" : "large";
}

double ShiftOfCounts::share_first(std::uint64_t n) const {
  return total_first > 0 ? static_cast<double>(n) / total_first : 0;
}
double ShiftOfCounts::share_second(std::uint64_t n) const {
  return total_second > 0 ? static_cast<double>(n) / total_second : 0;
}

ShiftOfCounts compare_counts(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second) {
  EMO_ASSERT(first.size() == second.size());
  ShiftOfCounts shift;
  for (std::size_t k = 0; k < first.size(); ++k) {
    shift.total_first += static_cast<double>(first[k]);
    shift.total_second += static_cast<double>(second[k]);
  }
  if (shift.total_first == 0 || shift.total_second == 0) return shift;
  const double total = shift.total_first + shift.total_second;
  double chi_squared = 0, cells = 0;
  for (std::size_t k = 0; k < first.size(); ++k) {
    const double column = static_cast<double>(first[k] + second[k]);
    if (column == 0) continue;
    ++cells;
    const double expected_first = column * shift.total_first / total;
    const double expected_second = column * shift.total_second / total;
    const double gap = static_cast<double>(first[k]) - expected_first;
    chi_squared += gap * gap / expected_first + gap * gap / expected_second;
  }
  shift.cramers_v = std::sqrt(chi_squared / total);
  const double freedom = cells - 1;
  if (freedom < 1) return shift;
  const double spread = 2 / (9 * freedom);
  shift.p_value = normal_tail((std::cbrt(chi_squared / freedom) - (1 - spread)) / std::sqrt(spread));
  return shift;
}

ShiftOfValues compare_values(std::vector<double> first, std::vector<double> second) {
  ShiftOfValues shift;
  if (first.empty() || second.empty()) return shift;
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  shift.median_first = median(first);
  shift.median_second = median(second);
  const auto n = static_cast<double>(first.size()), m = static_cast<double>(second.size());
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    const double value = std::min(first[i], second[j]);
    while (i < first.size() && first[i] <= value) ++i;
    while (j < second.size() && second[j] <= value) ++j;
    shift.distance = std::max(shift.distance, std::abs(static_cast<double>(i) / n - static_cast<double>(j) / m));
  }
  const double root = std::sqrt(n * m / (n + m));
  const double lambda = (root + 0.12 + 0.11 / root) * shift.distance;  // Stephens 1970
  if (lambda < 0.2) return shift;                                      // the series does not converge there, and p is 1
  double sum = 0;
  for (int k = 1; k <= kSeriesTerms; ++k) sum += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * lambda * lambda);
  shift.p_value = std::clamp(sum, 0.0, 1.0);
  return shift;
}

}  // namespace emo::doctor
