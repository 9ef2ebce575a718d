// Light and sharpness, by hand.
#include "vision/measure.hpp"

#include <gtest/gtest.h>

#include "vision/transform.hpp"

namespace emo::vision {
namespace {

TEST(Light, CountsByHand) {
  Image image(4, 1, 1);
  image.pixels = {0, 0, 100, 255};
  const Light light = measure_light(image);
  EXPECT_DOUBLE_EQ(light.mean, 88.75);
  EXPECT_NEAR(light.deviation, 104.306, 0.001);
  EXPECT_DOUBLE_EQ(light.dark_share, 0.5);
  EXPECT_DOUBLE_EQ(light.bright_share, 0.25);
}

TEST(Sharpness, FlatIsZeroAndBlurLowersIt) {
  EXPECT_EQ(sharpness(Image(20, 20, 3)), 0);
  EXPECT_EQ(sharpness(Image(2, 20, 1)), 0);
  Image spot(3, 3, 1);
  spot.row(1)[1] = 10;
  EXPECT_EQ(sharpness(spot), 0) << "one value has no variance";
  Image board(32, 32, 1);
  for (int y = 0; y < 32; ++y) {
    for (int x = 0; x < 32; ++x) board.row(y)[x] = (x / 4 + y / 4) % 2 == 0 ? 255 : 0;
  }
  const Image blurred = resize(resize(board, 12, 12), 32, 32);
  EXPECT_LT(sharpness(blurred), sharpness(board) / 4);
}

}  // namespace
}  // namespace emo::vision
