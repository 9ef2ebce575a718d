// Quantisation of rows: its stated error bound, and the rows that have no usable scale.
#include "hf/quantize.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace emo::hf {
namespace {

TEST(QuantizeRows, ErrorIsAtMostHalfAStep) {
  std::mt19937 random(7);
  for (const std::size_t columns : {std::size_t{1}, std::size_t{3}, std::size_t{384}}) {
    constexpr std::size_t kRows = 17;
    std::vector<float> matrix(kRows * columns);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      const float spread = std::pow(10.0F, static_cast<float>(i / columns % 7) - 4.0F);
      matrix[i] = std::normal_distribution<float>(0.0F, spread)(random);
    }
    const auto stored = quantize_rows(matrix, kRows, columns);
    ASSERT_EQ(stored.scales.size(), kRows);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      const float scale = stored.scales[i / columns];
      ASSERT_GT(scale, 0.0F);
      EXPECT_LE(std::abs(matrix[i] - static_cast<float>(stored.values[i]) * scale), 0.501F * scale) << i;
      EXPECT_GE(stored.values[i], -127);
    }
  }
}

TEST(QuantizeRows, TheLargestMagnitudeIsExact) {
  const std::vector<float> matrix{-2.54F, 1.0F, 0.0F, 127.0F, -127.0F, 64.0F};
  const auto stored = quantize_rows(matrix, 2, 3);
  EXPECT_EQ(stored.values[0], -127);
  EXPECT_EQ(stored.values[3], 127);
  EXPECT_EQ(stored.values[4], -127);
  EXPECT_EQ(stored.values[5], 64);
  EXPECT_FLOAT_EQ(stored.scales[1], 1.0F);
}

TEST(QuantizeRows, RowsOfZerosAndDenormalsGetAScale) {
  const float tiny = std::numeric_limits<float>::denorm_min();
  const auto stored = quantize_rows(std::vector<float>{0.0F, 0.0F, tiny, -tiny}, 2, 2);
  EXPECT_EQ(stored.scales, (std::vector<float>{1.0F, 1.0F}));
  EXPECT_EQ(stored.values, (std::vector<std::int8_t>{0, 0, 0, 0}));
}

}  // namespace
}  // namespace emo::hf
