#include "pipeline/ultraface_boxes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace emo::pipeline {
namespace {

/// Maps of one scale with one prior that speaks.
struct OneVoice {
  OneVoice(int rows_, int columns_, std::size_t priors, std::size_t index, float logit, std::array<float, 4> offset)
      : rows(rows_), columns(columns_) {
    const auto count = static_cast<std::size_t>(rows * columns) * priors;
    classes.assign(2 * count, 0);
    offsets.assign(4 * count, 0);
    for (std::size_t i = 0; i < count; ++i) classes[2 * i] = 9;  // background
    classes[2 * index] = 0;
    classes[2 * index + 1] = logit;
    std::copy(offset.begin(), offset.end(), offsets.begin() + static_cast<std::ptrdiff_t>(4 * index));
  }
  UltrafaceMaps maps() const { return {rows, columns, classes, offsets}; }
  int rows, columns;
  std::vector<float> classes, offsets;
};

TEST(UltrafaceBoxes, APriorWithoutOffsetsIsItself) {
  const auto& scale = ultraface_scales()[1];  // stride 16, priors 32 and 48
  const OneVoice voice(15, 20, 2, (3 * 20 + 5) * 2 + 1, 4, {0, 0, 0, 0});
  std::vector<DetectedBox> boxes;
  decode_ultraface(voice.maps(), scale, 320, 240, 0.5F, boxes);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_FLOAT_EQ(boxes[0].box.x, 5.5F * 16 - 24);
  EXPECT_FLOAT_EQ(boxes[0].box.y, 3.5F * 16 - 24);
  EXPECT_FLOAT_EQ(boxes[0].box.width, 48);
  EXPECT_NEAR(boxes[0].score, 1 / (1 + std::exp(-4.0)), 1e-6);
}

TEST(UltrafaceBoxes, OffsetsMoveAndScaleByTheVariances) {
  const auto& scale = ultraface_scales()[0];  // stride 8, priors 10 16 24
  const OneVoice voice(30, 40, 3, 2, 4, {2, -1, 1, 0.5F});
  std::vector<DetectedBox> boxes;
  decode_ultraface(voice.maps(), scale, 320, 240, 0.5F, boxes);
  ASSERT_EQ(boxes.size(), 1U);
  const float width = 24 * std::exp(0.2F), height = 24 * std::exp(0.1F);
  EXPECT_NEAR(boxes[0].box.width, width, 1e-4);
  EXPECT_NEAR(boxes[0].box.height, height, 1e-4);
  EXPECT_NEAR(boxes[0].box.x, 4 + 0.1F * 2 * 24 - width / 2, 1e-4);
  EXPECT_NEAR(boxes[0].box.y, 4 - 0.1F * 24 - height / 2, 1e-4);
}

TEST(UltrafaceBoxes, PriorsAreNeverLargerThanTheInput) {
  const auto& scale = ultraface_scales()[3];  // priors 128 192 256
  const OneVoice voice(4, 5, 3, 2, 4, {0, 0, 0, 0});
  std::vector<DetectedBox> boxes;
  decode_ultraface(voice.maps(), scale, 320, 240, 0.5F, boxes);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_FLOAT_EQ(boxes[0].box.width, 256);
  EXPECT_FLOAT_EQ(boxes[0].box.height, 240);
}

TEST(UltrafaceBoxes, TheThresholdIsOnTheProbability) {
  const auto& scale = ultraface_scales()[2];
  const float logit = std::log(0.7F / 0.3F);
  for (const bool above : {false, true}) {
    const OneVoice voice(8, 10, 2, 7, logit + (above ? 0.01F : -0.01F), {0, 0, 0, 0});
    std::vector<DetectedBox> boxes;
    decode_ultraface(voice.maps(), scale, 320, 240, 0.7F, boxes);
    EXPECT_EQ(boxes.size(), above ? 1U : 0U);
  }
}

TEST(UltrafaceBoxes, NumbersThatAreNoneGiveNoFace) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const auto& scale = ultraface_scales()[2];
  for (const auto& offset : std::vector<std::array<float, 4>>{{nan, 0, 0, 0}, {0, 0, nan, 0}, {0, 0, 0, 1e9F}}) {
    const OneVoice voice(8, 10, 2, 7, 5, offset);
    std::vector<DetectedBox> boxes;
    decode_ultraface(voice.maps(), scale, 320, 240, 0.5F, boxes);
    EXPECT_TRUE(boxes.empty());
  }
  const OneVoice voice(8, 10, 2, 7, nan, {0, 0, 0, 0});
  std::vector<DetectedBox> boxes;
  decode_ultraface(voice.maps(), scale, 320, 240, 0.5F, boxes);
  EXPECT_TRUE(boxes.empty());
}

}  // namespace
}  // namespace emo::pipeline
