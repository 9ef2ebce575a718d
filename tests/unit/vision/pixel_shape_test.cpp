// Widths of films whose pixels are not square.
#include "vision/pixel_shape.hpp"

#include <gtest/gtest.h>

namespace emo::vision {
namespace {

TEST(PixelShape, WidthsOfUsualFilms) {
  EXPECT_EQ(square_pixel_width(1440, 4, 3), 1920);
  EXPECT_EQ(square_pixel_width(720, 16, 15), 768);
  EXPECT_EQ(square_pixel_width(720, 8, 9), 640);
  EXPECT_EQ(square_pixel_width(640, 1, 1), 640);
  EXPECT_EQ(square_pixel_width(640, 0, 1), 640) << "not known";
  EXPECT_EQ(square_pixel_width(640, 100, 1), 640) << "absurd";
}

}  // namespace
}  // namespace emo::vision
