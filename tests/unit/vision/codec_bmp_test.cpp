// BMP of every kind, put together by hand.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "decoded_picture.hpp"
#include "make_images.hpp"
#include "vision/decode.hpp"

namespace emo::vision {
namespace {

using test::bytes;
using test::decoded;
using test::pixels;

TEST(Bmp, DirectColours) {
  // Bottom row first, blue first, rows padded to four bytes.
  EXPECT_EQ(decoded(test::bmp(1, 2, 24, 0, 0, 0, {3, 2, 1, 0, 6, 5, 4, 0})), pixels(1, 2, 3, {4, 5, 6, 1, 2, 3}));
  EXPECT_EQ(decoded(test::bmp(1, -2, 24, 0, 0, 0, {3, 2, 1, 0, 6, 5, 4, 0})), pixels(1, 2, 3, {1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(decoded(test::bmp(1, 1, 32, 0, 0, 0, {3, 2, 1, 0})), pixels(1, 1, 3, {1, 2, 3}));
  EXPECT_EQ(decoded(test::bmp(2, 1, 16, 0, 0, 0, {0xFF, 0x7F, 0x1F, 0x00})),
            pixels(2, 1, 3, {255, 255, 255, 0, 0, 255}));
  // 5-6-5 by masks.
  EXPECT_EQ(
      decoded(test::bmp(2, 1, 16, 3, 0, 12, {0, 0xF8, 0, 0, 0xE0, 0x07, 0, 0, 0x1F, 0, 0, 0, 0xE0, 0x07, 0, 0xF8})),
      pixels(2, 1, 3, {0, 255, 0, 255, 0, 0}));
}

// Red, green, blue and alpha by masks. Alpha of nothing but 0 is a field that was not filled in.
TEST(Bmp, TransparencyThatWouldHideAllIsNone) {
  const std::vector<std::uint8_t> masks = {0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF};
  auto unfilled = masks;
  unfilled.insert(unfilled.end(), {3, 2, 1, 0, 6, 5, 4, 0});
  EXPECT_EQ(decoded(test::bmp(2, 1, 32, 6, 0, 16, unfilled)), pixels(2, 1, 3, {1, 2, 3, 4, 5, 6}));
  auto half = masks;
  half.insert(half.end(), {3, 2, 1, 0, 6, 5, 4, 255});
  EXPECT_EQ(decoded(test::bmp(2, 1, 32, 6, 0, 16, half)), pixels(2, 1, 3, {255, 255, 255, 4, 5, 6}));
}

TEST(Bmp, Palettes) {
  const std::vector<std::uint8_t> colours = {3, 2, 1, 0, 6, 5, 4, 0};
  auto tail = colours;
  tail.insert(tail.end(), {0x40, 0, 0, 0});
  EXPECT_EQ(decoded(test::bmp(2, 1, 1, 0, 2, 8, tail)), pixels(2, 1, 3, {1, 2, 3, 4, 5, 6}));
  tail = {0, 0, 0, 0, 200, 200, 200, 0, 1, 0, 1, 0};
  EXPECT_EQ(decoded(test::bmp(3, 1, 8, 0, 2, 8, tail)), pixels(3, 1, 1, {200, 0, 200})) << "a grey palette";
}

TEST(Bmp, RunLengths) {
  const std::vector<std::uint8_t> colours = {0, 0, 0, 0, 50, 50, 50, 0, 90, 90, 90, 0};
  auto rle8 = colours;
  // Row 0: two of 1, end. Row 1: three literally (padded), end of bitmap.
  rle8.insert(rle8.end(), {2, 1, 0, 0, 0, 3, 2, 1, 2, 0, 0, 1});
  EXPECT_EQ(decoded(test::bmp(3, 2, 8, 1, 3, 12, rle8)), pixels(3, 2, 1, {90, 50, 90, 50, 50, 0}));
  auto rle4 = colours;
  rle4.insert(rle4.end(), {3, 0x12, 0, 1});
  EXPECT_EQ(decoded(test::bmp(3, 1, 4, 2, 3, 12, rle4)), pixels(3, 1, 1, {50, 90, 50}));
  auto skip = colours;
  skip.insert(skip.end(), {0, 2, 1, 1, 1, 2, 0, 1});  // one right, one up
  EXPECT_EQ(decoded(test::bmp(2, 2, 8, 1, 3, 12, skip)), pixels(2, 2, 1, {0, 90, 0, 0}));
}

TEST(Bmp, UnknownKindsAreNamed) {
  const auto image = decode_image(bytes(test::bmp(1, 1, 24, 4, 0, 0, {0, 0, 0, 0})));
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(image.error().message.find("compression 4"), std::string::npos);
}

}  // namespace
}  // namespace emo::vision
