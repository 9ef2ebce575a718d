#include "vision/transform.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "make_images.hpp"

namespace emo::vision {
namespace {

using test::gradient;

Image grey(int width, int height, std::vector<std::uint8_t> values) {
  Image image(width, height, 1);
  image.pixels = std::move(values);
  return image;
}

TEST(Resize, MeansWhenShrinking) {
  EXPECT_EQ(resize(grey(4, 2, {0, 10, 20, 30, 40, 50, 60, 70}), 2, 1), grey(2, 1, {25, 45}));
  // Three onto two: pixel 0 whole and half of pixel 1.
  EXPECT_EQ(resize(grey(3, 1, {0, 90, 255}), 2, 1), grey(2, 1, {30, 200}));
}

TEST(Resize, InterpolatesBetweenCentresWhenEnlarging) {
  // Centres of the outputs lie at -0.25, 0.25, 0.75 and 1.25 between the inputs' centres 0 and 1.
  EXPECT_EQ(resize(grey(2, 1, {0, 100}), 4, 1), grey(4, 1, {0, 25, 75, 100}));
  EXPECT_EQ(resize(grey(1, 1, {7}), 3, 2), grey(3, 2, {7, 7, 7, 7, 7, 7}));
}

TEST(Resize, EachAxisByItself) {
  EXPECT_EQ(resize(grey(2, 2, {0, 100, 20, 120}), 4, 1), grey(4, 1, {10, 35, 85, 110}));
}

TEST(Resize, ChannelsDoNotMix) {
  Image image(2, 1, 3);
  image.pixels = {0, 100, 200, 10, 110, 210};
  Image half(1, 1, 3);
  half.pixels = {5, 105, 205};
  EXPECT_EQ(resize(image, 1, 1), half);
}

TEST(Resize, FlatStaysFlatAtEverySize) {
  std::mt19937 random(11);
  for (const int value : {0, 1, 127, 254, 255}) {
    for (int i = 0; i < 40; ++i) {
      const int width = static_cast<int>(random() % 90) + 1;
      const int height = static_cast<int>(random() % 90) + 1;
      Image image(width, height, 3);
      std::fill(image.pixels.begin(), image.pixels.end(), static_cast<std::uint8_t>(value));
      const Image out = resize(image, static_cast<int>(random() % 90) + 1, static_cast<int>(random() % 90) + 1);
      for (const auto pixel : out.pixels) ASSERT_EQ(pixel, value);
    }
  }
}

TEST(Resize, LongThinImages) {
  EXPECT_EQ(resize(gradient(65535, 1, 1), 1, 1).pixels[0], 127);
  EXPECT_EQ(resize(gradient(1, 65535, 3), 48, 48).width, 48);
}

TEST(CropResize, WholePixelsAreCopied) {
  const Image image = gradient(20, 10, 3);
  const Image crop = crop_resize(image, {3, 2, 5, 4}, 5, 4);
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 5; ++x) {
      for (std::size_t c = 0; c < 3; ++c) ASSERT_EQ(crop.at(x, y)[c], image.at(x + 3, y + 2)[c]);
    }
  }
}

TEST(CropResize, RepeatsTheBorder) {
  const Image image = grey(2, 1, {10, 50});
  EXPECT_EQ(crop_resize(image, {-2, 0, 6, 1}, 6, 1), grey(6, 1, {10, 10, 10, 50, 50, 50}));
  EXPECT_EQ(crop_resize(image, {-1, -5, 2, 3}, 1, 1), grey(1, 1, {10}));
  EXPECT_EQ(crop_resize(image, {100, 100, 8, 8}, 2, 2), grey(2, 2, {50, 50, 50, 50}));
  // Half of this pixel lies outside, where the border goes on: (10 + 10 + 50 + 50) / 4.
  EXPECT_EQ(crop_resize(image, {-1, 0, 4, 1}, 1, 1), grey(1, 1, {30}));
  EXPECT_EQ(crop_resize(image, {-1e9F, -1e9F, 2e9F, 2e9F}, 1, 1).pixels.size(), 1U);
}

TEST(CropResize, FractionsAreInterpolated) {
  EXPECT_EQ(crop_resize(grey(3, 1, {0, 100, 200}), {0.25F, 0, 2, 1}, 2, 1), grey(2, 1, {25, 125}));
}

TEST(CropTurned, NoTurnIsACrop) {
  const Image image = gradient(40, 30, 3);
  EXPECT_EQ(crop_turned(image, {3, 4, 20, 20}, 0, 12, 12), crop_resize(image, {3, 4, 20, 20}, 12, 12));
}

TEST(CropTurned, WhatLeansComesOutUpright) {
  // A bar through the middle of the picture, leaning by 30 degrees clockwise: its upper end lies to the right.
  constexpr double kDegrees = 30, kMiddle = 100;
  Image leaning(200, 200, 1);
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 200; ++x) {
      const double radians = kDegrees * std::numbers::pi / 180;
      const double across = (x + 0.5 - kMiddle) * std::cos(radians) + (y + 0.5 - kMiddle) * std::sin(radians);
      leaning.row(y)[x] = std::abs(across) < 12 ? 255 : 0;
    }
  }
  const RectF square{20, 20, 160, 160};
  for (const int side : {16, 40, 160}) {  // shrunk and as it is
    const Image upright = crop_turned(leaning, square, kDegrees, side, side);
    for (int y = 0; y < side; ++y) {
      EXPECT_GT(upright.row(y)[side / 2], 200) << side << ", row " << y;
      EXPECT_LT(upright.row(y)[side / 4], 55) << side << ", row " << y;
      EXPECT_LT(upright.row(y)[3 * side / 4], 55) << side << ", row " << y;
    }
  }
  const Image twice = crop_turned(leaning, square, -kDegrees, 40, 40);
  EXPECT_LT(twice.row(0)[20], 55) << "the other way it leans by twice as much";
}

TEST(CropTurned, QuarterAndHalfTurnsMoveTheCorners) {
  Image corners(8, 8, 1);  // dark but for the upper right quarter
  for (int y = 0; y < 4; ++y) std::fill_n(corners.row(y) + 4, 4, std::uint8_t{200});
  const auto turned = [&](double degrees) { return crop_turned(corners, {0, 0, 8, 8}, degrees, 4, 4); };
  EXPECT_EQ(turned(90).row(0)[0], 200) << "what lay to the right is above";
  EXPECT_EQ(turned(90).row(3)[3], 0);
  EXPECT_EQ(turned(-90).row(3)[3], 200);
  EXPECT_EQ(turned(180).row(3)[0], 200);
  EXPECT_EQ(turned(180).row(0)[3], 0);
}

TEST(Warp, IdentityMirrorAndQuarterTurn) {
  const Image image = gradient(7, 5, 3);
  EXPECT_EQ(warp_affine(image, {}, 7, 5), image);
  EXPECT_EQ(warp_affine(image, {-1, 0, 7, 0, 1, 0}, 7, 5), flip_horizontal(image));
  const Image square = gradient(6, 6, 1);
  // The map goes from the output to the source: turning it clockwise turns the picture back.
  EXPECT_EQ(warp_affine(square, Affine::rotation(std::numbers::pi / 2, 3, 3), 6, 6), apply_orientation(square, 8));
}

TEST(Warp, BilinearByHand) {
  // Shifted by a quarter pixel right and half a pixel down in a 2 x 2 image.
  const Image out = warp_affine(grey(2, 2, {0, 100, 200, 40}), Affine::translation(0.25, 0.5), 1, 1);
  // Above: 25. Below: 160. Half of each: 92.5, rounded up.
  EXPECT_EQ(out, grey(1, 1, {93}));
  EXPECT_EQ(warp_affine(grey(1, 2, {10, 20}), Affine::translation(-50, 50), 1, 1), grey(1, 1, {20}));
}

TEST(Warp, AgreesWithCropWhenEnlarging) {
  const Image image = gradient(31, 17, 3);
  const RectF rect{3.25F, 2.5F, 12, 9};
  EXPECT_LE(test::largest_difference(warp_affine(image, Affine::crop(rect, 40, 30), 40, 30),
                                     crop_resize(image, rect, 40, 30)),
            1);
}

TEST(Warp, FarAwayIsBorder) {
  const Image image = gradient(4, 4, 1);
  EXPECT_EQ(warp_affine(image, Affine::translation(1e12, -1e12), 1, 1).pixels[0], image.at(3, 0)[0]);
}

TEST(Affine, Composition) {
  const Affine both = Affine::translation(5, 7).after(Affine::scaling(2, 3));
  EXPECT_DOUBLE_EQ(both.a * 1 + both.b * 1 + both.c, 7);
  EXPECT_DOUBLE_EQ(both.d * 1 + both.e * 1 + both.f, 10);
}

TEST(Channels, LumaWeightsAndBack) {
  Image image(4, 1, 3);
  image.pixels = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
  EXPECT_EQ(to_grey(image), grey(4, 1, {76, 150, 29, 255}));
  EXPECT_EQ(to_grey(to_rgb(gradient(9, 4, 1))), gradient(9, 4, 1));
}

TEST(Orientation, EachUndoesItsInverse) {
  const Image image = gradient(5, 3, 3);
  for (const auto& [there, back] : {std::pair{1, 1}, std::pair{2, 2}, std::pair{3, 3}, std::pair{4, 4}, std::pair{5, 5},
                                    std::pair{6, 8}, std::pair{7, 7}, std::pair{8, 6}}) {
    EXPECT_EQ(apply_orientation(apply_orientation(image, there), back), image) << there;
  }
  EXPECT_EQ(apply_orientation(grey(2, 1, {1, 2}), 6), grey(1, 2, {1, 2}));
  EXPECT_EQ(apply_orientation(grey(2, 1, {1, 2}), 8), grey(1, 2, {2, 1}));
}

}  // namespace
}  // namespace emo::vision
