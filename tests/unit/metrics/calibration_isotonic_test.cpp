#include "metrics/calibration_isotonic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/interpolation.hpp"
#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(Isotonic, PoolsViolators) {
  // 1 0 at the low end are out of order and become one pool; frequencies are smoothed towards the prior 0.5.
  const std::vector<float> scores{0.1F, 0.2F, 0.8F, 0.9F};
  const std::vector<std::uint8_t> outcomes{1, 0, 0, 1};
  const IsotonicFit fit = fit_isotonic(scores, outcomes);
  ASSERT_EQ(fit.x.size(), 2U);
  EXPECT_NEAR(fit.x[0], (0.1 + 0.2 + 0.8) / 3, 1e-7);
  EXPECT_NEAR(fit.y[0], (1 + 0.5) / 4, 1e-12);
  EXPECT_NEAR(fit.y[1], (1 + 0.5) / 2, 1e-12);
}

TEST(Isotonic, IsMonotoneOnAnyInput) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    core::Random random(seed);
    const auto n = 1 + random.below(60);
    std::vector<float> scores;
    std::vector<std::uint8_t> outcomes;
    for (std::uint64_t i = 0; i < n; ++i) {
      scores.push_back(static_cast<float>(random.below(20)) / 20);  // many ties
      outcomes.push_back(random.below(3) == 0 ? 1 : 0);
    }
    const IsotonicFit fit = fit_isotonic(scores, outcomes);
    ASSERT_FALSE(fit.x.empty()) << "seed " << seed;
    double last = -1;
    for (double at = -0.1; at <= 1.1; at += 0.01) {
      const double value = core::piecewise_linear(fit.x, fit.y, at);
      ASSERT_GE(value, last - 1e-12) << "seed " << seed << " at " << at;
      ASSERT_GT(value, 0) << "seed " << seed;
      ASSERT_LT(value, 1) << "seed " << seed;
      last = value;
    }
    EXPECT_TRUE(std::adjacent_find(fit.x.begin(), fit.x.end(), std::greater_equal<>()) == fit.x.end());
  }
}

TEST(Isotonic, FindsTheTrueFrequencies) {
  core::Random random(5);
  std::vector<float> scores;
  std::vector<std::uint8_t> outcomes;
  for (int i = 0; i < 50000; ++i) {
    const double p = random.uniform();
    scores.push_back(static_cast<float>(p));
    outcomes.push_back(random.uniform() < p * p ? 1 : 0);  // over-confident: true rate p^2
  }
  const IsotonicFit fit = fit_isotonic(scores, outcomes);
  for (const double p : {0.1, 0.3, 0.5, 0.7, 0.9}) EXPECT_NEAR(core::piecewise_linear(fit.x, fit.y, p), p * p, 0.04);
}

TEST(Isotonic, DegenerateInput) {
  const IsotonicFit none = fit_isotonic({}, {});
  EXPECT_EQ(core::piecewise_linear(none.x, none.y, 0.3), 0.3);
  const std::vector<float> scores{0.5F, NAN, 0.5F};
  const std::vector<std::uint8_t> outcomes{1, 1, 1};
  const IsotonicFit constant = fit_isotonic(scores, outcomes);
  EXPECT_GT(core::piecewise_linear(constant.x, constant.y, 0.5), 0.8);
  EXPECT_EQ(fit_isotonic_per_label(std::vector<float>{0.1F, 0.9F}, std::vector<std::uint8_t>{0, 1}, 2).size(), 2U);
}

}  // namespace
}  // namespace emo::metrics
