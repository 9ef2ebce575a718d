#include "eval/head_rows.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "overconfident_rows.hpp"

namespace emo::eval {
namespace {

TEST(HeadRowsTest, AnEvaluationOverOtherLabelsIsRefused) {
  Evaluation evaluation;
  evaluation.labels = {"a", "b"};
  EXPECT_EQ(head_rows(evaluation, head(core::HeadActivation::kSoftmax)).error().code, ErrorCode::kInvalidData);
}

TEST(HeadRowsTest, RowsOfAnEvaluationAreThoseWithAnAnswer) {
  Evaluation evaluation;
  evaluation.labels = {"a", "b", "c"};
  Prediction answered;
  answered.probabilities = {0.1F, 0.2F, 0.7F};
  answered.gold = {"c", "a"};
  Prediction failed;
  failed.error = Error{ErrorCode::kInvalidData, "no text"};
  evaluation.predictions = {failed, answered};
  const auto rows = head_rows(evaluation, head(core::HeadActivation::kSigmoid));
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->rows(), 1U);
  EXPECT_EQ(rows->probabilities, answered.probabilities);
  EXPECT_EQ(rows->gold, (std::vector<std::uint8_t>{1, 0, 1}));
}

TEST(HeadRowsTest, TakesRowsInTheOrderAskedFor) {
  const HeadRows rows{2, {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F}, {0, 1, 1, 0, 1, 1}};
  const std::vector<std::size_t> chosen{2, 0};
  const HeadRows taken = take(rows, chosen);
  EXPECT_EQ(taken.probabilities, (std::vector<float>{0.5F, 0.6F, 0.1F, 0.2F}));
  EXPECT_EQ(taken.gold, (std::vector<std::uint8_t>{1, 1, 0, 1}));
}

TEST(HeadRowsTest, AnotherTemperatureIsAppliedToTheRestOfIt) {
  const HeadRows rows{3, {0.7F, 0.2F, 0.1F}, {1, 0, 0}};
  auto before = head(core::HeadActivation::kSoftmax);
  before.temperature = 2;
  before.bias = {0.5, 0, -0.5};  // within the probabilities already
  auto after = before;
  after.temperature = 4;
  const auto applied = apply_calibration(after, before, rows);
  const double sum = std::sqrt(0.7) + std::sqrt(0.2) + std::sqrt(0.1);
  EXPECT_NEAR(applied.probabilities[0], std::sqrt(0.7) / sum, 1e-6);
  EXPECT_NEAR(applied.probabilities[2], std::sqrt(0.1) / sum, 1e-6);
}

}  // namespace
}  // namespace emo::eval
