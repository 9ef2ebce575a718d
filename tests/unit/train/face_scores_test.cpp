#include "train/face_scores.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace emo::train {
namespace {

FaceExample judged_as(std::int32_t gold, std::size_t heads = 1) {
  FaceExample face;
  face.labels.resize(heads);
  face.labels.front().gold = gold;
  for (std::size_t h = 1; h < heads; ++h) face.labels[h].gold = -1;
  return face;
}

HeadPlan head_of(std::vector<std::string> labels) {
  HeadPlan head;
  head.labels = std::move(labels);
  return head;
}

TEST(FaceScores, JudgesGoldAndTargetsSeparately) {
  std::vector<FaceExample> examples(3);
  examples[0].labels = {{{1, 0}, 0}};
  examples[1].labels = {{{0.5, 0.5}, -1}};
  examples[2].labels = {{{}, 1}};
  const std::vector<float> logits{2, 0, 0, 0, 3, 1};
  const auto score = score_faces(examples, 0, 2, logits);
  EXPECT_EQ(score.rows, 2U);
  EXPECT_NEAR(score.accuracy, 0.5, 1e-9);
  EXPECT_NEAR(score.loss, (std::log(1 + std::exp(-2.0)) + std::log(2.0)) / 2, 1e-6);
  // Of the rows with a target alone, whatever the judged ones say: the second has no answer at any temperature.
  EXPECT_NEAR(score.calibrated_target_loss, std::log(2.0) / 2, 1e-6) << "and the first is right at the sharpest";
}

TEST(FaceScores, TheLossAfterCalibrationForgivesConfidenceAlone) {
  std::vector<FaceExample> examples(5);
  const std::vector<std::int32_t> gold{0, -1, 0, 1, 1};
  for (std::size_t i = 0; i < examples.size(); ++i) examples[i].labels = {{{}, gold[i]}};
  for (const float gap : {0.5F, 8.0F}) {
    // Three of the four judged faces are right: the best that one gap between two logits can say is 3/4.
    const auto score = score_faces(examples, 0, 2, {gap, 0, 0, gap, gap, 0, gap, 0, 0, gap});
    ASSERT_EQ(score.row_losses.size(), 4U);
    EXPECT_NEAR(score.row_losses[0], -std::log(0.75), 1e-2) << gap;
    EXPECT_NEAR(score.row_losses[2], -std::log(0.25), 2e-2) << gap;
    EXPECT_NEAR(score.calibrated_loss, -0.75 * std::log(0.75) - 0.25 * std::log(0.25), 1e-3) << gap;
  }
  examples.resize(2);
  examples.erase(examples.begin());
  const auto unjudged = score_faces(examples, 0, 2, {1, 0});
  EXPECT_TRUE(unjudged.row_losses.empty());
  EXPECT_EQ(unjudged.calibrated_loss, 0);
}

TEST(FaceScores, TheLossOfTheHeadsForgivesConfidenceAlone) {
  const std::vector<HeadPlan> heads{head_of({"a", "b"})};
  const std::vector<FaceExample> faces{judged_as(0), judged_as(-1), judged_as(0), judged_as(1), judged_as(1)};
  // Three of the four judged faces are right: the best that one gap between two logits can say is 3/4.
  const double best = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  for (const float gap : {0.5F, 8.0F}) {
    EXPECT_NEAR(calibrated_loss(heads, faces, {{gap, 0, 0, gap, gap, 0, gap, 0, 0, gap}}), best, 1e-3) << gap;
  }
}

TEST(FaceScores, HeadsWithoutJudgedFacesDoNotCount) {
  const std::vector<HeadPlan> heads{head_of({"a", "b"}), head_of({"c", "d"})};
  const std::vector<FaceExample> faces{judged_as(0, 2), judged_as(0, 2), judged_as(1, 2)};
  const HeadLogits logits{{1, 0, 1, 0, 1, 0}, {9, 0, 9, 0, 9, 0}};
  EXPECT_NEAR(calibrated_loss(heads, faces, logits), calibrated_loss({heads[0]}, faces, {logits[0]}), 1e-12);
  EXPECT_EQ(calibrated_loss(heads, {judged_as(-1, 2)}, {{1, 0}, {9, 0}}), 0);
}

}  // namespace
}  // namespace emo::train
