// The lossy half of JPEG: block transform and quantisation. No entropy coding, no chroma and no files, which are
// vision's: a view of 48 pixels is spoilt in microseconds.
#include "train/image_jpeg_blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace emo::train {
namespace {

constexpr std::size_t kBlock = 8;
using Block = std::array<std::array<float, kBlock>, kBlock>;

constexpr std::array<int, kBlock * kBlock> kLuminance{
    16, 11,  10,  16, 24, 40, 51, 61, 12,  12,  14,  19,  26, 58, 60, 55,  14,  13,  16,  24, 40, 57,
    69, 56,  14,  17, 22, 29, 51, 87, 80,  62,  18,  22,  37, 56, 68, 109, 103, 77,  24,  35, 55, 64,
    81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98,  112, 100, 103, 99};

// Orthonormal DCT-II: row k is the k-th basis function.
const Block& basis() {
  static const Block table = [] {
    Block b{};
    for (std::size_t k = 0; k < kBlock; ++k) {
      for (std::size_t i = 0; i < kBlock; ++i) {
        const double angle = (2.0 * static_cast<double>(i) + 1.0) * static_cast<double>(k) * std::numbers::pi / 16.0;
        b[k][i] = static_cast<float>((k == 0 ? std::sqrt(0.125) : 0.5) * std::cos(angle));
      }
    }
    return b;
  }();
  return table;
}

// a * b, or a * b^T.
Block product(const Block& a, const Block& b, bool transposed) {
  Block out{};
  for (std::size_t i = 0; i < kBlock; ++i) {
    for (std::size_t k = 0; k < kBlock; ++k) {
      for (std::size_t j = 0; j < kBlock; ++j) out[i][j] += a[i][k] * (transposed ? b[j][k] : b[k][j]);
    }
  }
  return out;
}

Block transpose(const Block& a) {
  Block out{};
  for (std::size_t i = 0; i < kBlock; ++i) {
    for (std::size_t j = 0; j < kBlock; ++j) out[j][i] = a[i][j];
  }
  return out;
}

}  // namespace

void jpeg_blocks(int quality, std::int64_t side, std::span<float> plane) {
  const int scale = quality < 50 ? 5000 / std::max(1, quality) : 200 - 2 * std::min(100, quality);
  std::array<float, kBlock * kBlock> steps{};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = static_cast<float>(std::clamp((kLuminance[i] * scale + 50) / 100, 1, 255));
  }
  const auto n = static_cast<std::size_t>(side);
  const Block& dct = basis();
  const Block inverse = transpose(dct);
  for (std::size_t top = 0; top + kBlock <= n; top += kBlock) {
    for (std::size_t left = 0; left + kBlock <= n; left += kBlock) {
      Block block{};
      for (std::size_t y = 0; y < kBlock; ++y) {
        for (std::size_t x = 0; x < kBlock; ++x) block[y][x] = plane[(top + y) * n + left + x] - 128.0F;
      }
      Block frequencies = product(product(dct, block, false), dct, true);
      for (std::size_t y = 0; y < kBlock; ++y) {
        for (std::size_t x = 0; x < kBlock; ++x) {
          const float step = steps[y * kBlock + x];
          frequencies[y][x] = std::round(frequencies[y][x] / step) * step;
        }
      }
      const Block back = product(product(inverse, frequencies, false), inverse, true);
      for (std::size_t y = 0; y < kBlock; ++y) {
        for (std::size_t x = 0; x < kBlock; ++x) {
          plane[(top + y) * n + left + x] = std::clamp(back[y][x] + 128.0F, 0.0F, 255.0F);
        }
      }
    }
  }
}

}  // namespace emo::train
