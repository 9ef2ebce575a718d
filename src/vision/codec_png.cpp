// PNG by libpng, reduced to 8 bits of grey or RGB. Colour profiles are not applied, a stated gamma is; writing is
// encode.cpp's. libpng leaves its errors by longjmp, so the functions that call it hold nothing with a destructor; all
// state lives in PngReader. Its simplified interface would keep the jumps to itself, but as mended for CVE-2025-65018
// it loses every other row of 16-bit interlaced files.
#include <png.h>

#include <csetjmp>
#include <cstring>
#include <limits>
#include <vector>

#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

constexpr std::size_t kSignatureBytes = 8;

struct PngReader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  Bytes rest;  // of the file
  std::jmp_buf jump{};
  std::string message;

  PngReader() = default;
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
  auto& reader = *static_cast<PngReader*>(png_get_error_ptr(png));
  reader.message = message;
  std::longjmp(reader.jump, 1);
}

void on_warning(png_structp /*png*/, png_const_charp /*message*/) {}

void on_read(png_structp png, png_bytep to, std::size_t size) {
  auto& reader = *static_cast<PngReader*>(png_get_io_ptr(png));
  if (size > reader.rest.size()) png_error(png, "read beyond end of data");
  std::memcpy(to, reader.rest.data(), size);
  reader.rest = reader.rest.subspan(size);
}

bool read_header(PngReader& reader, Bytes file) {
  reader.rest = file;
  if (setjmp(reader.jump) != 0) return false;
  reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, on_error, on_warning);
  if (reader.png != nullptr) reader.info = png_create_info_struct(reader.png);
  if (reader.info == nullptr) {
    reader.message = "out of memory";
    return false;
  }
  png_set_read_fn(reader.png, &reader, on_read);
  png_set_benign_errors(reader.png, 1);  // faults that harm no pixel are warnings
  png_read_info(reader.png, reader.info);
  return true;
}

// After read_header(): how many channels rows of 8 bits will have.
int channels_of(const PngReader& reader) {
  const auto type = png_get_color_type(reader.png, reader.info);
  const bool alpha = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(reader.png, reader.info, PNG_INFO_tRNS) != 0;
  return ((type & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1) + (alpha ? 1 : 0);
}

// All rows as 8 bits of the channels of channels_of(), `row_bytes` each.
bool read_rows(PngReader& reader, png_bytepp rows, std::size_t row_bytes) {
  if (setjmp(reader.jump) != 0) return false;
  png_set_alpha_mode(reader.png, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);  // sRGB is wanted, and what no gamma means
  png_set_expand(reader.png);
  png_set_scale_16(reader.png);
  png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  if (png_get_rowbytes(reader.png, reader.info) != row_bytes) png_error(reader.png, "rows of another size");
  png_read_image(reader.png, rows);
  return true;
}

// The eXIf chunk, found by hand: it may stand behind the picture.
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
  return damaged(ImageFormat::kPng, "damaged: " + reader.message);
}

}  // namespace

Result<ImageInfo> probe_png(Bytes file) {
  PngReader reader;
  if (!read_header(reader, file)) return failed(file, reader);
  ImageInfo info;
  constexpr png_uint_32 kMax = std::numeric_limits<int>::max();
  const auto width = png_get_image_width(reader.png, reader.info);
  const auto height = png_get_image_height(reader.png, reader.info);
  if (width > kMax || height > kMax) return damaged(ImageFormat::kPng, "damaged: size over 2^31 - 1");
  info.width = static_cast<int>(width);
  info.height = static_cast<int>(height);
  info.orientation = orientation(file);
  return info;
}

Result<Image> decode_png(Bytes file, const ImageInfo& info) {
  PngReader reader;
  if (!read_header(reader, file)) return failed(file, reader);
  const auto width = static_cast<std::size_t>(info.width);
  const auto height = static_cast<std::size_t>(info.height);
  if (png_get_image_width(reader.png, reader.info) != width ||
      png_get_image_height(reader.png, reader.info) != height) {
    return damaged(ImageFormat::kPng, "damaged header");
  }
  Image image(info.width, info.height, channels_of(reader));
  std::vector<png_bytep> rows(height);
  for (std::size_t y = 0; y < height; ++y) rows[y] = image.row(static_cast<int>(y));
  if (!read_rows(reader, rows.data(), image.stride())) return failed(file, reader);
  const bool alpha = image.channels % 2 == 0;
  return alpha ? over_white(image.pixels.data(), info.width, info.height, image.channels) : image;
}

}  // namespace emo::vision
