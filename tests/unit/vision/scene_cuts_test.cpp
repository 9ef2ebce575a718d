#include "vision/scene_cuts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "vision/transform.hpp"

namespace emo::vision {
namespace {

/// Soft blobs of colour, as a room out of focus; another one for another seed.
Image room(unsigned seed) {
  std::mt19937 random(seed);
  Image coarse(8, 5, 3);
  for (auto& value : coarse.pixels) value = static_cast<std::uint8_t>(random() % 220 + 10);
  return resize(coarse, 320, 180);
}

Image shifted(const Image& image, double pixels) {
  return warp_affine(image, Affine::translation(pixels, 0), image.width, image.height);
}

TEST(SceneCuts, FindsThePictureThatBeginsAnotherTake) {
  SceneCuts cuts;
  for (int i = 0; i < 20; ++i) EXPECT_FALSE(cuts.cut_before(shifted(room(1), i))) << i;
  EXPECT_TRUE(cuts.cut_before(room(2)));
  for (int i = 0; i < 20; ++i) EXPECT_FALSE(cuts.cut_before(shifted(room(2), i))) << i;
  EXPECT_TRUE(cuts.cut_before(room(1)));
}

TEST(SceneCuts, AFlashIsNoCut) {
  SceneCuts cuts;
  EXPECT_FALSE(cuts.cut_before(room(3)));
  Image bright = room(3);
  for (auto& value : bright.pixels) value = static_cast<std::uint8_t>(std::min(255, value + 60));
  EXPECT_FALSE(cuts.cut_before(bright));
  EXPECT_FALSE(cuts.cut_before(room(3)));
}

TEST(SceneCuts, AFastPanIsNoCut) {
  SceneCuts cuts;
  for (int i = 0; i < 12; ++i) EXPECT_FALSE(cuts.cut_before(shifted(room(4), 12 * i))) << i;
}

TEST(SceneCuts, AnotherSizeIsACut) {
  SceneCuts cuts;
  EXPECT_FALSE(cuts.cut_before(room(5)));
  EXPECT_TRUE(cuts.cut_before(resize(room(5), 160, 90)));
  EXPECT_TRUE(cuts.cut_before(to_grey(resize(room(5), 160, 90))));
}

}  // namespace
}  // namespace emo::vision
