// Pictures out: JPEG by libjpeg-turbo, PNG by libpng, in memory or into a file that is replaced in one step. Other
// formats are only read; films are written by src/video.

// jpeglib.h needs FILE and size_t and includes neither.
// clang-format off
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <jpeglib.h>
#include <png.h>
// clang-format on

#include "vision/encode.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

#include "core/assert.hpp"
#include "core/extension.hpp"
#include "core/quote.hpp"
#include "io/file.hpp"

namespace emo::vision {
namespace {

struct JpegWriter {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  std::jmp_buf jump{};
  char message[JMSG_LENGTH_MAX] = "";
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  bool created = false;

  JpegWriter() = default;
  JpegWriter(const JpegWriter&) = delete;
  JpegWriter& operator=(const JpegWriter&) = delete;
  ~JpegWriter() {
    if (created) jpeg_destroy_compress(&info);
    std::free(bytes);
  }
};

[[noreturn]] void on_error(j_common_ptr info) {
  auto& writer = *static_cast<JpegWriter*>(info->client_data);
  info->err->format_message(info, writer.message);
  std::longjmp(writer.jump, 1);
}

// Nothing with a destructor lives here: errors leave by longjmp.
bool write(JpegWriter& writer, const Image& image, int quality) {
  writer.info.err = jpeg_std_error(&writer.errors);
  writer.errors.error_exit = on_error;
  writer.errors.emit_message = [](j_common_ptr, int) {};
  writer.info.client_data = &writer;
  if (setjmp(writer.jump) != 0) return false;
  jpeg_create_compress(&writer.info);
  writer.created = true;
  writer.info.client_data = &writer;
  jpeg_mem_dest(&writer.info, &writer.bytes, &writer.size);
  writer.info.image_width = static_cast<JDIMENSION>(image.width);
  writer.info.image_height = static_cast<JDIMENSION>(image.height);
  writer.info.input_components = image.channels;
  writer.info.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&writer.info);
  jpeg_set_quality(&writer.info, quality, TRUE);
  if (quality >= kFullColourQuality) {
    writer.info.comp_info[0].h_samp_factor = 1;
    writer.info.comp_info[0].v_samp_factor = 1;
  }
  jpeg_start_compress(&writer.info, TRUE);
  while (writer.info.next_scanline < writer.info.image_height) {
    // libjpeg does not write to its input, it only forgot to say so.
    auto* row = const_cast<std::uint8_t*>(image.row(static_cast<int>(writer.info.next_scanline)));
    jpeg_write_scanlines(&writer.info, &row, 1);
  }
  jpeg_finish_compress(&writer.info);
  return true;
}

}  // namespace

Result<std::string> encode_jpeg(const Image& image, int quality) {
  EMO_ASSERT(check_image(image).has_value());
  EMO_ASSERT(quality >= 1 && quality <= 100);
  if (std::max(image.width, image.height) > JPEG_MAX_DIMENSION) {
    return Error{ErrorCode::kTooLarge, "a JPEG cannot hold " + std::to_string(image.width) + " x " +
                                           std::to_string(image.height) + " pixels, expected sides of at most " +
                                           std::to_string(JPEG_MAX_DIMENSION)};
  }
  JpegWriter writer;
  if (!write(writer, image, quality)) {
    return Error{ErrorCode::kInternal, std::string("cannot encode a JPEG: ") + writer.message};
  }
  return std::string(reinterpret_cast<const char*>(writer.bytes), writer.size);
}

Result<std::string> encode_png(const Image& image) {
  EMO_ASSERT(check_image(image).has_value());
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = image.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
  // The first call compresses into a buffer that is surely large enough and says how much of it was used.
  std::string content;
  try {
    content.resize(PNG_IMAGE_PNG_SIZE_MAX(png));
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::kInternal, "out of memory while encoding a PNG"};
  }
  png_alloc_size_t size = content.size();
  const int written = png_image_write_to_memory(&png, content.data(), &size, 0, image.pixels.data(), 0, nullptr);
  if (written == 0) return Error{ErrorCode::kInternal, std::string("cannot encode a PNG: ") + png.message};
  content.resize(size);
  return content;
}

Result<void> check_image_name(const std::string& path) {
  const std::string extension = core::lower_extension(path);
  if (extension == ".png" || extension == ".jpg" || extension == ".jpeg") return {};
  return Error{ErrorCode::kUsage, core::quoted(path) + ": cannot tell the kind of picture to write, expected a name " +
                                      "ending in .jpg, .jpeg or .png"};
}

Result<void> write_image_file(const std::string& path, const Image& image) {
  EMO_TRY(check_image_name(path));
  auto content = core::lower_extension(path) == ".png" ? encode_png(image) : encode_jpeg(image);
  if (!content) return content.error().at(core::quoted(path));
  return io::write_file_atomic(path, *content);
}

}  // namespace emo::vision
