// Packed layers: hand-computed results, padding, and the preconditions. Sizes in bulk are kernel_checks' business.
#include "nn/linear.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::nn {
namespace {

TEST(LinearF32, SmallLayerByHand) {
  const std::vector<float> weight = {1, 2, 3, 4, 5, 6};  // [2, 3]
  const std::vector<float> bias = {10, 20};
  const std::vector<float> x = {1, 0, -1};
  std::vector<float> out(kPanel, -1.0F);
  LinearF32(weight, bias, 3).run(kernels(best_isa()), x.data(), 3, 1, Epilogue::kNone, out.data(), kPanel);
  EXPECT_FLOAT_EQ(out[0], 8);
  EXPECT_FLOAT_EQ(out[1], 18);
  for (std::size_t i = 2; i < kPanel; ++i) EXPECT_EQ(out[i], 0) << "padding is zero";
}

TEST(LinearS8, SmallLayerByHand) {
  const std::vector<std::int8_t> weight = {1, 2, 3, -4, 5, -6};  // [2, 3]
  const std::vector<float> scale = {0.5F, 2.0F};
  const std::vector<float> bias = {10, 20};
  std::vector<std::uint8_t> codes = {11, 10, 9, 200};  // zero point 10: the values 1, 0, -1
  float x_scale = 1.0F;
  std::int32_t zero = 10;
  std::vector<float> out(kPanel, -1.0F);
  LinearS8(weight, scale, bias, 3)
      .run(kernels(best_isa()), {codes.data(), 4, &x_scale, &zero}, 1, Epilogue::kNone, out.data(), kPanel);
  EXPECT_FLOAT_EQ(out[0], 9);   // (1 - 3) * 0.5 + 10
  EXPECT_FLOAT_EQ(out[1], 24);  // (-4 + 6) * 2 + 20
}

TEST(LinearDeathTest, SizesMustMatch) {
  const std::vector<float> weight(5);
  const std::vector<float> bias(2);
  EXPECT_DEATH(LinearF32(weight, bias, 3), "weight.size");
  const std::vector<std::int8_t> codes(6);
  const std::vector<float> scale(1);
  EXPECT_DEATH(LinearS8(codes, scale, bias, 3), "scale.size");
}

}  // namespace
}  // namespace emo::nn
