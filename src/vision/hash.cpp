// Exact and perceptual fingerprints, in integers so that they are the same everywhere. Neither is cryptographic (that
// is io/sha256), and which distance makes a copy is near_copies.cpp's to say.
#include "vision/hash.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "vision/transform.hpp"

namespace emo::vision {
namespace {

constexpr int kSide = 32;        // of the reduced image
constexpr int kFrequencies = 8;  // per axis
constexpr int kCosineBits = 14;

// cos((2 x + 1) u pi / 64) * 2^14 for u = 0..8: the DCT-II's basis, not normalised.
using Basis = std::array<std::array<std::int32_t, kSide>, kFrequencies + 1>;

Basis make_basis() {
  Basis basis{};
  for (std::size_t u = 0; u < basis.size(); ++u) {
    for (std::size_t x = 0; x < kSide; ++x) {
      const double angle = static_cast<double>((2 * x + 1) * u) * std::numbers::pi / (2 * kSide);
      basis[u][x] = static_cast<std::int32_t>(std::lround(std::cos(angle) * (1 << kCosineBits)));
    }
  }
  return basis;
}

}  // namespace

std::uint64_t pixel_hash(const Image& image) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  std::uint64_t hash = 0x6A09E667F3BCC908;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * kPrime;
    hash ^= hash >> 32U;
  };
  mix(static_cast<std::uint64_t>(image.width));
  mix(static_cast<std::uint64_t>(image.height));
  mix(static_cast<std::uint64_t>(image.channels));
  std::uint64_t word = 0;
  std::size_t i = 0;
  for (const auto pixel : image.pixels) {
    word = (word << 8U) | pixel;
    if (++i % sizeof word == 0) mix(word);
  }
  if (i % sizeof word != 0) mix(word);
  mix(i);
  return hash;
}

std::uint64_t perceptual_hash(const Image& image) {
  static const Basis basis = make_basis();
  const Image small = resize(to_grey(image), kSide, kSide);
  // [u][y]: frequencies along x of each row. At most 32 * 255 * 2^14.
  std::array<std::array<std::int64_t, kSide>, kFrequencies + 1> rows{};
  for (std::size_t u = 0; u < rows.size(); ++u) {
    for (int y = 0; y < kSide; ++y) {
      for (std::size_t x = 0; x < kSide; ++x) {
        rows[u][static_cast<std::size_t>(y)] += std::int64_t{basis[u][x]} * small.row(y)[x];
      }
    }
  }
  const auto coefficient = [&](std::size_t u, std::size_t v) {
    std::int64_t sum = 0;
    for (std::size_t y = 0; y < kSide; ++y) sum += basis[v][y] * rows[u][y];
    return sum;
  };
  std::array<std::int64_t, 64> coefficients{};
  for (std::size_t v = 0; v < kFrequencies; ++v) {
    for (std::size_t u = 0; u < kFrequencies; ++u) coefficients[v * kFrequencies + u] = coefficient(u, v);
  }
  coefficients[0] = coefficient(kFrequencies, 0);  // the mean says nothing: the next frequency in its place

  auto sorted = coefficients;
  std::nth_element(sorted.begin(), sorted.begin() + 32, sorted.end());
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    if (coefficients[i] > sorted[32]) hash |= std::uint64_t{1} << i;
  }
  return hash;
}

}  // namespace emo::vision
