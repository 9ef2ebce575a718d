// Synthetic curves with a known fault: each verdict, each indicator, and what must not fool them.
#include "report/overfitting.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "epoch_curves.hpp"
#include "report/next_steps.hpp"

namespace emo::report {
namespace {

using test::add_scores;
using test::curve;

TEST(Overfitting, ALevelRunHasNone) {
  auto points = curve({1.2, 0.9, 0.82, 0.80}, {1.1, 0.95, 0.90, 0.90});
  add_scores(points, {0.5, 0.62, 0.66, 0.67}, {0.52, 0.61, 0.64, 0.64});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kNone);
  EXPECT_EQ(verdict.kept, Fit::kNone);
  EXPECT_FALSE(verdict.indicators.divergence_epoch);
  EXPECT_EQ(verdict.reasons.size(), 1U);
}

// DeepFace's published figures: 92 % in training, 57 % in test.
TEST(Overfitting, AWideScoreGapIsSevere) {
  auto points = curve({1.2, 0.5, 0.2}, {1.2, 1.1, 1.1});
  add_scores(points, {0.5, 0.8, 0.92}, {0.5, 0.56, 0.57});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kSevere);
  ASSERT_TRUE(verdict.indicators.score_gap_last);
  EXPECT_NEAR(*verdict.indicators.score_gap_last, 0.35, 1e-12);
  EXPECT_NE(verdict.reasons.front().find("35.0 points"), std::string::npos) << verdict.reasons.front();
}

// 0.82 - 0.81 is less than 0.01 in floating point, 0.81 - 0.80 is more.
TEST(Overfitting, ALimitIsReachedWhateverTheLastBitSays) {
  for (const double best : {0.82, 0.81}) {
    auto points = curve({1.0, 1.0}, {1.0, 1.0});
    add_scores(points, {0.5, 0.5}, {best, best == 0.82 ? 0.81 : 0.80});
    EXPECT_EQ(judge_fit(points).run, Fit::kMild) << best;
  }
  auto points = curve({1.0, 1.0}, {1.0, 1.0});
  add_scores(points, {0.85, 0.85}, {0.80, 0.80});
  EXPECT_EQ(judge_fit(points).run, Fit::kMild);
}

// Kept by its loss on 25 rows, of which one was read better the epoch before.
TEST(Overfitting, TheLastEpochHasOneVerdictWhereItIsTheKeptOne) {
  auto points = curve({0.897, 0.824}, {0.813, 0.807});
  add_scores(points, {0.714, 0.726}, {0.80, 0.76});
  EXPECT_EQ(judge_fit(points).run, Fit::kMarked) << "epoch 1 is kept";
  points[1].kept = true;
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kNone);
  EXPECT_EQ(verdict.kept, Fit::kNone);
  ASSERT_TRUE(verdict.indicators.score_drop_last);
  EXPECT_NEAR(*verdict.indicators.score_drop_last, 0.04, 1e-12);
}

TEST(Overfitting, DivergenceAndBestEpochAreFound) {
  auto points = curve({1.2, 0.9, 0.6, 0.4, 0.2}, {1.1, 0.9, 0.95, 1.1, 1.26});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.indicators.best_loss_epoch, 2);
  EXPECT_EQ(verdict.indicators.kept_epoch, 2);
  EXPECT_EQ(verdict.indicators.divergence_epoch, 3);
  EXPECT_NEAR(*verdict.indicators.loss_rise_last, 0.4, 1e-12);
  EXPECT_NEAR(*verdict.indicators.loss_slope, (1.26 - 0.95) / 2 / 0.9, 1e-12);
  EXPECT_EQ(verdict.run, Fit::kSevere);  // training loss 84 % below, no scores to judge by
  EXPECT_EQ(verdict.kept, Fit::kNone);
}

TEST(Overfitting, ALossThatFellLaterIsNoSignAgainstTheKeptEpoch) {
  auto points = curve({2.1, 1.6, 1.3}, {2.0, 1.5, 1.2});
  add_scores(points, {0.70, 0.70, 0.70}, {0.70, 0.699, 0.699});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.indicators.kept_epoch, 1);
  EXPECT_EQ(*verdict.indicators.loss_rise_kept, 0);
  EXPECT_EQ(verdict.kept, Fit::kNone);
  points = curve({1.2, 0.9, 0.6}, {1.0, 1.5, 0.9});
  add_scores(points, {0.70, 0.71, 0.70}, {0.70, 0.71, 0.69});
  EXPECT_NEAR(*judge_fit(points).indicators.loss_rise_kept, 0.5, 1e-12) << "over what stood before it";
}

// A fine-tuned encoder: it learns by heart and says everything more boldly, but knows no less.
TEST(Overfitting, BoldnessThatCalibrationTakesBackIsMild) {
  auto points = curve({1.0, 0.4, 0.1}, {1.0, 1.1, 1.6});
  add_scores(points, {0.60, 0.68, 0.70}, {0.60, 0.66, 0.67});
  EXPECT_EQ(judge_fit(points).run, Fit::kSevere) << "60 % above its minimum";
  points[0].calibrated_loss = 1.0;
  points[1].calibrated_loss = 0.9;
  points[2].calibrated_loss = 0.9;
  auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kMild);
  EXPECT_EQ(verdict.kept, Fit::kMild);
  EXPECT_NEAR(*verdict.indicators.loss_rise_last, 0.6, 1e-12);
  EXPECT_EQ(*verdict.indicators.calibrated_rise_last, 0);
  EXPECT_EQ(verdict.reasons.front(), "validation loss ended 60.0 % above its minimum, after calibration 0.0 % (mild)");
  points[2].calibrated_loss = 1.125;
  verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kMarked) << "25 % above its minimum after calibration";
  EXPECT_EQ(verdict.reasons.front(), "validation loss after calibration ended 25.0 % above its minimum (marked)");
}

TEST(Overfitting, ARiseThatRecoversIsNoDivergence) {
  const auto verdict = judge_fit(curve({1.0, 0.8, 0.75, 0.7}, {1.0, 0.9, 0.97, 0.9}));
  EXPECT_EQ(verdict.indicators.best_loss_epoch, 2);
  EXPECT_FALSE(verdict.indicators.divergence_epoch);
}

TEST(Overfitting, LossGapAloneIsMildWhenScoresAgree) {
  auto points = curve({0.9, 0.3}, {1.0, 0.99});
  add_scores(points, {0.60, 0.66}, {0.60, 0.65});
  EXPECT_EQ(judge_fit(points).run, Fit::kMild);
  for (auto& point : points) point.train_score.reset();
  EXPECT_EQ(judge_fit(points).run, Fit::kMarked);
}

TEST(Overfitting, EveryLimitCountsFromItsOwnValue) {
  const FitLimits limits;
  for (const int level : {0, 1, 2}) {
    const Fit expected = level == 0 ? Fit::kMild : level == 1 ? Fit::kMarked : Fit::kSevere;
    const Fit below = level == 0 ? Fit::kNone : level == 1 ? Fit::kMild : Fit::kMarked;
    for (const double offset : {1e-6, -1e-6}) {
      auto points = curve({1, 1}, {1, 1});
      add_scores(points, {0.5, 0.5 + limits.score_gap[level] + offset}, {0.5, 0.5});
      EXPECT_EQ(judge_fit(points).run, offset > 0 ? expected : below) << level;
    }
  }
}

TEST(Overfitting, StillFallingIsUnderfit) {
  auto points = curve({2.0, 1.6, 1.3}, {1.9, 1.5, 1.25});
  add_scores(points, {0.3, 0.4, 0.5}, {0.31, 0.42, 0.51});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kUnderfit);
  EXPECT_EQ(verdict.kept, Fit::kUnderfit);
  EXPECT_NE(next_steps(verdict, {}).front().find("more epochs"), std::string::npos);
}

TEST(Overfitting, ATrainingScoreAtChanceIsUnderfit) {
  auto points = curve({1.9, 1.9, 1.9}, {1.9, 1.9, 1.9});
  add_scores(points, {0.35, 0.35, 0.36}, {0.36, 0.36, 0.36});
  EXPECT_EQ(judge_fit(points, 0.36).run, Fit::kUnderfit);
  EXPECT_EQ(judge_fit(points).run, Fit::kNone);
}

TEST(Overfitting, TooLittleIsUnknown) {
  EXPECT_EQ(judge_fit({}).run, Fit::kUnknown);
  EXPECT_EQ(judge_fit(curve({1}, {1})).run, Fit::kUnknown);
  std::vector<EpochPoint> only_training{{1, 1.0, {}, {}, {}}, {2, 0.9, {}, {}, {}}};
  const auto verdict = judge_fit(only_training);
  EXPECT_EQ(verdict.run, Fit::kUnknown);
  EXPECT_NE(verdict.reasons.front().find("0 epochs"), std::string::npos);
  EXPECT_FALSE(next_steps(verdict, {}).empty());
}

TEST(Overfitting, NotFiniteFiguresAreLeftOutAndSaid) {
  auto points =
      curve({1.0, 0.8, std::numeric_limits<double>::quiet_NaN()}, {1.0, 0.9, std::numeric_limits<double>::infinity()});
  const auto verdict = judge_fit(points);
  EXPECT_TRUE(verdict.indicators.not_finite);
  EXPECT_EQ(verdict.indicators.last_epoch, 2);
  EXPECT_NE(next_steps(verdict, {}).front().find("finite"), std::string::npos);
}

TEST(Overfitting, OrderOfTheLinesDoesNotMatter) {
  auto points = curve({1.2, 0.9, 0.6, 0.4}, {1.1, 0.9, 1.0, 1.2});
  const auto straight = judge_fit(points);
  std::reverse(points.begin(), points.end());
  const auto turned = judge_fit(points);
  EXPECT_EQ(straight.run, turned.run);
  EXPECT_EQ(straight.indicators.divergence_epoch, turned.indicators.divergence_epoch);
  EXPECT_EQ(straight.reasons, turned.reasons);
}

TEST(Overfitting, ALastEpochWithoutValidationFiguresDoesNotAcquitTheRun) {
  auto points = curve({1.0, 0.3}, {1.0, 1.8});
  add_scores(points, {0.6, 0.99}, {0.6, 0.5});
  const auto judged = judge_fit(points);
  EXPECT_EQ(judged.run, Fit::kSevere);
  points.push_back({3, 0.1, {}, {}, {}});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kSevere);
  EXPECT_EQ(verdict.kept, judged.kept);
  EXPECT_EQ(verdict.indicators.last_epoch, 2);
  EXPECT_EQ(verdict.indicators.epochs, 3U);
  EXPECT_EQ(verdict.reasons.back(), "epoch 2 is the last with validation figures");
}

TEST(Overfitting, OfAKeptEpochWithoutValidationFiguresNothingIsKnown) {
  auto points = curve({1.0, 0.9}, {1.0, 0.995});
  add_scores(points, {0.6, 0.61}, {0.6, 0.605});
  points.push_back({3, 0.1, {}, {}, {}, true});
  const auto verdict = judge_fit(points);
  EXPECT_EQ(verdict.run, Fit::kNone);
  EXPECT_EQ(verdict.kept, Fit::kUnknown);
}

TEST(Overfitting, ARunThatBrokeIsNeitherSoundNorInNeedOfMoreEpochs) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double second : {1.0, 0.8}) {  // level, and still falling
    auto points = curve({1.0, second, nan}, {1.0, second, nan});
    const auto verdict = judge_fit(points);
    EXPECT_EQ(verdict.run, Fit::kUnknown);
    EXPECT_EQ(verdict.kept, Fit::kUnknown);
    EXPECT_NE(verdict.reasons.back().find("not a finite number"), std::string::npos) << verdict.reasons.back();
    ASSERT_EQ(next_steps(verdict, {}).size(), 1U);
    EXPECT_NE(next_steps(verdict, {}).front().find("finite"), std::string::npos);
    points[2] = {};
    points[2].epoch = 3;
    points[2].not_finite = true;
    EXPECT_TRUE(judge_fit(points).indicators.not_finite) << "said by the flag alone";
    EXPECT_EQ(judge_fit(points).run, Fit::kUnknown);
  }
  const auto severe = judge_fit(curve({1.0, 0.1, nan}, {1.0, 1.9, nan}));
  EXPECT_EQ(severe.run, Fit::kSevere) << "what the sound epochs show stays true";
}

TEST(Overfitting, ARunThatCameApartIsNotToldThatItLearntByHeart) {
  auto points = curve({1.0, 0.8, 3.0, 40.0}, {1.1, 0.9, 3.5, 60.0});
  add_scores(points, {0.5, 0.6, 0.3, 0.2}, {0.5, 0.58, 0.3, 0.2});
  const auto verdict = judge_fit(points);
  EXPECT_TRUE(came_apart(verdict.indicators));
  EXPECT_NE(verdict.reasons.back().find("came apart"), std::string::npos) << verdict.reasons.back();
  const auto steps = next_steps(verdict, {});
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].rfind("Lower the learning rate", 0), 0U) << steps[0];
  EXPECT_EQ(steps[1], "Keep the weights of epoch 2.");
  EXPECT_FALSE(came_apart(judge_fit(curve({1.2, 0.6, 0.2}, {1.1, 0.9, 1.6})).indicators)) << "learnt by heart";
}

TEST(Overfitting, ARunThatLostItsStartIsNotToldThatItLearntByHeart) {
  auto points = curve({0, 1.6, 1.5}, {0.9, 1.9, 1.8});
  points[0].epoch = 0;
  points[1].epoch = 1;
  points[2].epoch = 2;
  points[0].train_loss.reset();
  points[0].kept = true;
  const auto verdict = judge_fit(points);
  EXPECT_TRUE(came_apart(verdict.indicators));
  EXPECT_NE(verdict.reasons.back().find("lost what the start knew"), std::string::npos) << verdict.reasons.back();
  const auto steps = next_steps(verdict, {});
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0], "Lower the learning rate: training lost what the start knew.");
  EXPECT_EQ(steps[1].rfind("Keep the start", 0), 0U) << steps[1];
  points[0].dev_score = 0.8;
  points[2].train_score = 0.99;
  EXPECT_FALSE(came_apart(judge_fit(points).indicators)) << "smoothed labels, learnt by heart";
  points[2].train_score = 0.5;
  EXPECT_TRUE(came_apart(judge_fit(points).indicators));
  points[2].train_loss = 0.3;
  EXPECT_FALSE(came_apart(judge_fit(points).indicators)) << "learnt by heart from the start on";
}

}  // namespace
}  // namespace emo::report
