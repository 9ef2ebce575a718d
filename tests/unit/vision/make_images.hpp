// Pictures for tests, made in code by the codecs themselves: nothing here is read from a file.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "vision/image.hpp"

namespace emo::vision::test {

/// Smooth ramps: red grows to the right, green downwards, blue against both. Survives lossy codecs.
Image gradient(int width, int height, int channels);

inline std::span<const std::byte> bytes(const std::string& file) {
  return std::as_bytes(std::span(file));
}

/// Largest difference of two pixels' channels; 256 if the shapes differ.
int largest_difference(const Image& a, const Image& b);

/// An APP1 segment with that orientation put right behind the start of a JPEG.
std::string with_exif(const std::string& jpeg, int orientation, bool big_endian);

/// Ink values as a program of Adobe's stores them (inverted, with its marker), or plain.
std::string cmyk_jpeg(int width, int height, const std::vector<std::uint8_t>& cmyk, bool adobe);
std::string progressive_jpeg(const Image& image);
std::string arithmetic_jpeg(const Image& image);
/// Each channel in a scan of its own, none of them progressive.
std::string many_scans_jpeg(const Image& image);

struct PngKind {
  int bit_depth = 8;
  int colour_type = 2;  ///< libpng's PNG_COLOR_TYPE_*
  bool interlaced = false;
  std::vector<std::uint8_t> palette;       ///< r, g, b…
  std::vector<std::uint8_t> transparency;  ///< alpha per palette entry
};
/// `rows` as PNG stores them, packed and big-endian.
std::string png(int width, int height, const PngKind& kind, const std::vector<std::uint8_t>& rows);
/// Signature and IHDR alone, with that size.
std::string png_header(std::uint32_t width, std::uint32_t height);

std::string lossless_webp(int width, int height, const std::vector<std::uint8_t>& rgba);
/// Two frames, the first smaller than the canvas.
std::string animated_webp();

struct GifKind {
  bool interlaced = false;
  int transparent = -1;
  int left = 0, top = 0, canvas_width = 0, canvas_height = 0;  ///< canvas 0: as the frame
};
/// Indices into black, red, green, blue.
std::string gif(int width, int height, const std::vector<std::uint8_t>& indices, const GifKind& kind = {});

/// A 40-byte-header BMP: `tail` is palette, masks and pixels as stored.
std::string bmp(int width, int height, int bits, std::uint32_t compression, std::uint32_t colours,
                std::size_t before_pixels, const std::vector<std::uint8_t>& tail);

}  // namespace emo::vision::test
