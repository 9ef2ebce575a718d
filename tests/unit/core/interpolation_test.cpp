#include "core/interpolation.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace emo::core {
namespace {

TEST(PiecewiseLinear, BetweenOnAndBeyondKnots) {
  const std::array<double, 3> x{0.2, 0.4, 0.8}, y{0.1, 0.5, 0.6};
  EXPECT_EQ(piecewise_linear(x, y, -1), 0.1);
  EXPECT_EQ(piecewise_linear(x, y, 0.2), 0.1);
  EXPECT_NEAR(piecewise_linear(x, y, 0.3), 0.3, 1e-12);
  EXPECT_NEAR(piecewise_linear(x, y, 0.4), 0.5, 1e-12);
  EXPECT_NEAR(piecewise_linear(x, y, 0.6), 0.55, 1e-12);
  EXPECT_EQ(piecewise_linear(x, y, 0.8), 0.6);
  EXPECT_EQ(piecewise_linear(x, y, 5), 0.6);
  EXPECT_EQ(piecewise_linear(x, y, NAN), 0.1);
}

TEST(PiecewiseLinear, OneKnotIsAConstant) {
  const std::array<double, 1> x{0.5}, y{0.25};
  for (const double at : {0.0, 0.5, 1.0}) EXPECT_EQ(piecewise_linear(x, y, at), 0.25);
}

}  // namespace
}  // namespace emo::core
