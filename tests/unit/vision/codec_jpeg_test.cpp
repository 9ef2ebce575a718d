// What a JPEG can hold, written by its own library and read back.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "decoded_picture.hpp"
#include "make_images.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"

namespace emo::vision {
namespace {

using test::bytes;
using test::decoded;
using test::gradient;
using test::largest_difference;

TEST(Jpeg, ColourAndGreyComeBack) {
  for (const int channels : {1, 3}) {
    const Image image = gradient(64, 48, channels);
    EXPECT_LE(largest_difference(decoded(*encode_jpeg(image, 100)), image), 6) << channels;
  }
  const Image image = gradient(64, 48, 3);
  EXPECT_LE(largest_difference(decoded(test::progressive_jpeg(image)), image), 12);
}

TEST(Jpeg, ACutFileIsNoPictureHoweverItIsCoded) {
  const Image image = gradient(64, 48, 3);
  for (const std::string& file :
       {test::progressive_jpeg(image), test::arithmetic_jpeg(image), test::many_scans_jpeg(image)}) {
    EXPECT_LE(largest_difference(decoded(file), image), 12);
    for (const double share : {0.5, 0.7, 0.9}) {
      const std::string cut = file.substr(0, static_cast<std::size_t>(share * static_cast<double>(file.size())));
      const auto picture = decode_image(bytes(cut));
      ASSERT_FALSE(picture) << share << " of " << file.size();
      EXPECT_NE(picture.error().message.find("the data end after"), std::string::npos) << picture.error().message;
    }
  }
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

}  // namespace
}  // namespace emo::vision
