// Perceptual hashes compared pair by pair, candidates verified on pixels. Faces only, cut alike and small; copies of
// texts are text/near_copies', and copies are told by the doctor, not removed here.
#include "vision/near_copies.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "vision/hash.hpp"
#include "vision/transform.hpp"

namespace emo::vision {
namespace {

constexpr double kFlatContrast = 4;   // standard deviation in grey levels
constexpr double kUnitContrast = 48;  // to which faces are equalised before they are compared

struct Look {
  double mean = 0, contrast = 0;
};
Look look_of(const std::uint8_t* face) {
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < kComparedPixels; ++i) {
    sum += static_cast<double>(face[i]);
    squares += static_cast<double>(face[i]) * static_cast<double>(face[i]);
  }
  const double n = static_cast<double>(kComparedPixels);
  return {sum / n, std::sqrt(std::max(0.0, squares / n - sum / n * sum / n))};
}

struct Hashed {
  std::uint64_t plain, mirrored;
  std::uint32_t item;
  const std::uint8_t* face;
  Look look;
};

// Mean absolute difference of the faces brought to one mean and contrast.
double difference(const Hashed& a, const Hashed& b, bool mirrored) {
  const double scale_a = kUnitContrast / a.look.contrast, scale_b = kUnitContrast / b.look.contrast;
  double sum = 0;
  for (std::size_t y = 0; y < static_cast<std::size_t>(kComparedSide); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(kComparedSide); ++x) {
      const std::size_t other = y * kComparedSide + (mirrored ? kComparedSide - 1 - x : x);
      sum += std::abs((static_cast<double>(a.face[y * kComparedSide + x]) - a.look.mean) * scale_a -
                      (static_cast<double>(b.face[other]) - b.look.mean) * scale_b);
    }
  }
  return sum / static_cast<double>(kComparedPixels);
}

std::vector<Hashed> hashes_of(std::span<const std::uint8_t> faces, std::span<const std::uint32_t> items) {
  std::vector<Hashed> hashed;
  for (const std::uint32_t item : items) {
    const std::uint8_t* face = faces.data() + item * kComparedPixels;
    const Look look = look_of(face);
    if (look.contrast < kFlatContrast) continue;
    Image image(kComparedSide, kComparedSide, 1);
    std::copy_n(face, kComparedPixels, image.pixels.begin());
    hashed.push_back({perceptual_hash(image), perceptual_hash(flip_horizontal(image)), item, face, look});
  }
  return hashed;
}

}  // namespace

void find_near_copies(std::span<const std::uint8_t> faces, std::span<const std::uint32_t> items,
                      const NearCopyOptions& options, const std::function<void(std::uint32_t, std::uint32_t)>& found) {
  const std::vector<Hashed> hashed = hashes_of(faces, items);
  for (std::size_t a = 0; a < hashed.size(); ++a) {
    const Hashed& first = hashed[a];
    for (std::size_t b = a + 1; b < hashed.size(); ++b) {
      const Hashed& second = hashed[b];
      const bool plain = hamming_distance(first.plain, second.plain) <= options.max_bits;
      const bool mirrored = hamming_distance(first.mirrored, second.plain) <= options.max_bits;
      if ((plain && difference(first, second, false) <= options.max_difference) ||
          (mirrored && difference(first, second, true) <= options.max_difference)) {
        found(first.item, second.item);
      }
    }
  }
}

}  // namespace emo::vision
