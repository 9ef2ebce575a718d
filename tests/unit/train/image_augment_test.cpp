#include "train/image_augment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace emo::train {
namespace {

FaceImages sample_images(std::int64_t side, std::int64_t channels, std::size_t count = 1) {
  FaceImages images{side, side, channels, {}};
  core::Random random(7);
  for (std::size_t i = 0; i < count * static_cast<std::size_t>(side * side * channels); ++i) {
    images.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
  }
  return images;
}

FaceAugmentation nothing() {
  FaceAugmentation plan;
  plan.flip = plan.rotate = plan.scale = plan.shift = plan.light = plan.brightness = plan.low_resolution = plan.blur =
      plan.noise = plan.jpeg = plan.erase = 0;
  return plan;
}

std::vector<float> view(const FaceAugmentation& plan, const FaceImages& images, std::int64_t side, std::uint64_t seed) {
  std::vector<float> out(static_cast<std::size_t>(images.channels * side * side));
  core::Random random(seed);
  AugmentScratch scratch;
  random_view(plan, images, 0, side, random, scratch, out);
  return out;
}

TEST(ImageAugmentTest, WithoutChangesTheViewIsTheImageInPlanes) {
  const auto images = sample_images(16, 3);
  const auto out = view(nothing(), images, 16, 1);
  for (std::size_t p = 0; p < 256; ++p) {
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(out[c * 256 + p], images.pixels[p * 3 + c], 1e-3);
  }
  std::vector<float> plain(out.size());
  plain_view(images, 0, 16, false, plain);
  for (std::size_t i = 0; i < out.size(); ++i) EXPECT_NEAR(out[i], plain[i], 1e-3);
}

TEST(ImageAugmentTest, TheMirroredViewIsTheViewMirrored) {
  const auto images = sample_images(16, 1);
  std::vector<float> plain(256), mirrored(256);
  plain_view(images, 0, 16, false, plain);
  plain_view(images, 0, 16, true, mirrored);
  for (std::size_t y = 0; y < 16; ++y) {
    for (std::size_t x = 0; x < 16; ++x) EXPECT_NEAR(plain[y * 16 + x], mirrored[y * 16 + 15 - x], 1e-3);
  }
  FaceAugmentation plan = nothing();
  plan.flip = 1;
  EXPECT_EQ(view(plan, images, 16, 1), mirrored);
}

TEST(ImageAugmentTest, AViewFollowsFromItsSeedAndStaysInRange) {
  const auto images = sample_images(48, 1);
  FaceAugmentation plan;
  plan.low_resolution = plan.blur = plan.noise = plan.jpeg = plan.random_ops = 0.5;
  bool changed = false;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto a = view(plan, images, 40, seed), b = view(plan, images, 40, seed);
    EXPECT_EQ(a, b) << "seed " << seed;
    changed = changed || a != view(plan, images, 40, seed + 100);
    for (const float v : a) ASSERT_TRUE(v >= 0 && v <= 255) << v << " seed " << seed;
  }
  EXPECT_TRUE(changed);
}

TEST(ImageAugmentTest, AWideZoomOutRepeatsTheBorder) {
  FaceImages images{8, 8, 1, std::vector<std::uint8_t>(64, 200)};
  FaceAugmentation plan = nothing();
  plan.scale = 1.5;
  plan.rotate = 45;
  plan.shift = 0.5;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    for (const float v : view(plan, images, 8, seed)) EXPECT_NEAR(v, 200.0F, 1e-3F) << "seed " << seed;
  }
}

TEST(ImageAugmentTest, NormalisedImagesHaveMeanZeroAndDeviationOne) {
  const auto images = sample_images(48, 1);
  auto values = view(nothing(), images, 48, 1);
  normalize_per_image(values);
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double squares = 0;
  for (const float v : values) squares += static_cast<double>(v) * static_cast<double>(v);
  EXPECT_NEAR(mean, 0, 1e-5);
  EXPECT_NEAR(squares / static_cast<double>(values.size()), 1, 1e-4);
  std::vector<float> flat(64, 37.0F);
  normalize_per_image(flat);
  EXPECT_EQ(*std::max_element(flat.begin(), flat.end()), 0.0F);
}

TEST(ImageAugmentTest, ErasingSetsOneRectangleInEveryPlane) {
  std::vector<float> values(3 * 48 * 48, 1.0F);
  core::Random random(3);
  erase_rectangle(3, 48, random, values);
  const auto zeros = static_cast<double>(std::count(values.begin(), values.end(), 0.0F));
  EXPECT_GT(zeros / 3, 0.015 * 48 * 48);
  EXPECT_LT(zeros / 3, 0.14 * 48 * 48);
  EXPECT_EQ(std::fmod(zeros, 3.0), 0.0);
}

}  // namespace
}  // namespace emo::train
