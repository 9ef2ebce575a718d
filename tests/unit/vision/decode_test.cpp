#include "vision/decode.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "make_images.hpp"
#include "vision/encode.hpp"

namespace emo::vision {
namespace {

using test::bytes;
using test::gradient;

std::string message_of(const std::string& file) {
  const auto image = decode_image(bytes(file));
  return image ? "decoded" : image.error().message;
}

TEST(Decode, SaysWhatAStrangeFileBeginsWith) {
  EXPECT_EQ(message_of("Hello, world"),
            "not an image: starts with 'Hello, world', expected JPEG, PNG, WebP, BMP or GIF");
  EXPECT_EQ(message_of(""), "not an image: empty, expected JPEG, PNG, WebP, BMP or GIF");
  EXPECT_EQ(message_of("BMW makes cars, and this is text."),
            "not an image: starts with 'BMW makes ca', expected JPEG, PNG, WebP, BMP or GIF");
}

TEST(Decode, NamesKnownKindsThatItDoesNotRead) {
  const std::string heic(
      "\0\0\0\x18"
      "ftypheic\0\0\0\0",
      16);
  const auto image = decode_image(bytes(heic));
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(image.error().message, "is HEIC, expected JPEG, PNG, WebP, BMP or GIF");
  EXPECT_NE(message_of("%PDF-1.7 ").find("is PDF"), std::string::npos);
  // The first brand of AVIF is often the one that HEIC has as well; Canon's raw pictures are no films.
  const auto kind = [](const std::string& brands) {
    const std::string file = std::string("\0\0\0", 3) + static_cast<char>(8 + brands.size()) + "ftyp" + brands;
    return std::string(picture_kind(bytes(file)));
  };
  const std::string version(4, '\0');
  EXPECT_EQ(kind("mif1" + version + "mif1avif"), "AVIF");
  EXPECT_EQ(kind("mif1" + version + "mif1heic"), "HEIC");
  EXPECT_EQ(kind("hevx" + version), "HEIC");
  EXPECT_EQ(kind("crx " + version + "crx isom"), "TIFF or camera raw");
  EXPECT_EQ(kind("isom" + version + "isomavc1"), "a video (MP4 or QuickTime)");
  EXPECT_EQ(picture_kind(bytes(std::string("\x1A\x45\xDF\xA3"))), "a video (WebM or Matroska)");
  EXPECT_EQ(picture_kind(bytes(std::string("GIF89a"))), "GIF");
  EXPECT_EQ(picture_kind(bytes(std::string("Hello"))), "");
}

TEST(Decode, RefusesBombsByTheirHeader) {
  const auto image = decode_image(bytes(test::png_header(60000, 60000)));
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(image.error().message, "PNG: claims 60000 x 60000 pixels, expected at most 100000000 in all");
  EXPECT_NE(message_of(test::png_header(70000, 1)).find("expected sides of at most 65535"), std::string::npos);
  EXPECT_EQ(decode_image(bytes(test::bmp(1 << 30, 1 << 30, 24, 0, 0, 0, {}))).error().code, ErrorCode::kTooLarge);
  test::GifKind huge;
  huge.canvas_width = 65000;
  huge.canvas_height = 65000;
  EXPECT_EQ(decode_image(bytes(test::gif(2, 2, {0, 1, 2, 3}, huge))).error().code, ErrorCode::kTooLarge);
}

TEST(Decode, KeepsTheCallersLimits) {
  const std::string file = *encode_png(gradient(20, 10, 3));
  DecodeOptions options;
  options.limits.max_pixels = 199;
  EXPECT_EQ(decode_image(bytes(file), options).error().code, ErrorCode::kTooLarge);
  options.limits.max_pixels = 200;
  EXPECT_TRUE(decode_image(bytes(file), options));
  options.limits.max_side = 19;
  EXPECT_EQ(decode_image(bytes(file), options).error().code, ErrorCode::kTooLarge);
  options.limits = {};
  options.limits.max_file_bytes = file.size() - 1;
  EXPECT_EQ(decode_image(bytes(file), options).error().code, ErrorCode::kTooLarge);
}

TEST(Decode, ExtremeShapes) {
  for (const auto& [width, height] : {std::pair{1, 1}, std::pair{1, 65535}, std::pair{65535, 1}}) {
    const Image image = gradient(width, height, 3);
    const auto png = decode_image(bytes(*encode_png(image)));
    ASSERT_TRUE(png) << png.error().message;
    EXPECT_EQ(*png, image);
  }
  const auto jpeg = decode_image(bytes(*encode_jpeg(gradient(1, 65500, 1))));
  ASSERT_TRUE(jpeg) << jpeg.error().message;
  EXPECT_EQ(jpeg->height, 65500);
}

// A cut file is refused whatever its kind, except where only bytes behind the last pixel are missing.
TEST(Decode, TruncatedAtEverySixteenth) {
  const Image image = gradient(61, 47, 3);
  std::vector<std::uint8_t> rgba(61 * 47 * 4, 255);  // noise: a smooth picture would compress to almost nothing
  std::mt19937 random(3);
  for (std::size_t i = 0; i < rgba.size(); ++i) {
    if (i % 4 != 3) rgba[i] = static_cast<std::uint8_t>(random());
  }
  std::vector<std::uint8_t> indices(61 * 47);
  for (std::size_t i = 0; i < indices.size(); ++i) indices[i] = i * 7 / 5 % 4;
  const std::vector<std::uint8_t> rows((61 * 3 + 1) * 47, 9);
  const std::pair<const char*, std::string> files[] = {
      {"JPEG", *encode_jpeg(image)},       {"JPEG", test::progressive_jpeg(image)},
      {"PNG", *encode_png(image)},         {"WebP", test::lossless_webp(61, 47, rgba)},
      {"GIF", test::gif(61, 47, indices)}, {"BMP", test::bmp(61, 47, 24, 0, 0, 0, rows)}};
  for (const auto& [name, file] : files) {
    ASSERT_TRUE(decode_image(bytes(file))) << name << ": " << message_of(file);
    for (std::size_t part = 1; part < 16; ++part) {
      const std::string cut = file.substr(0, file.size() * part / 16);
      const auto result = decode_image(bytes(cut));
      ASSERT_FALSE(result) << name << " cut to " << part << "/16";
      EXPECT_NE(result.error().message.find("truncated"), std::string::npos) << result.error().message;
      EXPECT_EQ(result.error().message.rfind(name, 0), 0U) << result.error().message;
    }
  }
}

TEST(Decode, ProbeReadsTheDisplayedSize) {
  const auto info = probe_image(bytes(test::with_exif(*encode_jpeg(gradient(30, 20, 3)), 6, true)));
  ASSERT_TRUE(info);
  EXPECT_EQ(info->format, ImageFormat::kJpeg);
  EXPECT_EQ(info->width, 20);
  EXPECT_EQ(info->height, 30);
  EXPECT_EQ(info->orientation, 6);
  EXPECT_EQ(format_name(info->format), "JPEG");
}

class DecodeFile : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("emo-decode-" + std::to_string(::getpid()) + "-" +
                                                  ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& content) {
    const auto path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  std::filesystem::path folder_;
};

TEST_F(DecodeFile, ErrorsNameTheFile) {
  const std::string path = write("text.jpg", "Hello");
  const auto image = decode_image_file(path);
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().message,
            "'" + path + "': not an image: starts with 'Hello', expected JPEG, PNG, WebP, BMP or GIF");
  const std::string jpeg = *encode_jpeg(gradient(64, 64, 3));
  const std::string cut = write("cut.jpg", jpeg.substr(0, jpeg.size() / 2));
  const auto half = decode_image_file(cut);
  ASSERT_FALSE(half);
  EXPECT_EQ(half.error().message.rfind("'" + cut + "': JPEG: truncated: the data end after ", 0), 0U)
      << half.error().message;
  EXPECT_EQ(decode_image_file((folder_ / "none.png").string()).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(decode_image_file(folder_.string()).error().code, ErrorCode::kIo);
}

TEST_F(DecodeFile, FormatByContentNotByNameAndAnyPath) {
  const Image image = gradient(9, 7, 3);
  const auto decoded = decode_image_file(write("größe 写真.jpg", *encode_png(image)));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, image);
}

}  // namespace
}  // namespace emo::vision
