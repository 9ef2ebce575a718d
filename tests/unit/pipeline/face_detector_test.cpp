#include "pipeline/face_detector.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace emo::pipeline {
namespace {

TEST(DetectorInput, KeepsTheShapeOfThePicture) {
  EXPECT_EQ(detector_input(640, 480, 320).height, 240);
  EXPECT_EQ(detector_input(480, 640, 320).width, 240);
  EXPECT_EQ(detector_input(1, 65535, 320).width, 1);
}

TEST(DetectorTiles, CoverThePictureWithOverlap) {
  EXPECT_TRUE(detector_tiles(640, 480, 320).empty());
  const auto tiles = detector_tiles(2000, 900, 320);
  ASSERT_FALSE(tiles.empty());
  float right = 0, bottom = 0;
  for (const auto& tile : tiles) {
    EXPECT_LE(tile.x + tile.width, 2000);
    right = std::max(right, tile.x + tile.width);
    bottom = std::max(bottom, tile.y + tile.height);
  }
  EXPECT_EQ(right, 2000);
  EXPECT_EQ(bottom, 900);
  EXPECT_LE(detector_tiles(60'000, 60'000, 32).size(), 1024U);
}

}  // namespace
}  // namespace emo::pipeline
