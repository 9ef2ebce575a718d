// Logarithms of factorials, beyond the reach of the factorials themselves. Private to src/metrics.
#pragma once

#include <cmath>

namespace emo::metrics {

/// ln |gamma(x)|. std::lgamma leaves the sign in a global variable, which threads that call it at once would race for.
inline double log_gamma(double x) {
  int sign = 0;
  return lgamma_r(x, &sign);
}

/// ln of the number of ways to choose k of n. Precondition: 0 <= k <= n.
inline double log_choose(double n, double k) {
  return log_gamma(n + 1) - log_gamma(k + 1) - log_gamma(n - k + 1);
}

}  // namespace emo::metrics
