#include "models/input_moments.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "nn/cpu.hpp"

namespace emo::models {
namespace {

TEST(InputMoments, AreTheSumOfProducts) {
  constexpr std::size_t kWidth = 21, kStride = 32;
  std::mt19937 random(3);
  std::normal_distribution<float> normal(0.3F, 1.0F);
  InputMoments moments(kWidth);
  std::vector<double> expected(kWidth * kWidth);
  for (const std::size_t rows : {1, 0, 7, 40}) {
    std::vector<float> x(rows * kStride, 1e9F);  // the padding must not count
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t i = 0; i < kWidth; ++i) x[r * kStride + i] = normal(random);
      for (std::size_t i = 0; i < kWidth * kWidth; ++i) {
        expected[i] += double{x[r * kStride + i / kWidth]} * double{x[r * kStride + i % kWidth]};
      }
    }
    moments.add(nn::kernels(nn::best_isa()), {x.data(), kStride, rows, kWidth});
  }
  EXPECT_EQ(moments.rows(), 48U);
  for (std::size_t i = 0; i < kWidth; ++i) {
    ASSERT_EQ(moments.row(i).size(), kWidth);
    for (std::size_t j = 0; j < kWidth; ++j) EXPECT_NEAR(moments.row(i)[j], expected[i * kWidth + j], 1e-4);
  }
}

}  // namespace
}  // namespace emo::models
