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

TEST(Suppress, KeepsTheBestOfOverlappingBoxesByPlace) {
  const std::vector<DetectedBox> boxes{
      {{100, 0, 10, 10}, 0.8F}, {{0, 0, 10, 10}, 0.9F}, {{1, 1, 10, 10}, 0.95F}, {{50, 5, 10, 10}, 0.7F}};
  const auto kept = suppress(boxes, 0.3F, 1, 100);
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[0].box.x, 1);
  EXPECT_EQ(kept[1].box.x, 50);
  EXPECT_EQ(kept[2].box.x, 100);
  auto reversed = boxes;
  std::reverse(reversed.begin(), reversed.end());
  EXPECT_EQ(suppress(reversed, 0.3F, 1, 100), kept) << "the order of the input does not matter";
  EXPECT_EQ(suppress(boxes, 0.3F, 1, 1).size(), 1U);
  EXPECT_EQ(suppress(boxes, 0.3F, 1, 1)[0].score, 0.95F) << "the cap keeps the surest";
}

TEST(Suppress, ContainmentRemovesPartsOfFaces) {
  const std::vector<DetectedBox> boxes{{{0, 0, 100, 100}, 0.9F}, {{0, 0, 40, 50}, 0.8F}};
  EXPECT_EQ(suppress(boxes, 0.3F, 1, 9).size(), 2U) << "overlap over union is only 0.2";
  EXPECT_EQ(suppress(boxes, 0.3F, 0.75F, 9).size(), 1U);
}

TEST(WithApart, AddsOnlyWhatLiesOnNoneOfTheFirst) {
  const std::vector<DetectedBox> first{{{0, 0, 100, 100}, 0.8F}, {{200, 0, 20, 20}, 0.9F}};
  const std::vector<DetectedBox> second{{{30, 60, 30, 15}, 0.99F},    // a mouth in the first face
                                        {{202, 1, 20, 20}, 0.95F},    // the second face once more, and surer
                                        {{150, 10, 10, 10}, 0.81F}};  // a face of its own
  const std::vector<DetectedBox> all{first[0], second[2], first[1]};
  EXPECT_EQ(with_apart(first, second, 0.3F, 0.75F), all);
  EXPECT_EQ(with_apart(first, {}, 0.3F, 0.75F), first);
  EXPECT_EQ(with_apart({}, std::span(second).first(1), 0.3F, 0.75F), std::vector<DetectedBox>{second[0]});
}

TEST(Surest, KeepsTheBestByPlace) {
  const std::vector<DetectedBox> boxes{
      {{0, 0, 10, 10}, 0.7F}, {{20, 0, 10, 10}, 0.9F}, {{40, 0, 10, 10}, 0.8F}, {{60, 0, 10, 10}, 0.95F}};
  const auto kept = surest(boxes, 2);
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].box.x, 20);
  EXPECT_EQ(kept[1].box.x, 60);
  EXPECT_EQ(surest(boxes, 4), boxes);
  EXPECT_TRUE(surest({}, 4).empty());
}

TEST(IntersectionOverUnion, OfBoxesByHand) {
  EXPECT_FLOAT_EQ(intersection_over_union({0, 0, 2, 2}, {1, 1, 2, 2}), 1.0F / 7);
  EXPECT_FLOAT_EQ(intersection_over_union({0, 0, 2, 2}, {0, 0, 2, 2}), 1);
  EXPECT_FLOAT_EQ(intersection_over_union({0, 0, 2, 2}, {2, 0, 2, 2}), 0);
  EXPECT_FLOAT_EQ(intersection_over_union({0, 0, 0, 0}, {0, 0, 0, 0}), 0);
}

}  // namespace
}  // namespace emo::pipeline
