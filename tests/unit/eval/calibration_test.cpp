#include "eval/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "io/json.hpp"
#include "overconfident_rows.hpp"

namespace emo::eval {
namespace {

TEST(Calibration, EveryMethodMakesAnOverconfidentHeadHonest) {
  for (const auto activation : {core::HeadActivation::kSoftmax, core::HeadActivation::kSigmoid}) {
    const auto rows = overconfident(activation, 4000, 1);
    const RowsToCalibrate test{overconfident(activation, 4000, 2)};
    for (const auto method :
         {CalibrationMethod::kTemperature, CalibrationMethod::kVector, CalibrationMethod::kIsotonic}) {
      CalibrationOptions options;
      options.method = method;
      options.data = "dev";
      const auto report = calibrate_head(head(activation), {rows}, &test, options);
      ASSERT_TRUE(report) << report.error().message;
      SCOPED_TRACE(report->fit.head.calibration->method +
                   (activation == core::HeadActivation::kSoftmax ? " softmax" : " sigmoid"));
      EXPECT_GT(report->test_before->ece, 0.08);
      EXPECT_LT(report->test_after->ece, 0.03);
      EXPECT_LT(report->test_after->nll, report->test_before->nll);
      EXPECT_EQ(report->fit.fit_rows, 4000U);
      EXPECT_EQ(report->fit.held_out_rows, 0U);
      if (method == CalibrationMethod::kTemperature) {
        EXPECT_NEAR(report->fit.head.temperature, 2.5, activation == core::HeadActivation::kSoftmax ? 0.2 : 0.35);
        EXPECT_NEAR(report->test_after->accuracy, report->test_before->accuracy,
                    activation == core::HeadActivation::kSoftmax ? 1e-9 : 0.1);
      }
    }
  }
}

TEST(Calibration, TheTemperatureKeepsTheHeadsOwnBias) {
  const auto rows = overconfident(core::HeadActivation::kSoftmax, 3000, 3);
  auto biased = head(core::HeadActivation::kSoftmax);
  biased.temperature = 2;
  biased.bias = {0.5, 0, -0.5};
  const auto fit = fit_calibration(biased, rows, {});
  ASSERT_TRUE(fit);
  const double factor = fit->head.temperature / 2;
  EXPECT_NEAR(factor, 2.5, 0.25);
  EXPECT_NEAR(fit->head.bias[0], 0.5 / factor, 1e-9);
  // Applying it to the rows gives what the head would give on its logits.
  const auto applied = apply_calibration(fit->head, biased, rows);
  const double p = std::pow(static_cast<double>(rows.probabilities[0]), 1 / factor);
  double sum = 0;
  for (std::size_t k = 0; k < 3; ++k) sum += std::pow(static_cast<double>(rows.probabilities[k]), 1 / factor);
  EXPECT_NEAR(applied.probabilities[0], p / sum, 1e-5);
}

TEST(Calibration, RowsThatAreAllRightSharpenAHeadOnce) {
  for (const auto activation : {core::HeadActivation::kSoftmax, core::HeadActivation::kSigmoid}) {
    HeadRows rows{3, {}, {}};
    for (std::size_t i = 0; i < 30; ++i) {
      for (std::size_t k = 0; k < 3; ++k) {
        rows.probabilities.push_back(k == i % 3 ? 0.8F : 0.1F);
        rows.gold.push_back(k == i % 3 ? 1 : 0);
      }
    }
    auto fitted = head(activation);
    // 30 rows that are all right leave a softmax room for luck.
    const double sharpest = activation == core::HeadActivation::kSoftmax ? 0.461 : 0.05;
    for (int round = 0; round < 3; ++round) {
      const auto report = calibrate_head(fitted, {rows}, nullptr, {});
      ASSERT_TRUE(report) << report.error().message;
      EXPECT_NEAR(report->fit.head.temperature, sharpest, 1e-4);
      rows = apply_calibration(report->fit.head, fitted, rows);
      fitted = report->fit.head;
    }
  }
}

TEST(Calibration, SetsAndAbstentionKeepTheirPromiseOnOtherRows) {
  const auto rows = overconfident(core::HeadActivation::kSoftmax, 3000, 4);
  const RowsToCalibrate test{overconfident(core::HeadActivation::kSoftmax, 6000, 5)};
  for (const bool class_conditional : {false, true}) {
    CalibrationOptions options;
    options.coverage = 0.9;
    options.class_conditional = class_conditional;
    options.risk = 0.2;
    const auto report = calibrate_head(head(core::HeadActivation::kSoftmax), {rows}, &test, options);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->fit.fit_rows, 1500U);
    EXPECT_EQ(report->fit.head.calibration->rows, 1500) << "the half that it was fitted on";
    EXPECT_EQ(report->fit.held_out_rows, 1500U);
    const auto& sets = *report->test_after->sets;
    EXPECT_NEAR(static_cast<double>(sets.covered) / static_cast<double>(sets.rows), 0.9, 0.03);
    if (class_conditional) {
      for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_GT(static_cast<double>(sets.label_covered[k]) / static_cast<double>(sets.label_rows[k]), 0.86) << k;
      }
    }
    const auto& risk = *report->test_after->risk;
    EXPECT_LT(static_cast<double>(risk.wrong) / static_cast<double>(risk.answered), 0.22);
    EXPECT_GT(risk.answered, risk.rows / 10);
    const auto json = io::parse_json(to_json(*report), "report");
    ASSERT_TRUE(json) << json.error().message;
    EXPECT_EQ((*json)["on_test"]["after"]["sets"]["rows"], 6000);
    EXPECT_EQ((*json)["on_test"]["after"]["abstention"]["answered"], risk.answered);
    EXPECT_FALSE((*json)["on_test"]["before"].contains("sets"));
  }
}

TEST(Calibration, WhatIsAMeanOverRunsIsFittedAndMeasuredAsTheModelAnswers) {
  // Two runs of a network a row: a calibration bends each, and the mean of the bent is not the bent mean.
  const auto one = overconfident(core::HeadActivation::kSoftmax, 600, 11);
  const auto other = overconfident(core::HeadActivation::kSoftmax, 600, 12);
  const auto plain = head(core::HeadActivation::kSoftmax);
  const auto under = [&](const io::HeadManifest& asked) {
    HeadRows mean = apply_calibration(asked, plain, one);
    const HeadRows second = apply_calibration(asked, plain, other);
    for (std::size_t i = 0; i < mean.probabilities.size(); ++i) {
      mean.probabilities[i] = (mean.probabilities[i] + second.probabilities[i]) / 2;
    }
    return mean;
  };
  CalibrationOptions options;
  options.coverage = 0.9;
  const auto rescore = [&](const io::HeadManifest& asked) -> Result<HeadRows> { return under(asked); };
  const auto report = calibrate_head(plain, {under(plain), rescore}, nullptr, options);
  ASSERT_TRUE(report) << report.error().message;
  const auto answers = under(report->fit.head);
  const auto figures = calibration_figures(report->fit.head, answers);
  ASSERT_TRUE(figures);
  EXPECT_EQ(report->data_after.ece, figures->ece);
  EXPECT_EQ(report->data_after.sets->covered, figures->sets->covered);
  EXPECT_NEAR(static_cast<double>(figures->sets->covered) / 600, 0.9, 0.03);
  EXPECT_EQ(report->fit.scored.probabilities, answers.probabilities);
  const auto alone = calibrate_head(plain, {under(plain)}, nullptr, options);
  ASSERT_TRUE(alone);
  EXPECT_NE(alone->data_after.ece, figures->ece) << "it makes no difference here, so that this test shows nothing";
}

TEST(Calibration, BadInput) {
  const auto softmax = head(core::HeadActivation::kSoftmax);
  const auto few = overconfident(core::HeadActivation::kSoftmax, 19, 7);
  EXPECT_EQ(fit_calibration(softmax, few, {}).error().code, ErrorCode::kInvalidData);
  const auto rows = overconfident(core::HeadActivation::kSoftmax, 300, 8);
  CalibrationOptions options;
  for (const double outside : {0.0, 1.0, 1.5}) {
    options.coverage = outside;
    EXPECT_EQ(fit_calibration(softmax, rows, options).error().code, ErrorCode::kUsage) << outside;
  }
  options = {};
  options.thresholds = ThresholdRule::kPrecision;
  options.threshold_value = 0.7;
  EXPECT_EQ(fit_calibration(softmax, rows, options).error().code, ErrorCode::kUsage);
  options = {};
  options.risk = 0.001;
  const auto hopeless = fit_calibration(softmax, rows, options);
  EXPECT_EQ(hopeless.error().code, ErrorCode::kGateFailed);
  EXPECT_NE(hopeless.error().message.find("upper bound"), std::string::npos);
}

}  // namespace
}  // namespace emo::eval
