// What each format can hold, written by its own library (or by hand for BMP) and read back.
#include "vision/codecs.hpp"

#include <gtest/gtest.h>

#include "make_images.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::vision {
namespace {

using test::bytes;
using test::gradient;
using test::largest_difference;

Image decoded(const std::string& file) {
  auto image = decode_image(bytes(file));
  EXPECT_TRUE(image) << image.error().message;
  return image ? *image : Image(1, 1, 1);
}

Image pixels(int width, int height, int channels, std::vector<std::uint8_t> values) {
  Image image(width, height, channels);
  image.pixels = std::move(values);
  return image;
}

TEST(Jpeg, ColourAndGreyComeBack) {
  for (const int channels : {1, 3}) {
    const Image image = gradient(64, 48, channels);
    EXPECT_LE(largest_difference(decoded(*encode_jpeg(image, 100)), image), 6) << channels;
  }
  const Image image = gradient(64, 48, 3);
  EXPECT_LE(largest_difference(decoded(test::progressive_jpeg(image)), image), 12);
}

TEST(Jpeg, OrientationIsApplied) {
  // One bright corner, top left as stored.
  Image image(32, 16, 1);
  for (int y = 0; y < 8; ++y) std::fill_n(image.row(y), 8, std::uint8_t{255});
  const std::string file = *encode_jpeg(image, 100);
  struct Expected {
    int orientation;
    bool right, bottom, turned;
  };
  for (const auto& e :
       {Expected{1, false, false, false}, Expected{2, true, false, false}, Expected{3, true, true, false},
        Expected{4, false, true, false}, Expected{5, false, false, true}, Expected{6, true, false, true},
        Expected{7, true, true, true}, Expected{8, false, true, true}}) {
    for (const bool big : {false, true}) {
      const Image upright = decoded(test::with_exif(file, e.orientation, big));
      EXPECT_EQ(upright.width, e.turned ? 16 : 32) << e.orientation;
      EXPECT_EQ(upright.height, e.turned ? 32 : 16) << e.orientation;
      const int x = e.right ? upright.width - 3 : 2;
      const int y = e.bottom ? upright.height - 3 : 2;
      EXPECT_GT(upright.at(x, y)[0], 200) << e.orientation;
      EXPECT_LT(upright.at(upright.width - 1 - x, y)[0], 50) << e.orientation;
      EXPECT_LT(upright.at(x, upright.height - 1 - y)[0], 50) << e.orientation;
    }
  }
  EXPECT_EQ(decoded(test::with_exif(file, 9, false)).width, 32) << "an orientation that does not exist";
}

TEST(Jpeg, InksBecomeLight) {
  std::vector<std::uint8_t> cmyk;
  for (int i = 0; i < 16 * 16; ++i) cmyk.insert(cmyk.end(), {0, 128, 255, 51});
  // Plain: cyan 0, magenta half, yellow full, black a fifth. Inverted by Adobe: what is stored is light.
  const Image plain = decoded(test::cmyk_jpeg(16, 16, cmyk, false));
  EXPECT_LE(largest_difference(plain,
                               [] {
                                 Image image(16, 16, 3);
                                 for (std::size_t i = 0; i < image.pixels.size(); i += 3) {
                                   image.pixels[i] = 204;
                                   image.pixels[i + 1] = 102;
                                   image.pixels[i + 2] = 0;
                                 }
                                 return image;
                               }()),
            3);
  const Image adobe = decoded(test::cmyk_jpeg(16, 16, cmyk, true));
  EXPECT_NEAR(adobe.at(5, 5)[0], 0, 3);
  EXPECT_NEAR(adobe.at(5, 5)[1], 128 * 51 / 255, 3);
  EXPECT_NEAR(adobe.at(5, 5)[2], 51, 3);
}

TEST(Jpeg, ReducedOnlyAsFarAsWanted) {
  const std::string file = *encode_jpeg(gradient(640, 480, 3));
  const auto side = [&](int enough) {
    DecodeOptions options;
    options.enough_side = enough;
    return decode_image(bytes(file), options)->height;
  };
  EXPECT_EQ(side(0), 480);
  EXPECT_EQ(side(241), 480);
  EXPECT_EQ(side(240), 240);
  EXPECT_EQ(side(100), 120);
  EXPECT_EQ(side(1), 60);
}

TEST(Jpeg, DamageInsideIsAnErrorAndBytesBehindTheEndAreNot) {
  std::string file = *encode_jpeg(gradient(64, 64, 3));
  EXPECT_TRUE(decode_image(bytes(file + "trailing bytes")));
  EXPECT_TRUE(decode_image(bytes(file.substr(0, file.size() - 2)))) << "only the end marker is missing";
  for (std::size_t i = file.size() / 2; i < file.size() / 2 + 40; ++i) file[i] = static_cast<char>(0xFF);
  EXPECT_FALSE(decode_image(bytes(file)));
}

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
}

TEST(Png, DamagedDataAreNotDecoded) {
  std::string file = *encode_png(gradient(64, 64, 3));
  file[file.size() / 2] = static_cast<char>(file[file.size() / 2] ^ 0x55);
  const auto image = decode_image(bytes(file));
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().message.rfind("PNG: damaged", 0), 0U) << image.error().message;
}

TEST(Webp, StillAndAnimated) {
  EXPECT_EQ(decoded(test::lossless_webp(2, 1, {1, 2, 3, 255, 4, 5, 6, 255})), pixels(2, 1, 3, {1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(decoded(test::lossless_webp(2, 1, {0, 0, 0, 51, 4, 5, 6, 255})), pixels(2, 1, 3, {204, 204, 204, 4, 5, 6}));
  const Image first = decoded(test::animated_webp());
  ASSERT_EQ(first.width, 8);
  ASSERT_EQ(first.height, 6);
  EXPECT_EQ(first.at(1, 4)[0], 255);
  EXPECT_EQ(first.at(2, 4)[0], 200);
  EXPECT_EQ(first.at(5, 5)[1], 10);
  EXPECT_EQ(first.at(6, 5)[1], 255);
}

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
  kind.left = 2;  // the frame reaches over the edge
  EXPECT_EQ(decoded(test::gif(2, 1, {3, 1}, kind)), pixels(3, 1, 3, {255, 255, 255, 255, 255, 255, 0, 0, 255}));
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

TEST(Exif, DamagedBlocksMeanUpright) {
  EXPECT_EQ(exif_orientation({}), 1);
  for (const std::string block : {"II", "II*", "XX*\0\0\0\0\0", "II*\0\xFF\xFF\xFF\xFF"}) {
    EXPECT_EQ(exif_orientation(bytes(block)), 1);
  }
}

TEST(Encode, NamesAndShapesThatCannotBeWritten) {
  EXPECT_EQ(write_image_file("/tmp/picture.tiff", gradient(2, 2, 3)).error().code, ErrorCode::kUsage);
  EXPECT_EQ(encode_jpeg(gradient(1, 65501, 1)).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace emo::vision
