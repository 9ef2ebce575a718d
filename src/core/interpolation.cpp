// Look-up in a table of knots. It is here so that metrics, whose fits are defined by it, and the pipeline, which
// applies them, need not know each other; fitting is calibration_isotonic.cpp's.
#include "core/interpolation.hpp"

#include <algorithm>

#include "core/assert.hpp"

namespace emo::core {

double piecewise_linear(std::span<const double> x, std::span<const double> y, double at) {
  EMO_ASSERT(!x.empty() && x.size() == y.size());
  if (!(at > x.front())) return y.front();
  if (at >= x.back()) return y.back();
  const auto above = static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), at) - x.begin());
  const double share = (at - x[above - 1]) / (x[above] - x[above - 1]);
  return y[above - 1] + share * (y[above] - y[above - 1]);
}

}  // namespace emo::core
