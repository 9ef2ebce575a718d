// The one image type of the program: 8 bits, interleaved, grey or RGB. Decoding is in decode.hpp, geometry in
// transform.hpp, drawing in draw.hpp, encoding in encode.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "emo/error.hpp"

namespace emo::vision {

/// Pixels [height, width, channels], 0..255 as displayed (gamma-encoded sRGB or luma), rows without padding.
/// channels is 1 (grey) or 3 (R, G, B). Every function here expects width >= 1, height >= 1 and a vector of that size.
struct Image {
  int width = 0;
  int height = 0;
  int channels = 0;
  std::vector<std::uint8_t> pixels;

  Image() = default;
  /// All pixels 0.
  Image(int width_, int height_, int channels_)
      : width(width_), height(height_), channels(channels_), pixels(stride() * static_cast<std::size_t>(height_)) {}

  /// Bytes of one row.
  [[nodiscard]] std::size_t stride() const {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
  }
  [[nodiscard]] std::uint8_t* row(int y) { return pixels.data() + stride() * static_cast<std::size_t>(y); }
  [[nodiscard]] const std::uint8_t* row(int y) const { return pixels.data() + stride() * static_cast<std::size_t>(y); }
  /// The pixel's channels.
  [[nodiscard]] std::span<const std::uint8_t> at(int x, int y) const {
    return {row(y) + static_cast<std::size_t>(x) * static_cast<std::size_t>(channels),
            static_cast<std::size_t>(channels)};
  }

  friend bool operator==(const Image&, const Image&) = default;
};

/// Success for an image that is as Image says. kInvalidInput, with what it is: for those from outside of the program.
Result<void> check_image(const Image& image);

/// A rectangle in pixels: [x, x + width) x [y, y + height), pixel (0, 0) covering [0, 1) x [0, 1). May reach outside of
/// the image.
struct RectF {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  friend bool operator==(const RectF&, const RectF&) = default;
};

/// Area in square pixels that both cover; 0 where they do not meet.
float shared_area(const RectF& a, const RectF& b);

}  // namespace emo::vision
