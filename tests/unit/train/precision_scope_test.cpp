#include "train/precision_scope.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(PrecisionScope, RoundsTheFactorsOfProductsWhileItLives) {
  at::manual_seed(1);
  const at::Tensor x = at::randn({8, 64}), w = at::randn({16, 64});
  const at::Tensor exact = at::linear(x, w);
  at::Tensor rounded;
  {
    const PrecisionScope scope(Precision::kBfloat16, at::kCPU);
    rounded = at::linear(x, w);
  }
  EXPECT_EQ(rounded.scalar_type(), at::kBFloat16);
  const double error = (rounded.to(at::kFloat) - exact).abs().max().item<double>();
  EXPECT_GT(error, 0);
  EXPECT_LT(error, 0.02 * exact.abs().max().item<double>());
  EXPECT_TRUE(at::equal(at::linear(x, w), exact));
}

TEST(PrecisionScope, SeesWeightsThatChangedBetweenTwoScopes) {
  const at::Tensor x = at::ones({1, 4});
  at::Tensor w = at::ones({1, 4}).set_requires_grad(true);
  for (const float expected : {4.0F, 8.0F}) {
    const PrecisionScope scope(Precision::kBfloat16, at::kCPU);
    EXPECT_EQ(at::linear(x, w).to(at::kFloat).item<float>(), expected);
    const at::NoGradGuard no_grad;
    w.mul_(2);
  }
}

TEST(PrecisionScope, Float32ChangesNothing) {
  const at::Tensor x = at::randn({2, 3}), w = at::randn({2, 3});
  const PrecisionScope scope(Precision::kFloat32, at::kCPU);
  EXPECT_EQ(at::linear(x, w).scalar_type(), at::kFloat);
}

}  // namespace
}  // namespace emo::train
