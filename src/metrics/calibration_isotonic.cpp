// Pool-adjacent-violators on one column of scores. Does not know what the scores mean; looking a score up in the fitted
// map is core/interpolation's, and applying it to a head pipeline/head_activation's.
#include "metrics/calibration_isotonic.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "core/assert.hpp"
#include "metrics/columns.hpp"

namespace emo::metrics {
namespace {

struct Pool {
  double rows = 0, positives = 0, score_sum = 0;

  [[nodiscard]] double frequency(double prior) const { return (positives + prior) / (rows + 1); }
  void join(const Pool& other) {
    rows += other.rows;
    positives += other.positives;
    score_sum += other.score_sum;
  }
};

/// Appends `pool`, joined with those before it that do not have a lower `value`.
template <class Value>
void append_ordered(std::vector<Pool>& pools, Pool pool, Value value) {
  for (; !pools.empty() && value(pools.back()) >= value(pool); pools.pop_back()) pool.join(pools.back());
  pools.push_back(pool);
}

}  // namespace

IsotonicFit fit_isotonic(std::span<const float> scores, std::span<const std::uint8_t> outcomes) {
  EMO_ASSERT(scores.size() == outcomes.size());
  if (scores.empty()) return {{0, 1}, {0, 1}};
  const auto score_of = [&](std::size_t i) { return std::isnan(scores[i]) ? 0.0 : static_cast<double>(scores[i]); };
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return score_of(a) < score_of(b); });
  double positives = 0;
  for (const auto outcome : outcomes) positives += outcome != 0 ? 1 : 0;
  // Half a row keeps the prior itself inside (0, 1).
  const double prior = (positives + 0.5) / (static_cast<double>(scores.size()) + 1);

  std::vector<Pool> pools;
  for (std::size_t i = 0; i < order.size();) {
    Pool pool;
    const double score = score_of(order[i]);
    for (; i < order.size() && score_of(order[i]) == score; ++i) {
      pool.join({1, outcomes[order[i]] != 0 ? 1.0 : 0.0, score});
    }
    append_ordered(pools, pool, [](const Pool& p) { return p.positives / p.rows; });
  }
  std::vector<Pool> ordered;
  for (const Pool& pool : pools) append_ordered(ordered, pool, [&](const Pool& p) { return p.frequency(prior); });
  IsotonicFit fit;
  for (const Pool& pool : ordered) {
    const double at = pool.score_sum / pool.rows;
    if (!fit.x.empty() && at <= fit.x.back()) continue;  // means of neighbours that rounding made equal
    fit.x.push_back(at);
    fit.y.push_back(pool.frequency(prior));
  }
  return fit;
}

std::vector<IsotonicFit> fit_isotonic_per_label(std::span<const float> scores, std::span<const std::uint8_t> outcomes,
                                                std::size_t labels) {
  return fit_each_label(scores, outcomes, labels, fit_isotonic);
}

}  // namespace emo::metrics
