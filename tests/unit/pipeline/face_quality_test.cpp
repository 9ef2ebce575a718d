#include "pipeline/face_quality.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

using Names = std::vector<std::string_view>;

/// Blobs of two sizes in the middle of the scale, the same for every call.
vision::Image picture(int side) {
  std::mt19937 random(7);
  vision::Image coarse(6, 6, 1), fine(20, 20, 1);
  for (vision::Image* image : {&coarse, &fine}) {
    for (auto& pixel : image->pixels) pixel = static_cast<std::uint8_t>(40 + random() % 170);
  }
  vision::Image out = vision::resize(coarse, side, side);
  const vision::Image detail = vision::resize(fine, side, side);
  for (std::size_t i = 0; i < out.pixels.size(); ++i) {
    out.pixels[i] = static_cast<std::uint8_t>((2 * out.pixels[i] + detail.pixels[i]) / 3);
  }
  return out;
}

vision::RectF whole(const vision::Image& image) {
  return {0, 0, static_cast<float>(image.width), static_cast<float>(image.height)};
}

Names problems(const vision::Image& image, const vision::RectF& box) {
  return quality_problems(face_quality(image, box), {});
}

vision::Image mapped(vision::Image image, double gain, double offset) {
  for (auto& pixel : image.pixels) {
    pixel = static_cast<std::uint8_t>(std::clamp(gain * pixel + offset, 0.0, 255.0));
  }
  return image;
}

TEST(FaceQuality, AGoodFaceHasNoProblem) {
  const auto image = picture(100);
  const FaceQuality quality = face_quality(image, whole(image));
  EXPECT_EQ(quality_problems(quality, {}), Names{});
  EXPECT_EQ(quality.size, 100);
  EXPECT_EQ(quality.cut, 0);
  EXPECT_GT(quality.sharpness, 0.01F);
  EXPECT_NEAR(quality.light, 0.5, 0.1);
}

TEST(FaceQuality, EachProblemIsSeenAlone) {
  const auto image = picture(100);
  EXPECT_EQ(problems(image, {10, 10, 15, 40}).front(), "too_small");
  vision::Image smooth(100, 100, 1);
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 100; ++x) smooth.row(y)[x] = static_cast<std::uint8_t>(128 + 80 * std::sin(0.06 * (x + y)));
  }
  EXPECT_EQ(problems(smooth, whole(smooth)), Names{"blurred"});
  EXPECT_EQ(problems(mapped(image, 0.03, 0), whole(image)).front(), "dark");
  EXPECT_EQ(problems(mapped(image, 0.04, 245), whole(image)).front(), "bright");
  const auto outside = problems(image, {-40, 0, 100, 100});
  EXPECT_EQ(outside, Names{"cut"});
  EXPECT_EQ(problems(image, {-30, 0, 100, 100}), Names{});
}

TEST(FaceQuality, AFlatPictureIsFlatAndAClippedOneClipped) {
  vision::Image grey(64, 64, 1);
  std::fill(grey.pixels.begin(), grey.pixels.end(), std::uint8_t{128});
  EXPECT_EQ(problems(grey, whole(grey)), (Names{"blurred", "flat"}));
  const auto image = mapped(picture(100), 12, 128 - 12 * 128.0);
  const auto found = problems(image, whole(image));
  EXPECT_NE(std::find(found.begin(), found.end(), "clipped"), found.end());
}

TEST(FaceQuality, CutAndSymmetryByHand) {
  vision::Image half(64, 64, 1);
  for (int y = 0; y < 64; ++y) std::fill(half.row(y), half.row(y) + 32, std::uint8_t{200});
  EXPECT_NEAR(face_quality(half, whole(half)).symmetry, -1, 1e-5);
  vision::Image bars(64, 64, 1);
  for (int y = 0; y < 64; ++y)
    std::fill(bars.row(y), bars.row(y) + 64, static_cast<std::uint8_t>(y % 8 < 4 ? 200 : 20));
  EXPECT_NEAR(face_quality(bars, whole(bars)).symmetry, 1, 1e-5);
  EXPECT_NEAR(face_quality(bars, {-16, 48, 32, 32}).cut, 0.75, 1e-6) << "a quarter of the box is in the picture";
  EXPECT_EQ(face_quality(bars, {100, 100, 10, 10}).cut, 1);
}

TEST(FaceQuality, TheGateIsTheCallers) {
  FaceQuality quality;
  quality.size = 20;
  quality.sharpness = 0.5F;
  quality.light = 0.5F;
  quality.contrast = 0.2F;
  FaceGate gate;
  EXPECT_EQ(quality_problems(quality, gate), Names{});
  gate.min_size = 24;
  gate.min_contrast = 0.3F;
  EXPECT_EQ(quality_problems(quality, gate), (Names{"too_small", "flat"}));
}

}  // namespace
}  // namespace emo::pipeline
