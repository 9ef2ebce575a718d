// Fingerprints of pictures, to keep copies together and apart from test data. Pure and thread-safe.
#pragma once

#include <bit>
#include <cstdint>

#include "vision/image.hpp"

namespace emo::vision {

/// Equal pixels and size give equal hashes, on every machine. Not cryptographic.
std::uint64_t pixel_hash(const Image& image);

/// 64 signs of low-frequency DCT coefficients of the grey image at 32 x 32, against their median (the pHash of
/// C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010). Copies that were resized,
/// recompressed or changed in brightness differ in a few bits; unrelated pictures in about 32. Not robust to mirroring
/// or cropping. Faces cut alike are alike: within a set of faces use 4 bits or fewer as the limit.
std::uint64_t perceptual_hash(const Image& image);

/// Number of differing bits, 0..64.
inline int hamming_distance(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b);
}

}  // namespace emo::vision
