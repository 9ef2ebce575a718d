// Affine warps, mirrors and channel conversions, in integers. No filter against aliasing here: that is what resizing is
// for (resample.cpp). Training's random views are made in float by train/image_augment.
#include "vision/transform.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "core/assert.hpp"

namespace emo::vision {
namespace {

constexpr int kFractionBits = 8;
constexpr std::int32_t kFractionOne = 1 << kFractionBits;

// Continuous coordinate -> position between pixel centres in 1/256, rounded to the nearest. The limits are far outside
// of every image, where all is border, and keep the arithmetic from overflowing. Casting a positive number rounds down;
// std::floor is a function call on the oldest x86-64.
std::int32_t fixed(double coordinate) {
  constexpr double kFar = 1 << 22;
  constexpr std::int64_t kPositive = std::int64_t{1} << 31;
  const double scaled =
      std::clamp(coordinate - 0.5, -kFar, kFar) * kFractionOne + (0.5 + static_cast<double>(kPositive));
  return static_cast<std::int32_t>(static_cast<std::int64_t>(scaled) - kPositive);
}

// Bilinear at (x, y) in 1/256 pixels.
template <int kChannels>
void sample(const Image& image, std::int32_t x, std::int32_t y, std::uint8_t* out) {
  // Arithmetic shift rounds down, also below zero.
  const std::int32_t left = x >> kFractionBits;
  const std::int32_t top = y >> kFractionBits;
  const std::int32_t fx = x & (kFractionOne - 1);
  const std::int32_t fy = y & (kFractionOne - 1);
  const int x0 = std::clamp(left, 0, image.width - 1);
  const int x1 = std::clamp(left + 1, 0, image.width - 1);
  const std::uint8_t* upper = image.row(std::clamp(top, 0, image.height - 1));
  const std::uint8_t* lower = image.row(std::clamp(top + 1, 0, image.height - 1));
  for (int c = 0; c < kChannels; ++c) {
    const std::int32_t above = upper[x0 * kChannels + c] * (kFractionOne - fx) + upper[x1 * kChannels + c] * fx;
    const std::int32_t below = lower[x0 * kChannels + c] * (kFractionOne - fx) + lower[x1 * kChannels + c] * fx;
    const std::int32_t sum = above * (kFractionOne - fy) + below * fy;
    out[c] = static_cast<std::uint8_t>((sum + (1 << (2 * kFractionBits - 1))) >> (2 * kFractionBits));
  }
}

template <int kChannels>
void warp(const Image& image, const Affine& map, Image& out) {
  for (int y = 0; y < out.height; ++y) {
    std::uint8_t* pixel = out.row(y);
    for (int x = 0; x < out.width; ++x, pixel += kChannels) {
      const double px = x + 0.5;
      const double py = y + 0.5;
      sample<kChannels>(image, fixed(map.a * px + map.b * py + map.c), fixed(map.d * px + map.e * py + map.f), pixel);
    }
  }
}

void check(const Image& image) {
  EMO_ASSERT(check_image(image).has_value());
}

// Rows become columns: pixel (x, y) goes to (y, x).
Image transposed(const Image& image) {
  Image out(image.height, image.width, image.channels);
  const auto channels = static_cast<std::size_t>(image.channels);
  constexpr int kBlock = 16;  // so that both sides stay in the cache
  for (int y0 = 0; y0 < image.height; y0 += kBlock) {
    for (int x0 = 0; x0 < image.width; x0 += kBlock) {
      for (int y = y0; y < std::min(y0 + kBlock, image.height); ++y) {
        for (int x = x0; x < std::min(x0 + kBlock, image.width); ++x) {
          const auto pixel = image.at(x, y);
          std::copy(pixel.begin(), pixel.end(), out.row(x) + static_cast<std::size_t>(y) * channels);
        }
      }
    }
  }
  return out;
}

void flip_rows(Image& image) {
  for (int y = 0; y < image.height / 2; ++y) {
    std::swap_ranges(image.row(y), image.row(y) + image.stride(), image.row(image.height - 1 - y));
  }
}

}  // namespace

Affine Affine::after(const Affine& first) const {
  return {a * first.a + b * first.d, a * first.b + b * first.e, a * first.c + b * first.f + c,
          d * first.a + e * first.d, d * first.b + e * first.e, d * first.c + e * first.f + f};
}

Affine Affine::translation(double x, double y) {
  return {1, 0, x, 0, 1, y};
}

Affine Affine::scaling(double x, double y) {
  return {x, 0, 0, 0, y, 0};
}

Affine Affine::rotation(double radians, double x, double y) {
  const double cosine = std::cos(radians);
  const double sine = std::sin(radians);
  return {cosine, -sine, x - cosine * x + sine * y, sine, cosine, y - sine * x - cosine * y};
}

Affine Affine::crop(RectF rect, int width, int height) {
  return {static_cast<double>(rect.width) / width, 0, rect.x, 0, static_cast<double>(rect.height) / height, rect.y};
}

Image warp_affine(const Image& image, const Affine& output_to_source, int width, int height) {
  check(image);
  EMO_ASSERT(width >= 1 && height >= 1);
  const Affine& m = output_to_source;
  EMO_ASSERT(std::isfinite(m.a) && std::isfinite(m.b) && std::isfinite(m.c));
  EMO_ASSERT(std::isfinite(m.d) && std::isfinite(m.e) && std::isfinite(m.f));
  Image out(width, height, image.channels);
  if (image.channels == 1) {
    warp<1>(image, m, out);
  } else {
    warp<3>(image, m, out);
  }
  return out;
}

Image crop_turned(const Image& image, RectF rect, double degrees, int width, int height) {
  EMO_ASSERT(std::abs(degrees) <= 180);
  if (degrees == 0) return crop_resize(image, rect, width, height);
  // A crop with room for the corners first, as warping does not filter what is shrunk, and at twice the output's scale,
  // as it blurs by half a pixel of what it reads.
  constexpr int kFiner = 2;
  constexpr double kRounding = 1e-9;  // of the sine of 180 degrees
  const double radians = degrees * std::numbers::pi / 180;
  const double reach = std::abs(std::cos(radians)) + std::abs(std::sin(radians));
  const int fine_width = kFiner * width, fine_height = kFiner * height;
  const int side = static_cast<int>(std::ceil(reach * std::max(fine_width, fine_height) - kRounding));
  const float wide = rect.width * static_cast<float>(side) / static_cast<float>(fine_width);
  const float high = rect.height * static_cast<float>(side) / static_cast<float>(fine_height);
  const RectF around{rect.x + (rect.width - wide) / 2, rect.y + (rect.height - high) / 2, wide, high};
  const Affine turn = Affine::rotation(radians, side / 2.0, side / 2.0)
                          .after(Affine::translation((side - fine_width) / 2.0, (side - fine_height) / 2.0));
  return resize(warp_affine(crop_resize(image, around, side, side), turn, fine_width, fine_height), width, height);
}

Image to_grey(const Image& image) {
  check(image);
  if (image.channels == 1) return image;
  Image out(image.width, image.height, 1);
  const std::uint8_t* in = image.pixels.data();
  for (auto& luma : out.pixels) {
    luma = static_cast<std::uint8_t>((19595U * in[0] + 38470U * in[1] + 7471U * in[2] + 32768U) >> 16U);
    in += 3;
  }
  return out;
}

Image to_rgb(const Image& image) {
  check(image);
  if (image.channels == 3) return image;
  Image out(image.width, image.height, 3);
  std::uint8_t* to = out.pixels.data();
  for (const auto luma : image.pixels) {
    to[0] = to[1] = to[2] = luma;
    to += 3;
  }
  return out;
}

Image flip_horizontal(const Image& image) {
  check(image);
  Image out(image.width, image.height, image.channels);
  const auto channels = static_cast<std::size_t>(image.channels);
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* in = image.row(y);
    std::uint8_t* to = out.row(y) + out.stride();
    for (std::size_t x = 0; x < image.stride(); x += channels) {
      to -= channels;
      std::copy_n(in + x, channels, to);
    }
  }
  return out;
}

Image apply_orientation(Image image, int orientation) {
  check(image);
  switch (orientation) {
    case 2:
      return flip_horizontal(image);
    case 3:
      image = flip_horizontal(image);
      flip_rows(image);
      return image;
    case 4:
      flip_rows(image);
      return image;
    case 5:
      return transposed(image);
    case 6:
      return flip_horizontal(transposed(image));
    case 7:
      image = flip_horizontal(transposed(image));
      flip_rows(image);
      return image;
    case 8:
      image = transposed(image);
      flip_rows(image);
      return image;
    default:
      return image;
  }
}

}  // namespace emo::vision
