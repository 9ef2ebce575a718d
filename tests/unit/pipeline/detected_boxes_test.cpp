#include "pipeline/detected_boxes.hpp"

#include <gtest/gtest.h>

namespace emo::pipeline {
namespace {

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
