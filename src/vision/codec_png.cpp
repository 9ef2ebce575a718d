// PNG by libpng's simplified interface, which keeps its longjmps to itself and reduces every kind of PNG to 8 bits.
// Colour profiles and gamma are not applied beyond what it does; writing is encode.cpp's.
#include <png.h>

#include <limits>
#include <vector>

#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

constexpr std::size_t kSignatureBytes = 8;

struct PngReader {
  png_image image{};

  PngReader() { image.version = PNG_IMAGE_VERSION; }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { png_image_free(&image); }
};

// The eXIf chunk, found by hand: the simplified interface does not show it.
int orientation(Bytes file) {
  std::size_t offset = kSignatureBytes;
  while (slice(file, offset, 8).size() == 8) {
    const std::size_t size = big_endian(file, offset, 4);
    if (starts_with(file, "eXIf", offset + 4)) return exif_orientation(slice(file, offset + 8, size));
    offset += size + 12;  // length, type and CRC; sizes have 32 bits, so this cannot overflow
  }
  return 1;
}

// "truncated" if the chunks announce more bytes than there are, which libpng reports in many words.
Error failed(Bytes file, const PngReader& reader) {
  std::size_t offset = kSignatureBytes;
  while (offset < file.size()) {
    const std::size_t size = big_endian(file, offset, 4);
    const bool last = starts_with(file, "IEND", offset + 4);
    offset += size + 12;
    if (last) break;
  }
  if (offset > file.size() || !starts_with(file, "IEND", offset - 8)) {
    return damaged(ImageFormat::kPng, "truncated: the data end after " + std::to_string(file.size()) +
                                          " bytes, before the end of the picture");
  }
  return damaged(ImageFormat::kPng, std::string("damaged: ") + reader.image.message);
}

}  // namespace

Result<ImageInfo> probe_png(Bytes file) {
  PngReader reader;
  if (png_image_begin_read_from_memory(&reader.image, file.data(), file.size()) == 0) return failed(file, reader);
  ImageInfo info;
  constexpr png_uint_32 kMax = std::numeric_limits<int>::max();
  if (reader.image.width > kMax || reader.image.height > kMax) {
    return damaged(ImageFormat::kPng, "damaged: size over 2^31 - 1");
  }
  info.width = static_cast<int>(reader.image.width);
  info.height = static_cast<int>(reader.image.height);
  info.orientation = orientation(file);
  return info;
}

Result<Image> decode_png(Bytes file, const ImageInfo& info) {
  PngReader reader;
  png_image& png = reader.image;
  if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0) return failed(file, reader);
  if (static_cast<int>(png.width) != info.width || static_cast<int>(png.height) != info.height) {
    return damaged(ImageFormat::kPng, "damaged header");
  }
  const bool colour = (png.format & PNG_FORMAT_FLAG_COLOR) != 0;
  const bool alpha = (png.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  if (alpha) {
    png.format = colour ? PNG_FORMAT_RGBA : PNG_FORMAT_GA;
  } else {
    png.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  }
  png.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // 16-bit files without a gamma are not linear light

  const int channels = (colour ? 3 : 1) + (alpha ? 1 : 0);
  if (!alpha) {
    Image image(info.width, info.height, channels);
    if (png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr) == 0) return failed(file, reader);
    return image;
  }
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(info.width) * static_cast<std::size_t>(info.height) *
                                   static_cast<std::size_t>(channels));
  if (png_image_finish_read(&png, nullptr, pixels.data(), 0, nullptr) == 0) return failed(file, reader);
  return over_white(pixels.data(), info.width, info.height, channels);
}

}  // namespace emo::vision
