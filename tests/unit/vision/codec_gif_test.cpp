// The first frame of a GIF, written by its own library and read back.
#include <gtest/gtest.h>

#include <vector>

#include "decoded_picture.hpp"
#include "make_images.hpp"

namespace emo::vision {
namespace {

using test::decoded;
using test::pixels;

TEST(Gif, FirstFrameOnWhite) {
  EXPECT_EQ(decoded(test::gif(2, 2, {0, 1, 2, 3})), pixels(2, 2, 3, {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255}));
  test::GifKind kind;
  kind.transparent = 1;
  EXPECT_EQ(decoded(test::gif(2, 1, {1, 2}, kind)), pixels(2, 1, 3, {255, 255, 255, 0, 255, 0}));
  kind = {};
  kind.left = 1;
  kind.canvas_width = 3;
  kind.canvas_height = 1;
  EXPECT_EQ(decoded(test::gif(1, 1, {3}, kind)), pixels(3, 1, 3, {255, 255, 255, 0, 0, 255, 255, 255, 255}));
}

TEST(Gif, ACanvasThatIsTooSmallGrowsWithTheFirstFrame) {
  test::GifKind kind;
  kind.left = 2;
  kind.canvas_width = 3;
  kind.canvas_height = 1;
  EXPECT_EQ(decoded(test::gif(2, 1, {3, 1}, kind)),
            pixels(4, 1, 3, {255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0}));
  kind.left = 0;
  EXPECT_EQ(decoded(test::gif(1, 2, {3, 1}, kind)),
            pixels(3, 2, 3, {0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 255, 255, 255, 255}));
}

TEST(Gif, InterlacedRowsGoToTheirPlaces) {
  // Stored order of 9 rows: 0 8, 4, 2 6, 1 3 5 7. Row y gets index y % 4.
  std::vector<std::uint8_t> stored;
  for (const int y : {0, 8, 4, 2, 6, 1, 3, 5, 7}) stored.push_back(static_cast<std::uint8_t>(y % 4));
  std::vector<std::uint8_t> plain;
  for (int y = 0; y < 9; ++y) plain.push_back(static_cast<std::uint8_t>(y % 4));
  test::GifKind kind;
  kind.interlaced = true;
  EXPECT_EQ(decoded(test::gif(1, 9, stored, kind)), decoded(test::gif(1, 9, plain)));
}

}  // namespace
}  // namespace emo::vision
