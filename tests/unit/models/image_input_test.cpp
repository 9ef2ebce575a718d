// Pixels to network input: both normalisations, flat images, mirror images.
#include "models/image_input.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace emo::models {
namespace {

TEST(NormalizeImage, PerImageHasMeanZeroAndDeviationOne) {
  const io::ImagePreprocess preprocess{.height = 2, .width = 4};
  const std::vector<std::uint8_t> pixels{0, 255, 17, 3, 90, 91, 200, 128};
  std::vector<float> out(8);
  normalize_image(preprocess, pixels, out);
  double mean = 0;
  double squares = 0;
  for (const float x : out) {
    mean += static_cast<double>(x) / 8;
    squares += static_cast<double>(x) * static_cast<double>(x) / 8;
  }
  EXPECT_NEAR(mean, 0, 1e-6);
  EXPECT_NEAR(squares, 1, 1e-6);
  EXPECT_GT(out[1], out[6]);
}

TEST(NormalizeImage, AFlatImageStaysFlatAndFaintNoiseStaysFaint) {
  const io::ImagePreprocess preprocess{.height = 2, .width = 2, .epsilon = 10.0};
  std::vector<float> out(4);
  normalize_image(preprocess, std::vector<std::uint8_t>{200, 200, 200, 200}, out);
  EXPECT_EQ(out, std::vector<float>(4, 0.0F));
  normalize_image(preprocess, std::vector<std::uint8_t>{100, 101, 101, 100}, out);
  EXPECT_NEAR(static_cast<double>(out[1]), 0.05, 1e-6);
}

TEST(NormalizeImage, FixedIsPerChannel) {
  const io::ImagePreprocess preprocess{.channels = 3,
                                       .height = 1,
                                       .width = 2,
                                       .normalization = io::ImageNormalization::kFixed,
                                       .mean = {127, 0, 10},
                                       .deviation = {128, 1, 2}};
  std::vector<float> out(6);
  normalize_image(preprocess, std::vector<std::uint8_t>{255, 7, 20, 127, 0, 8}, out);
  EXPECT_EQ(out, (std::vector<float>{1, 7, 5, 0, 0, -1}));
}

TEST(MirrorImage, ExchangesLeftAndRightAndIsItsOwnInverse) {
  const std::vector<float> pixels{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};  // 2 x 3 pixels of 2 channels
  std::vector<float> out(12);
  mirror_image(pixels, 2, 3, 2, out);
  EXPECT_EQ(out, (std::vector<float>{5, 6, 3, 4, 1, 2, 11, 12, 9, 10, 7, 8}));
  std::vector<float> back(12);
  mirror_image(out, 2, 3, 2, back);
  EXPECT_EQ(back, pixels);
}

}  // namespace
}  // namespace emo::models
