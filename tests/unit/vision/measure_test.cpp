// Fingerprints, measures and drawing.
#include "vision/measure.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "make_images.hpp"
#include "vision/camera.hpp"
#include "vision/decode.hpp"
#include "vision/draw.hpp"
#include "vision/encode.hpp"
#include "vision/film_clock.hpp"
#include "vision/hash.hpp"
#include "vision/pixel_shape.hpp"
#include "vision/rate_gate.hpp"
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

TEST(Light, CountsByHand) {
  Image image(4, 1, 1);
  image.pixels = {0, 0, 100, 255};
  const Light light = measure_light(image);
  EXPECT_DOUBLE_EQ(light.mean, 88.75);
  EXPECT_NEAR(light.deviation, 104.306, 0.001);
  EXPECT_DOUBLE_EQ(light.dark_share, 0.5);
  EXPECT_DOUBLE_EQ(light.bright_share, 0.25);
}

TEST(Sharpness, FlatIsZeroAndBlurLowersIt) {
  EXPECT_EQ(sharpness(Image(20, 20, 3)), 0);
  EXPECT_EQ(sharpness(Image(2, 20, 1)), 0);
  Image spot(3, 3, 1);
  spot.row(1)[1] = 10;
  EXPECT_EQ(sharpness(spot), 0) << "one value has no variance";
  Image board(32, 32, 1);
  for (int y = 0; y < 32; ++y) {
    for (int x = 0; x < 32; ++x) board.row(y)[x] = (x / 4 + y / 4) % 2 == 0 ? 255 : 0;
  }
  const Image blurred = resize(resize(board, 12, 12), 32, 32);
  EXPECT_LT(sharpness(blurred), sharpness(board) / 4);
}

TEST(Draw, BoxAndOpacity) {
  Image image(9, 9, 3);
  draw_box(image, {2, 2, 5, 5}, {200, 100, 50}, 2);
  EXPECT_EQ(image.at(1, 1)[0], 200);
  EXPECT_EQ(image.at(2, 4)[1], 100);
  EXPECT_EQ(image.at(7, 7)[2], 50);
  EXPECT_EQ(image.at(4, 4)[0], 0);
  EXPECT_EQ(image.at(0, 0)[0], 0);
  fill_rect(image, {4, 4, 1, 1}, {100, 100, 100}, 0.5);
  EXPECT_NEAR(image.at(4, 4)[0], 50, 1);
}

TEST(Draw, AnythingOutsideIsClipped) {
  Image image(40, 30, 3);
  const float far = std::numeric_limits<float>::max();
  draw_box(image, {-far, -far, far, far}, {1, 2, 3}, 3);
  draw_text(image, -50, -10, "left above", 20, {255, 255, 255});
  draw_text(image, 39, 29, "right below", 20, {255, 255, 255});
  const Annotation annotation{{-20, -20, 200, 200}, "happiness 97%", "happiness", {{"a", 2}, {"b", -1}}, {255, 0, 0}};
  draw_annotations(image, std::span(&annotation, 1), 12);
  EXPECT_EQ(image.pixels.size(), 40U * 30U * 3U);
}

TEST(Draw, TextPutsInkWhereItSays) {
  Image image(200, 60, 3);
  draw_text(image, 10, 10, "Joy", 30, {255, 255, 255});
  const int width = text_width("Joy", 30);
  int inside = 0;
  int outside = 0;
  for (int y = 0; y < 60; ++y) {
    for (int x = 0; x < 200; ++x) {
      const bool in = x >= 7 && x < 10 + width + 5 && y >= 10 && y < 10 + text_height(30);
      (in ? inside : outside) += image.at(x, y)[0];
    }
  }
  EXPECT_GT(inside, 255 * 150);
  EXPECT_EQ(outside, 0);
  EXPECT_EQ(text_width("\xC3\xA4", 30), text_width("?", 30)) << "one sign for one letter that is not ASCII";
}

TEST(FilmClock, StampsThatRestartGoOnFromThere) {
  FilmClock clock;
  EXPECT_EQ(clock.at(0.0, 0.04), 0);
  EXPECT_EQ(clock.at(0.04, 0.04), 0.04);
  EXPECT_EQ(clock.at(0.02, 0.04), 0.04) << "a little early is damage";
  EXPECT_EQ(clock.at(2.0, 0.04), 2.0) << "a gap stays a gap";
  EXPECT_NEAR(clock.at(0.0, 0.04), 2.04, 1e-12) << "a film was joined";
  EXPECT_NEAR(clock.at(0.04, 0.04), 2.08, 1e-12);
  EXPECT_NEAR(clock.at(std::nullopt, 0.04), 2.12, 1e-12) << "no stamp at all";
  EXPECT_NEAR(clock.at(0.12, 0.04), 2.16, 1e-12);
  EXPECT_NEAR(clock.last(), 2.16, 1e-12);
}

TEST(FilmClock, BeginsWhereTheFirstStampIs) {
  FilmClock late;
  EXPECT_EQ(late.at(7.5, 0.04), 7.5);
  FilmClock unstamped;
  EXPECT_EQ(unstamped.at(std::nullopt, 0.04), 0);
  EXPECT_EQ(unstamped.at(std::nullopt, 0.04), 0.04);
}

TEST(PixelShape, WidthsOfUsualFilms) {
  EXPECT_EQ(square_pixel_width(1440, 4, 3), 1920);
  EXPECT_EQ(square_pixel_width(720, 16, 15), 768);
  EXPECT_EQ(square_pixel_width(720, 8, 9), 640);
  EXPECT_EQ(square_pixel_width(640, 1, 1), 640);
  EXPECT_EQ(square_pixel_width(640, 0, 1), 640) << "not known";
  EXPECT_EQ(square_pixel_width(640, 100, 1), 640) << "absurd";
}

TEST(RateGate, KeepsTheFirstOfEachSlot) {
  RateGate gate(10);
  std::vector<int> kept;
  for (int i = 0; i < 12; ++i) {
    if (gate.keep(i / 30.0)) kept.push_back(i);
  }
  EXPECT_EQ(kept, (std::vector<int>{0, 3, 6, 9}));
  RateGate all(0);
  EXPECT_TRUE(all.keep(0));
  EXPECT_TRUE(all.keep(0));
}

TEST(Camera, YuyvByHandAndMissingDevice) {
  const std::uint8_t pixels[] = {16, 128, 235, 128, 81, 90, 81, 240};
  Image expected(4, 1, 3);
  expected.pixels = {0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 0, 0};
  EXPECT_LE(test::largest_difference(yuyv_to_rgb(pixels, 4, 1, 8), expected), 2);
  EXPECT_EQ(open_camera("/dev/video-none", {}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(open_camera("/dev/null", {}).error().code, ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace emo::vision
