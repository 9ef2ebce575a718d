// The codecs' writing halves, for tests only. Errors of the codecs end the program: the inputs are ours.
#include "make_images.hpp"

// clang-format off
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <jpeglib.h>
// clang-format on
#include <gif_lib.h>
#include <png.h>
#include <webp/encode.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace emo::vision::test {
namespace {

void put(std::string& file, std::uint64_t value, int size, bool big = false) {
  for (int i = 0; i < size; ++i) {
    const int byte = big ? size - 1 - i : i;  // of more than eight the upper ones are 0
    file += byte < 8 ? static_cast<char>((value >> static_cast<unsigned>(8 * byte)) & 0xFFU) : '\0';
  }
}

std::string compress(int width, int height, int channels, J_COLOR_SPACE space, const std::uint8_t* pixels, bool adobe,
                     bool progressive, void (*more)(jpeg_compress_struct&) = nullptr) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &out, &size);
  info.image_width = static_cast<JDIMENSION>(width);
  info.image_height = static_cast<JDIMENSION>(height);
  info.input_components = channels;
  info.in_color_space = space;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 100, TRUE);
  info.write_Adobe_marker = adobe ? TRUE : FALSE;
  if (progressive) jpeg_simple_progression(&info);
  if (more != nullptr) more(info);
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<std::uint8_t*>(pixels + std::size_t{info.next_scanline} * static_cast<std::size_t>(width) *
                                                       static_cast<std::size_t>(channels));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  std::string file(reinterpret_cast<const char*>(out), size);
  jpeg_destroy_compress(&info);
  std::free(out);
  return file;
}

int append_gif(GifFileType* gif_file, const GifByteType* data, int size) {
  static_cast<std::string*>(gif_file->UserData)
      ->append(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  return size;
}

}  // namespace

Image gradient(int width, int height, int channels) {
  Image image(width, height, channels);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::uint8_t* pixel = image.row(y) + x * channels;
      const int right = 255 * x / std::max(1, width - 1);
      const int down = 255 * y / std::max(1, height - 1);
      pixel[0] = static_cast<std::uint8_t>(right);
      if (channels == 3) {
        pixel[1] = static_cast<std::uint8_t>(down);
        pixel[2] = static_cast<std::uint8_t>(255 - (right + down) / 2);
      }
    }
  }
  return image;
}

int largest_difference(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height || a.channels != b.channels) return 256;
  int largest = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) largest = std::max(largest, std::abs(a.pixels[i] - b.pixels[i]));
  return largest;
}

std::string with_exif(const std::string& jpeg, int orientation, bool big_endian) {
  using namespace std::string_view_literals;
  std::string exif("Exif\0\0"sv);
  exif += big_endian ? "MM" : "II";
  put(exif, 42, 2, big_endian);
  put(exif, 8, 4, big_endian);
  put(exif, 2, 2, big_endian);  // two entries: image width, then orientation
  for (const std::uint64_t value : {0x0100U, 3U}) put(exif, value, 2, big_endian);
  put(exif, 1, 4, big_endian);
  put(exif, 7, 2, big_endian);
  put(exif, 0, 2, big_endian);
  for (const std::uint64_t value : {0x0112U, 3U}) put(exif, value, 2, big_endian);
  put(exif, 1, 4, big_endian);
  put(exif, static_cast<std::uint64_t>(orientation), 2, big_endian);
  put(exif, 0, 2, big_endian);
  put(exif, 0, 4, big_endian);
  std::string segment("\xFF\xE1"sv);
  put(segment, exif.size() + 2, 2, true);
  return jpeg.substr(0, 2) + segment + exif + jpeg.substr(2);
}

std::string cmyk_jpeg(int width, int height, const std::vector<std::uint8_t>& cmyk, bool adobe) {
  return compress(width, height, 4, JCS_CMYK, cmyk.data(), adobe, false);
}

std::string progressive_jpeg(const Image& image) {
  return compress(image.width, image.height, image.channels, image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB,
                  image.pixels.data(), false, true);
}

std::string arithmetic_jpeg(const Image& image) {
  return compress(image.width, image.height, image.channels, image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB,
                  image.pixels.data(), false, false, [](jpeg_compress_struct& info) { info.arith_code = TRUE; });
}

std::string many_scans_jpeg(const Image& image) {
  static std::array<jpeg_scan_info, 3> scans{};
  for (std::size_t c = 0; c < scans.size(); ++c) scans[c] = {1, {static_cast<int>(c)}, 0, 63, 0, 0};
  return compress(image.width, image.height, image.channels, JCS_RGB, image.pixels.data(), false, false,
                  [](jpeg_compress_struct& info) {
                    info.scan_info = scans.data();
                    info.num_scans = static_cast<int>(scans.size());
                  });
}

std::string png(int width, int height, const PngKind& kind, const std::vector<std::uint8_t>& rows) {
  std::string file;
  png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(writer);
  png_set_write_fn(
      writer, &file,
      [](png_structp p, png_bytep data, std::size_t size) {
        static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<const char*>(data), size);
      },
      [](png_structp) {});
  png_set_IHDR(writer, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), kind.bit_depth,
               kind.colour_type, kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  std::vector<png_color> palette(kind.palette.size() / 3);
  for (std::size_t i = 0; i < palette.size(); ++i) {
    palette[i] = {kind.palette[i * 3], kind.palette[i * 3 + 1], kind.palette[i * 3 + 2]};
  }
  if (!palette.empty()) png_set_PLTE(writer, info, palette.data(), static_cast<int>(palette.size()));
  if (!kind.transparency.empty()) {
    png_set_tRNS(writer, info, kind.transparency.data(), static_cast<int>(kind.transparency.size()), nullptr);
  }
  png_write_info(writer, info);
  std::vector<std::uint8_t> copy(rows);
  const std::size_t stride = rows.size() / static_cast<std::size_t>(height);
  std::vector<png_bytep> pointers;
  for (int y = 0; y < height; ++y) pointers.push_back(copy.data() + static_cast<std::size_t>(y) * stride);
  png_write_image(writer, pointers.data());
  png_write_end(writer, info);
  png_destroy_write_struct(&writer, &info);
  return file;
}

std::string png_header(std::uint32_t width, std::uint32_t height) {
  std::string file = png(1, 1, {}, {0, 0, 0});
  std::string header;
  put(header, width, 4, true);
  put(header, height, 4, true);
  file.replace(16, 8, header);
  const auto* chunk = reinterpret_cast<const unsigned char*>(file.data()) + 12;
  // CRC-32 of type and data (ISO 3309), by the definition.
  std::uint32_t crc = 0xFFFFFFFFU;
  for (int i = 0; i < 17; ++i) {
    crc ^= chunk[i];
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  std::string sum;
  put(sum, crc ^ 0xFFFFFFFFU, 4, true);
  file.replace(29, 4, sum);
  return file;
}

std::string lossless_webp(int width, int height, const std::vector<std::uint8_t>& rgba) {
  std::uint8_t* out = nullptr;
  const std::size_t size = WebPEncodeLosslessRGBA(rgba.data(), width, height, width * 4, &out);
  std::string file(reinterpret_cast<const char*>(out), size);
  WebPFree(out);
  return file;
}

std::string animated_webp() {
  using namespace std::string_view_literals;
  const auto chunk = [](std::string_view name, const std::string& data) {
    std::string out(name);
    put(out, data.size(), 4);
    out += data;
    if (data.size() % 2 != 0) out += '\0';
    return out;
  };
  std::string canvas;
  put(canvas, 0x02, 4);  // animation
  put(canvas, 8 - 1, 3);
  put(canvas, 6 - 1, 3);
  std::string loop;
  put(loop, 0, 6);
  const auto frame = [&](std::uint8_t red) {
    std::vector<std::uint8_t> rgba;
    for (int i = 0; i < 4 * 2; ++i) rgba.insert(rgba.end(), {red, 10, 20, 255});
    std::string data;
    put(data, 2 / 2, 3);  // x, in units of two pixels
    put(data, 4 / 2, 3);
    put(data, 4 - 1, 3);
    put(data, 2 - 1, 3);
    put(data, 100, 3);
    put(data, 0, 1);
    return chunk("ANMF"sv, data + lossless_webp(4, 2, rgba).substr(12));
  };
  const std::string body = "WEBP" + chunk("VP8X"sv, canvas) + chunk("ANIM"sv, loop) + frame(200) + frame(90);
  std::string file = "RIFF";
  put(file, body.size(), 4);
  return file + body;
}

std::string gif(int width, int height, const std::vector<std::uint8_t>& indices, const GifKind& kind) {
  std::string file;
  int error = 0;
  GifFileType* writer = EGifOpen(&file, append_gif, &error);
  EGifSetGifVersion(writer, true);
  GifColorType colours[] = {{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}};
  ColorMapObject* map = GifMakeMapObject(4, colours);
  EGifPutScreenDesc(writer, kind.canvas_width > 0 ? kind.canvas_width : width,
                    kind.canvas_height > 0 ? kind.canvas_height : height, 2, 0, map);
  if (kind.transparent >= 0) {
    const GraphicsControlBlock control{DISPOSAL_UNSPECIFIED, false, 0, kind.transparent};
    GifByteType block[4];
    const auto size = static_cast<int>(EGifGCBToExtension(&control, block));
    EGifPutExtension(writer, GRAPHICS_EXT_FUNC_CODE, size, block);
  }
  EGifPutImageDesc(writer, kind.left, kind.top, width, height, kind.interlaced, nullptr);
  std::vector<GifPixelType> pixels(indices.begin(), indices.end());
  for (int y = 0; y < height; ++y) EGifPutLine(writer, pixels.data() + y * width, width);
  EGifCloseFile(writer, &error);
  GifFreeMapObject(map);
  return file;
}

std::string bmp(int width, int height, int bits, std::uint32_t compression, std::uint32_t colours,
                std::size_t before_pixels, const std::vector<std::uint8_t>& tail) {
  std::string file = "BM";
  put(file, 54 + tail.size(), 4);
  put(file, 0, 4);
  put(file, 54 + before_pixels, 4);
  put(file, 40, 4);
  put(file, static_cast<std::uint32_t>(width), 4);
  put(file, static_cast<std::uint32_t>(height), 4);
  put(file, 1, 2);
  put(file, static_cast<std::uint64_t>(bits), 2);
  put(file, compression, 4);
  put(file, 0, 12);
  put(file, colours, 4);
  put(file, 0, 4);
  file.append(tail.begin(), tail.end());
  return file;
}

}  // namespace emo::vision::test
