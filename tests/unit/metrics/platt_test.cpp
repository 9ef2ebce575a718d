#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "metrics/logit_fit.hpp"

namespace emo::metrics {
namespace {

TEST(FitPlatt, FindsSlopeAndIntercept) {
  core::Random random(31);
  std::vector<float> logits;
  std::vector<std::uint8_t> targets;
  for (int i = 0; i < 40000; ++i) {
    const double z = 2 * random.normal();
    logits.push_back(static_cast<float>(z));
    targets.push_back(random.uniform() < 1 / (1 + std::exp(-(0.6 * z - 1.2))) ? 1 : 0);
  }
  const PlattScaling fit = fit_platt(logits, targets);
  EXPECT_NEAR(fit.slope, 0.6, 0.03);
  EXPECT_NEAR(fit.intercept, -1.2, 0.05);
}

TEST(FitPlatt, SeparableDataStayFinite) {
  const std::vector<float> logits{-3, -2, 2, 3};
  const std::vector<std::uint8_t> targets{0, 0, 1, 1};
  const PlattScaling fit = fit_platt(logits, targets);
  EXPECT_TRUE(std::isfinite(fit.slope));
  EXPECT_GT(fit.slope, 0);
  EXPECT_LT(fit.slope, 2) << "the smoothed targets 3/4 and 1/4 forbid certainty";
}

TEST(FitPlatt, DegenerateInput) {
  const PlattScaling none = fit_platt({}, {});
  EXPECT_EQ(none.slope, 1);
  EXPECT_EQ(none.intercept, 0);
  const std::vector<float> logits{1, 2, 3};
  const std::vector<std::uint8_t> positives{1, 1, 1};
  const PlattScaling one_class = fit_platt(logits, positives);
  EXPECT_EQ(one_class.slope, 0);
  EXPECT_NEAR(one_class.intercept, std::log(4.0), 1e-12);
}

TEST(FitPlatt, PerLabelReadsColumns) {
  const std::vector<float> logits{1, -5, 2, -6, -1, 5, 0.5, 7};
  const std::vector<std::uint8_t> targets{1, 0, 1, 0, 0, 1, 0, 1};
  const auto fits = fit_platt_per_label(logits, targets, 2);
  ASSERT_EQ(fits.size(), 2U);
  const std::vector<float> second{-5, -6, 5, 7};
  const std::vector<std::uint8_t> second_targets{0, 0, 1, 1};
  EXPECT_DOUBLE_EQ(fits[1].slope, fit_platt(second, second_targets).slope);
}

}  // namespace
}  // namespace emo::metrics
