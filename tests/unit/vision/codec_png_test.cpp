// What a PNG can hold, written by its own library and read back.
#include <gtest/gtest.h>

#include <string>

#include "decoded_picture.hpp"
#include "make_images.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"

namespace emo::vision {
namespace {

using test::bytes;
using test::decoded;
using test::gradient;
using test::pixels;

TEST(Png, EveryKind) {
  EXPECT_EQ(decoded(test::png(2, 1, {8, 2, false, {}, {}}, {1, 2, 3, 250, 251, 252})),
            pixels(2, 1, 3, {1, 2, 3, 250, 251, 252}));
  EXPECT_EQ(decoded(test::png(3, 1, {8, 0, false, {}, {}}, {0, 100, 255})), pixels(3, 1, 1, {0, 100, 255}));
  EXPECT_EQ(decoded(test::png(8, 1, {1, 0, false, {}, {}}, {0xA0})), pixels(8, 1, 1, {255, 0, 255, 0, 0, 0, 0, 0}));
  EXPECT_EQ(decoded(test::png(2, 1, {16, 0, false, {}, {}}, {0x80, 0x80, 0xFF, 0xFF})), pixels(2, 1, 1, {128, 255}));
  EXPECT_EQ(decoded(test::png(1, 1, {16, 2, false, {}, {}}, {0x10, 0x10, 0x80, 0x80, 0xF0, 0xF0})),
            pixels(1, 1, 3, {0x10, 0x80, 0xF0}));
  EXPECT_EQ(decoded(test::png(4, 1, {2, 3, false, {9, 8, 7, 255, 0, 0, 0, 255, 0, 0, 0, 255}, {}}, {0x1B})),
            pixels(4, 1, 3, {9, 8, 7, 255, 0, 0, 0, 255, 0, 0, 0, 255}));
}

TEST(Png, TransparencyIsLaidOverWhite) {
  EXPECT_EQ(decoded(test::png(3, 1, {8, 6, false, {}, {}}, {10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 51})),
            pixels(3, 1, 3, {10, 20, 30, 255, 255, 255, 204, 204, 204}));
  EXPECT_EQ(decoded(test::png(2, 1, {8, 4, false, {}, {}}, {100, 255, 100, 0})), pixels(2, 1, 1, {100, 255}));
  EXPECT_EQ(decoded(test::png(2, 1, {8, 3, false, {1, 2, 3, 4, 5, 6}, {0}}, {0, 1})),
            pixels(2, 1, 3, {255, 255, 255, 4, 5, 6}));
}

TEST(Png, InterlacedEqualsPlain) {
  const Image image = gradient(33, 21, 3);
  EXPECT_EQ(decoded(test::png(33, 21, {8, 2, true, {}, {}}, image.pixels)), image);
  EXPECT_EQ(decoded(*encode_png(image)), image);
  EXPECT_EQ(decoded(*encode_png(gradient(33, 21, 1))), gradient(33, 21, 1));
  for (const auto& [colour_type, channels] : {std::pair{0, 1}, {2, 3}, {4, 2}, {6, 4}}) {
    for (const int depth : {8, 16}) {
      std::vector<std::uint8_t> rows;
      for (int i = 0; i < 33 * 21 * channels * depth / 8; ++i)
        rows.push_back(static_cast<std::uint8_t>(i * 7 + i / 50));
      EXPECT_EQ(decoded(test::png(33, 21, {depth, colour_type, true, {}, {}}, rows)),
                decoded(test::png(33, 21, {depth, colour_type, false, {}, {}}, rows)))
          << "colour type " << colour_type << ", " << depth << " bits";
    }
  }
}

TEST(Png, DamagedDataAreNotDecoded) {
  std::string file = *encode_png(gradient(64, 64, 3));
  file[file.size() / 2] = static_cast<char>(file[file.size() / 2] ^ 0x55);
  const auto image = decode_image(bytes(file));
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().message.rfind("PNG: damaged", 0), 0U) << image.error().message;
}

}  // namespace
}  // namespace emo::vision
