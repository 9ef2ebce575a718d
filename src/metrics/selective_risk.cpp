// Binomial bounds by the incomplete beta function, and fixed-sequence testing along the confidence. When to abstain is
// only computed here; who abstains, and says so, is pipeline/head_decision.
#include "metrics/selective_risk.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "core/assert.hpp"
#include "metrics/log_gamma.hpp"

namespace emo::metrics {
namespace {

constexpr int kMaxFraction = 500;
constexpr double kTiny = 1e-300, kPrecision = 1e-14;
constexpr int kBisections = 60;
constexpr std::size_t kSteps = 50;
constexpr double kPower = 0.95;

double beta_fraction(double a, double b, double x) {
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  d = 1 / (std::abs(d) < kTiny ? kTiny : d);
  double value = d;
  for (int m = 1; m <= kMaxFraction; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    for (const double term : {even, odd}) {
      d = 1 + term * d;
      d = 1 / (std::abs(d) < kTiny ? kTiny : d);
      c = 1 + term / c;
      if (std::abs(c) < kTiny) c = kTiny;
      value *= c * d;
    }
    if (std::abs(c * d - 1) < kPrecision) break;
  }
  return value;
}

/// The x with I_x(a, b) = p.
double inverse_incomplete_beta(double a, double b, double p) {
  double low = 0, high = 1;
  for (int i = 0; i < kBisections; ++i) {
    const double middle = (low + high) / 2;
    (incomplete_beta(a, b, middle) < p ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// True when the upper bound of `wrong` mistakes among n rows is at most `risk`.
bool passes(std::size_t wrong, std::size_t n, double risk, double confidence) {
  return wrong < n &&
         incomplete_beta(static_cast<double>(wrong + 1), static_cast<double>(n - wrong), risk) >= confidence;
}

/// Where fit_risk_threshold() begins. A handful of rows would let one or two confident mistakes end the search.
std::size_t first_candidate(std::size_t rows, double risk, double confidence) {
  const double half = risk / 2;
  std::size_t allowed = 0;  // so many counts of mistakes would pass: 0, 1, ... allowed - 1
  bool can_pass = false;
  for (std::size_t n = 1; n < rows; ++n) {
    while (passes(allowed, n, risk, confidence)) ++allowed;
    can_pass = can_pass || static_cast<double>(allowed) > std::ceil(half * static_cast<double>(n));
    if (!can_pass) continue;
    if (n >= rows / 2) return n;
    const double power = 1 - incomplete_beta(static_cast<double>(allowed), static_cast<double>(n - allowed + 1), half);
    if (power >= kPower) return n;
  }
  return rows;
}

}  // namespace

double incomplete_beta(double a, double b, double x) {
  EMO_ASSERT(a > 0 && b > 0);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double log_front = log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) + b * std::log1p(-x);
  if (x < (a + 1) / (a + b + 2)) return std::exp(log_front) * beta_fraction(a, b, x) / a;
  return 1 - std::exp(log_front) * beta_fraction(b, a, 1 - x) / b;
}

double clopper_pearson_upper(std::uint64_t hits, std::uint64_t n, double confidence) {
  EMO_ASSERT(hits <= n && confidence > 0 && confidence < 1);
  if (hits == n) return 1;
  return inverse_incomplete_beta(static_cast<double>(hits) + 1, static_cast<double>(n - hits), confidence);
}

BinomialInterval clopper_pearson(std::uint64_t hits, std::uint64_t n, double confidence) {
  EMO_ASSERT(hits <= n && confidence > 0 && confidence < 1);
  if (n == 0) return {};
  const double tail = (1 - confidence) / 2;
  const double low =
      hits == 0 ? 0.0 : inverse_incomplete_beta(static_cast<double>(hits), static_cast<double>(n - hits) + 1, tail);
  return {low, clopper_pearson_upper(hits, n, 1 - tail)};
}

SelectiveRisk fit_risk_threshold(std::span<const float> confidences, std::span<const std::uint8_t> wrong, double risk,
                                 double confidence) {
  EMO_ASSERT(confidences.size() == wrong.size() && risk > 0 && risk < 1 && confidence > 0 && confidence < 1);
  SelectiveRisk result;
  const std::size_t rows = confidences.size();
  result.rows = rows;
  std::vector<std::size_t> order(rows);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return confidences[a] > confidences[b]; });
  std::vector<std::uint64_t> wrong_of_first(rows + 1, 0);
  for (std::size_t i = 0; i < rows; ++i) wrong_of_first[i + 1] = wrong_of_first[i] + (wrong[order[i]] != 0 ? 1 : 0);
  const std::size_t first = first_candidate(rows, risk, confidence);
  for (std::size_t step = 1; step <= kSteps; ++step) {
    std::size_t answered = std::max(rows * step / kSteps, first);
    if (answered == 0) continue;
    while (answered < rows && confidences[order[answered]] == confidences[order[answered - 1]]) ++answered;
    if (answered == result.answered) continue;
    const double bound = clopper_pearson_upper(wrong_of_first[answered], answered, confidence);
    if (bound > risk) {
      if (!result.found) result = {false, 1, rows, answered, wrong_of_first[answered], bound};
      break;
    }
    result = {true, static_cast<double>(confidences[order[answered - 1]]), rows, answered, wrong_of_first[answered],
              bound};
  }
  return result;
}

SelectiveRisk risk_at(std::span<const float> confidences, std::span<const std::uint8_t> wrong, double min_confidence) {
  EMO_ASSERT(confidences.size() == wrong.size());
  SelectiveRisk result{true, min_confidence, confidences.size(), 0, 0, 1};
  for (std::size_t i = 0; i < confidences.size(); ++i) {
    if (static_cast<double>(confidences[i]) < min_confidence) continue;
    ++result.answered;
    result.wrong += wrong[i] != 0 ? 1 : 0;
  }
  result.bound = clopper_pearson_upper(result.wrong, result.answered);
  return result;
}

}  // namespace emo::metrics
