// Exact and perceptual fingerprints.
#include "vision/hash.hpp"

#include <gtest/gtest.h>

#include <random>

#include "make_images.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::vision {
namespace {

using test::gradient;

// Random blobs of four sizes: as in photographs, the larger the stronger.
Image blobs(unsigned seed, int size) {
  std::mt19937 random(seed);
  std::vector<int> sum(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
  for (const int cells : {3, 6, 12, 24}) {
    Image small(cells, cells, 1);
    for (auto& pixel : small.pixels) pixel = static_cast<std::uint8_t>(random() % 256);
    const Image layer = resize(small, size, size);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += layer.pixels[i];
  }
  Image image(size, size, 1);
  for (std::size_t i = 0; i < sum.size(); ++i) image.pixels[i] = static_cast<std::uint8_t>(sum[i] / 4);
  return image;
}

TEST(PixelHash, TellsPixelsAndShapesApart) {
  const Image image = gradient(6, 4, 3);
  Image other = image;
  other.pixels.back() ^= 1U;
  EXPECT_EQ(pixel_hash(image), pixel_hash(gradient(6, 4, 3)));
  EXPECT_NE(pixel_hash(image), pixel_hash(other));
  EXPECT_NE(pixel_hash(Image(6, 4, 1)), pixel_hash(Image(4, 6, 1)));
  EXPECT_NE(pixel_hash(Image(3, 1, 1)), pixel_hash(Image(1, 1, 3)));
}

TEST(PerceptualHash, CopiesAreNearAndStrangersFar) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Image image = blobs(seed, 96);
    const std::uint64_t hash = perceptual_hash(image);
    EXPECT_LE(hamming_distance(hash, perceptual_hash(resize(image, 48, 48))), 4) << seed;
    const std::string jpeg = *encode_jpeg(image, 40);
    EXPECT_LE(hamming_distance(hash, perceptual_hash(*decode_image(test::bytes(jpeg)))), 6) << seed;
    EXPECT_GE(hamming_distance(hash, perceptual_hash(blobs(seed + 100, 96))), 14) << seed;
  }
  EXPECT_EQ(hamming_distance(0, ~std::uint64_t{0}), 64);
}

}  // namespace
}  // namespace emo::vision
