// Piecewise linear functions: what an isotonic calibration map is made of.
#pragma once

#include <span>

namespace emo::core {

/// The value at `at` of the function through the knots (x[i], y[i]), linear between them and constant beyond the ends.
/// NaN gives y[0]. Preconditions: at least one knot, sizes equal, x strictly ascending. O(log n), thread-safe.
double piecewise_linear(std::span<const double> x, std::span<const double> y, double at);

}  // namespace emo::core
