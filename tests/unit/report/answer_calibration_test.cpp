// Which bins are the answers, and what is summed over them.
#include "report/answer_calibration.hpp"

#include <gtest/gtest.h>

namespace emo::report {
namespace {

EvaluationRecord of_bins(bool multi_label) {
  EvaluationRecord record;
  record.multi_label = multi_label;
  record.reliability = {
      {0, 0.25, 9700, 0.01, 0.01}, {0.25, 0.45, 0, 0, 0}, {0.45, 0.55, 100, 0.5, 0.4}, {0.55, 1, 200, 0.9, 0.7}};
  return record;
}

TEST(AnswerCalibration, OfSeveralLabelsOnlyTheBinsFromOneHalfCount) {
  const auto answers = answer_calibration(of_bins(true));
  EXPECT_EQ(answers.bins.size(), 2U);
  EXPECT_EQ(answers.answers, 300U);
  EXPECT_NEAR(answers.confidence, 230.0 / 300, 1e-12);
  EXPECT_NEAR(answers.accuracy, 180.0 / 300, 1e-12);
  EXPECT_NEAR(answers.error, 50.0 / 300, 1e-12);
  EXPECT_NEAR(answers.too_sure(), 50.0 / 300, 1e-12);
}

TEST(AnswerCalibration, UnderASingleChoiceEveryRowIsAnAnswer) {
  const auto answers = answer_calibration(of_bins(false));
  EXPECT_EQ(answers.bins.size(), 3U);
  EXPECT_EQ(answers.answers, 10'000U);
  EXPECT_NEAR(answers.error, 50.0 / 10'000, 1e-12);
}

TEST(AnswerCalibration, WithoutAnswersEverythingIsNought) {
  EXPECT_EQ(answer_calibration({}).answers, 0U);
  auto record = of_bins(true);
  record.reliability.resize(2);
  const auto answers = answer_calibration(record);
  EXPECT_EQ(answers.answers, 0U);
  EXPECT_EQ(answers.error, 0);
}

}  // namespace
}  // namespace emo::report
