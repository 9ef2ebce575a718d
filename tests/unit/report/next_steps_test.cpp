// Advice that fits the verdict and what is known of the run.
#include "report/next_steps.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "epoch_curves.hpp"

namespace emo::report {
namespace {

using test::curve;

TEST(NextSteps, AdviceFitsTheRun) {
  const auto verdict = judge_fit(curve({1.2, 0.9, 0.6, 0.4, 0.2}, {1.1, 0.9, 0.95, 1.1, 1.26}));
  TrainingFacts facts;
  facts.training_rows = 800;
  facts.augmentation = true;
  facts.dropout = 0.3;
  const auto steps = next_steps(verdict, facts);
  EXPECT_NE(steps[0].find("epoch 2"), std::string::npos);
  EXPECT_NE(steps[1].find("800"), std::string::npos);
  for (const auto& step : steps) EXPECT_EQ(step.find("dropout"), std::string::npos) << step;
  facts.dropout = 0.0;
  bool named = false;
  for (const auto& step : next_steps(verdict, facts)) named |= step.find("dropout") != std::string::npos;
  EXPECT_TRUE(named);
}

TEST(NextSteps, AStartThatEveryEpochFellShortOfIsAdvisedWhateverTheVerdict) {
  auto points = curve({1.0, 1.0, 1.0}, {0.995, 1.0, 1.0});
  const auto names_start = [](const std::vector<std::string>& steps) {
    return std::count_if(steps.begin(), steps.end(),
                         [](const std::string& step) { return step.rfind("Keep the start", 0) == 0; });
  };
  TrainingFacts facts;
  const auto verdict = judge_fit(points);
  ASSERT_EQ(verdict.run, Fit::kNone);
  EXPECT_EQ(names_start(next_steps(verdict, facts)), 0);
  facts.start_kept = true;  // of a log that did not judge the start
  EXPECT_EQ(names_start(next_steps(verdict, facts)), 1);
  for (EpochPoint& point : points) --point.epoch;
  points[0].kept = true;
  points[0].train_loss.reset();
  const auto from_start = judge_fit(points);
  ASSERT_EQ(from_start.indicators.kept_epoch, 0);
  ASSERT_EQ(from_start.run, Fit::kNone);
  const auto steps = next_steps(from_start, {});
  EXPECT_EQ(names_start(steps), 1);
  for (const auto& step : steps) EXPECT_EQ(step.find("Nothing needs to change"), std::string::npos) << step;
}

}  // namespace
}  // namespace emo::report
