#include "train/image_jpeg_blocks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/random.hpp"

namespace emo::train {
namespace {

std::vector<float> smooth_plane(std::int64_t side) {
  std::vector<float> plane;
  for (std::int64_t y = 0; y < side; ++y) {
    for (std::int64_t x = 0; x < side; ++x) {
      plane.push_back(128.0F + 60.0F * std::sin(static_cast<float>(x) * 0.3F) * std::cos(static_cast<float>(y) * 0.2F));
    }
  }
  return plane;
}

double mean_change(int quality, std::int64_t side) {
  const auto before = smooth_plane(side);
  auto after = before;
  jpeg_blocks(quality, side, after);
  double sum = 0;
  for (std::size_t i = 0; i < before.size(); ++i) sum += std::abs(static_cast<double>(after[i] - before[i]));
  return sum / static_cast<double>(before.size());
}

TEST(JpegBlocksTest, TheBestQualityKeepsAlmostEverythingAndWorseLosesMore) {
  EXPECT_LT(mean_change(100, 48), 0.6);
  EXPECT_GT(mean_change(10, 48), 2 * mean_change(90, 48));
}

TEST(JpegBlocksTest, AFlatPlaneStaysFlat) {
  std::vector<float> plane(64, 128.0F);
  jpeg_blocks(20, 8, plane);
  for (const float v : plane) EXPECT_NEAR(v, 128.0F, 1e-3F);
}

TEST(JpegBlocksTest, PixelsBeyondTheLastWholeBlockStay) {
  auto plane = smooth_plane(12);
  const auto before = plane;
  jpeg_blocks(10, 12, plane);
  EXPECT_EQ(plane[11], before[11]);
  EXPECT_EQ(plane[12 * 11], before[12 * 11]);
  EXPECT_NE(plane[0], before[0]);
}

TEST(JpegBlocksTest, ValuesStayInRange) {
  core::Random random(4);
  std::vector<float> plane(48 * 48);
  for (float& v : plane) v = static_cast<float>(random.below(256));
  jpeg_blocks(5, 48, plane);
  for (const float v : plane) EXPECT_TRUE(v >= 0 && v <= 255) << v;
}

}  // namespace
}  // namespace emo::train
