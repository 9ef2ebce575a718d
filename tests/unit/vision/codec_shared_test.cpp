// Orientations that a file claims, and transparency over white.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "make_images.hpp"
#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using test::bytes;

// A TIFF block with one entry: its tag and type, then the first bytes of its value.
std::string little_endian_tiff(std::string_view tag_and_type, std::string_view value) {
  return std::string("II*\0\x08\0\0\0\x01\0"sv) + std::string(tag_and_type) + std::string("\x01\0\0\0"sv) +
         std::string(value) + std::string("\0\0"sv);
}

TEST(ExifOrientation, IsReadInBothByteOrders) {
  EXPECT_EQ(exif_orientation(bytes(little_endian_tiff("\x12\x01\x03\0"sv, "\x06\0"sv))), 6);
  EXPECT_EQ(exif_orientation(bytes(std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0"sv))), 8);
}

TEST(ExifOrientation, ValuesAndTypesThatDoNotExistMeanUpright) {
  for (const auto value : {"\0\0"sv, "\x09\0"sv, "\xFF\xFF"sv}) {
    EXPECT_EQ(exif_orientation(bytes(little_endian_tiff("\x12\x01\x03\0"sv, value))), 1);
  }
  EXPECT_EQ(exif_orientation(bytes(little_endian_tiff("\x12\x01\x04\0"sv, "\x06\0"sv))), 1) << "a long";
  EXPECT_EQ(exif_orientation(bytes(little_endian_tiff("\x13\x01\x03\0"sv, "\x06\0"sv))), 1) << "another tag";
}

TEST(ExifOrientation, JpegsPrefixIsPassedOver) {
  EXPECT_EQ(exif_orientation(bytes("Exif\0\0"s + little_endian_tiff("\x12\x01\x03\0"sv, "\x06\0"sv))), 6);
}

TEST(ExifOrientation, DamagedBlocksMeanUpright) {
  EXPECT_EQ(exif_orientation({}), 1);
  const std::string whole = little_endian_tiff("\x12\x01\x03\0"sv, "\x06\0"sv);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_EQ(exif_orientation(bytes(whole.substr(0, length))), 1) << length;
  }
  for (const auto block : {"XX*\0\x08\0\0\0"sv, "II+\0\x08\0\0\0"sv, "II*\0\xFF\xFF\xFF\xFF\xFF\xFF"sv}) {
    EXPECT_EQ(exif_orientation(bytes(std::string(block))), 1);
  }
}

TEST(OverWhite, MixesByTheAlphaAndRounds) {
  const std::uint8_t colours[] = {10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 255, 51};
  const Image mixed = over_white(colours, 3, 1, 4);
  EXPECT_EQ(mixed.channels, 3);
  EXPECT_EQ(mixed.pixels, (std::vector<std::uint8_t>{10, 20, 30, 255, 255, 255, 204, 224, 255}));
  const std::uint8_t greys[] = {100, 255, 100, 0, 100, 128};
  EXPECT_EQ(over_white(greys, 1, 3, 2).pixels, (std::vector<std::uint8_t>{100, 255, 177}));
}

}  // namespace
}  // namespace emo::vision
