#include "metrics/calibration_vector.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(VectorScaling, FindsScaleAndBias) {
  const std::vector<double> scale{0.5, 1.0, 2.0}, bias{0.8, -0.3, -0.5};
  core::Random random(11);
  std::vector<float> logits, targets;
  for (int i = 0; i < 30000; ++i) {
    std::vector<double> p(3);
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const double z = 1.5 * random.normal();
      logits.push_back(static_cast<float>(z));
      p[k] = std::exp(scale[k] * z + bias[k]);
      sum += p[k];
    }
    double u = random.uniform() * sum;
    std::size_t drawn = 0;
    while (drawn < 2 && u >= p[drawn]) u -= p[drawn++];
    for (std::size_t k = 0; k < 3; ++k) targets.push_back(k == drawn ? 1.0F : 0.0F);
  }
  const VectorScaling fit = fit_vector_scaling(logits, targets, 3);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_NEAR(fit.scale[k], scale[k], 0.08) << "class " << k;
    EXPECT_NEAR(fit.bias[k], bias[k], 0.05) << "class " << k;
  }
}

TEST(VectorScaling, SeparableAndAbsentClassesStayFinite) {
  const std::vector<float> logits{3, -3, 0, -3, 3, 0, 3, -3, 0};
  const std::vector<float> targets{1, 0, 0, 0, 1, 0, 1, 0, 0};  // class 2 never seen
  const VectorScaling fit = fit_vector_scaling(logits, targets, 3);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_TRUE(std::isfinite(fit.scale[k]) && std::isfinite(fit.bias[k]));
    EXPECT_GT(fit.scale[k], 0);
    EXPECT_LT(fit.scale[k], 10);
  }
  EXPECT_LT(fit.bias[2], 0);
}

TEST(VectorScaling, NoRowsAndRowsWithoutTargetAreTheIdentity) {
  for (const auto& fit :
       {fit_vector_scaling({}, {}, 2), fit_vector_scaling(std::vector<float>{1, 2}, std::vector<float>{0, 0}, 2)}) {
    EXPECT_EQ(fit.scale, (std::vector<double>{1, 1}));
    EXPECT_EQ(fit.bias, (std::vector<double>{0, 0}));
  }
}

}  // namespace
}  // namespace emo::metrics
