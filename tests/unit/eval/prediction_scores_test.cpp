#include "eval/prediction_scores.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace emo::eval {
namespace {

TEST(Decide, OneOrAllOverTheirThresholds) {
  const std::vector<float> p{0.4F, 0.45F, 0.1F};
  EXPECT_EQ(decide(p, Decision::kSingleChoice, {}), (std::vector<std::uint32_t>{1}));
  EXPECT_TRUE(decide(p, Decision::kMultiLabel, {}).empty());
  const std::vector<double> thresholds{0.3, 0.5, 0.05};
  EXPECT_EQ(decide(p, Decision::kMultiLabel, thresholds), (std::vector<std::uint32_t>{0, 2}));
}

TEST(ScoreRows, SeveralGoldLabelsUnderASingleChoice) {
  ScoredRows rows;
  rows.classes = 3;
  rows.gold = {{0, 1}, {2, 0}, {1}};
  rows.predicted = {{1}, {1}, {1}};
  rows.best = {1, 1, 1};
  rows.probabilities = {0.2F, 0.6F, 0.2F, 0.2F, 0.6F, 0.2F, 0.2F, 0.6F, 0.2F};
  Evaluation e;
  e.labels = {"a", "b", "c"};
  score_rows(rows, 100, e);
  EXPECT_EQ(e.n, 3U);
  EXPECT_EQ(e.n_several_gold, 2U);
  EXPECT_DOUBLE_EQ(e.accuracy, 2.0 / 3);
  EXPECT_EQ(e.per_class[1].support, 2U);
  EXPECT_DOUBLE_EQ(e.per_class[1].f1, 0.8);  // tp 2, fp 1
  EXPECT_DOUBLE_EQ(e.macro_f1, 0.8 / 3);
  EXPECT_EQ(e.confusion, (std::vector<std::vector<std::uint64_t>>{{0, 0, 0}, {0, 2, 0}, {0, 1, 0}}));
  EXPECT_NEAR(e.ece, 2.0 / 3 - 0.6, 1e-6);
  const double nll = -(0.5 * (std::log(0.2) + std::log(0.6)) + std::log(0.2) + std::log(0.6)) / 3;
  EXPECT_NEAR(e.nll, nll, 1e-6);
  ASSERT_TRUE(e.ci95_accuracy);
  EXPECT_LE(e.ci95_accuracy->low, e.accuracy);
  EXPECT_GE(e.ci95_accuracy->high, e.accuracy);
}

TEST(ScoreRows, MultiLabelCountsExactMatches) {
  ScoredRows rows;
  rows.classes = 2;
  rows.gold = {{0}, {0, 1}};
  rows.predicted = {{0}, {0}};
  rows.best = {0, 0};
  rows.probabilities = {0.9F, 0.1F, 0.8F, 0.4F};
  Evaluation e;
  e.decision = Decision::kMultiLabel;
  e.labels = {"a", "b"};
  score_rows(rows, 0, e);
  EXPECT_DOUBLE_EQ(e.accuracy, 0.5);
  EXPECT_DOUBLE_EQ(e.micro_f1, 0.8);
  EXPECT_DOUBLE_EQ(e.macro_f1, 0.5);
  EXPECT_NEAR(e.nll, -(2 * std::log(0.9) + std::log(0.8) + std::log(0.4)) / 4, 1e-6);
  EXPECT_FALSE(e.ci95_accuracy);
}

TEST(ScoreRows, RowsWithoutATrueLabelAreInNoCoverageCurve) {
  ScoredRows rows;
  rows.classes = 2;
  rows.gold = {{0}, {}, {1}, {}};
  rows.predicted = {{0}, {}, {0}, {0}};
  rows.best = {0, 0, 0, 0};
  rows.probabilities = {0.9F, 0.1F, 0.4F, 0.1F, 0.6F, 0.2F, 0.8F, 0.1F};
  Evaluation e;
  e.decision = Decision::kMultiLabel;
  e.labels = {"a", "b"};
  score_rows(rows, 0, e);
  ASSERT_EQ(e.coverage_risk.size(), 2U);
  EXPECT_DOUBLE_EQ(e.coverage_risk[0].coverage, 0.5);
  EXPECT_DOUBLE_EQ(e.coverage_risk[0].risk, 0);
  EXPECT_DOUBLE_EQ(e.coverage_risk[1].risk, 0.5);
  EXPECT_DOUBLE_EQ(e.aurc, 0.25);
  EXPECT_EQ(e.reliability.size(), 15U);
  std::uint64_t decisions = 0;
  for (const auto& bin : e.reliability) decisions += bin.count;
  EXPECT_EQ(decisions, 8U) << "every label of every row is still a decision";
  rows.gold = {{}, {}, {}, {}};
  Evaluation none;
  none.decision = Decision::kMultiLabel;
  none.labels = e.labels;
  score_rows(rows, 0, none);
  EXPECT_TRUE(none.coverage_risk.empty());
  EXPECT_TRUE(std::isnan(none.aurc));
}

// Of eight rows that are all right every resample is alike, which is no proof of anything.
TEST(ScoreRows, AllRightIsNoCertainty) {
  ScoredRows rows;
  rows.classes = 2;
  for (std::uint32_t i = 0; i < 8; ++i) {
    rows.gold.push_back({i % 2});
    rows.predicted.push_back({i % 2});
    rows.best.push_back(i % 2);
  }
  Evaluation evaluation;
  evaluation.labels = {"a", "b"};
  score_rows(rows, 200, evaluation);
  ASSERT_TRUE(evaluation.ci95_accuracy);
  EXPECT_NEAR(evaluation.ci95_accuracy->low, 0.6306, 1e-4) << "0.025 ^ (1 / 8)";
  EXPECT_EQ(evaluation.ci95_accuracy->high, 1);
  EXPECT_FALSE(evaluation.ci95_macro_f1);
  rows.predicted[0] = {1};
  rows.best[0] = 1;
  score_rows(rows, 200, evaluation);
  EXPECT_TRUE(evaluation.ci95_macro_f1);
  EXPECT_LT(evaluation.ci95_accuracy->low, evaluation.ci95_accuracy->high);
}

}  // namespace
}  // namespace emo::eval
