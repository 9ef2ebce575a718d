#include "eval/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "io/json.hpp"

namespace emo::eval {
namespace {

io::HeadManifest head(core::HeadActivation activation) {
  io::HeadManifest head;
  head.name = "h";
  head.labels = {"a", "b", "c"};
  head.activation = activation;
  return head;
}

/// Rows of an over-confident model: labels drawn from softmax(z) (or sigmoid), probabilities given as of 2.5 z.
HeadRows overconfident(core::HeadActivation activation, std::size_t n, std::uint64_t seed) {
  core::Random random(seed);
  const std::size_t labels = head(activation).labels.size();
  HeadRows rows{labels, {}, {}};
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double> z(labels), honest(labels), shown(labels);
    double honest_sum = 0, shown_sum = 0;
    for (std::size_t k = 0; k < labels; ++k) {
      z[k] = 1.3 * random.normal() - (k == 2 ? 0.7 : 0.0);
      honest_sum += honest[k] = std::exp(z[k]);
      shown_sum += shown[k] = std::exp(2.5 * z[k]);
    }
    if (activation == core::HeadActivation::kSoftmax) {
      double u = random.uniform() * honest_sum;
      std::size_t drawn = 0;
      while (drawn + 1 < labels && u >= honest[drawn]) u -= honest[drawn++];
      for (std::size_t k = 0; k < labels; ++k) {
        rows.probabilities.push_back(static_cast<float>(shown[k] / shown_sum));
        rows.gold.push_back(k == drawn ? 1 : 0);
      }
      continue;
    }
    for (std::size_t k = 0; k < labels; ++k) {
      rows.probabilities.push_back(static_cast<float>(1 / (1 + std::exp(-2.5 * z[k]))));
      rows.gold.push_back(random.uniform() < 1 / (1 + std::exp(-z[k])) ? 1 : 0);
    }
  }
  return rows;
}

TEST(Calibration, EveryMethodMakesAnOverconfidentHeadHonest) {
  for (const auto activation : {core::HeadActivation::kSoftmax, core::HeadActivation::kSigmoid}) {
    const auto rows = overconfident(activation, 4000, 1), test = overconfident(activation, 4000, 2);
    for (const auto method :
         {CalibrationMethod::kTemperature, CalibrationMethod::kVector, CalibrationMethod::kIsotonic}) {
      CalibrationOptions options;
      options.method = method;
      options.data = "dev";
      const auto report = calibrate_head(head(activation), rows, &test, options);
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
    for (int round = 0; round < 3; ++round) {
      const auto report = calibrate_head(fitted, rows, nullptr, {});
      ASSERT_TRUE(report) << report.error().message;
      EXPECT_NEAR(report->fit.head.temperature, 0.05, 1e-9);
      rows = apply_calibration(report->fit.head, fitted, rows);
      fitted = report->fit.head;
    }
  }
}

TEST(Calibration, SetsAndAbstentionKeepTheirPromiseOnOtherRows) {
  const auto rows = overconfident(core::HeadActivation::kSoftmax, 3000, 4);
  const auto test = overconfident(core::HeadActivation::kSoftmax, 6000, 5);
  for (const bool class_conditional : {false, true}) {
    CalibrationOptions options;
    options.coverage = 0.9;
    options.class_conditional = class_conditional;
    options.risk = 0.2;
    const auto report = calibrate_head(head(core::HeadActivation::kSoftmax), rows, &test, options);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->fit.fit_rows, 1500U);
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

TEST(Calibration, ThresholdRules) {
  const auto rows = overconfident(core::HeadActivation::kSigmoid, 4000, 6);
  CalibrationOptions options;
  options.thresholds = ThresholdRule::kCost;
  options.threshold_value = 0.8;
  auto fit = fit_calibration(head(core::HeadActivation::kSigmoid), rows, options);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->head.thresholds, std::vector<double>(rows.labels, 0.8));

  options.thresholds = ThresholdRule::kPrecision;
  fit = fit_calibration(head(core::HeadActivation::kSigmoid), rows, options);
  ASSERT_TRUE(fit);
  const auto applied = apply_calibration(fit->head, head(core::HeadActivation::kSigmoid), rows);
  for (std::size_t k = 0; k < applied.labels; ++k) {
    double given = 0, right = 0;
    for (std::size_t at = k; at < applied.gold.size(); at += applied.labels) {
      if (static_cast<double>(applied.probabilities[at]) <= fit->head.thresholds[k]) continue;
      ++given;
      right += applied.gold[at] != 0 ? 1 : 0;
    }
    EXPECT_GE(right / given, 0.8) << k;
    EXPECT_GT(given, 100) << "the lowest such threshold, not the highest";
  }
}

TEST(Calibration, ALabelThatNoRowHasKeepsItsThreshold) {
  auto rows = overconfident(core::HeadActivation::kSigmoid, 400, 9);
  for (std::size_t at = 2; at < rows.gold.size(); at += rows.labels) rows.gold[at] = 0;
  CalibrationOptions options;
  options.thresholds = ThresholdRule::kPrecision;
  options.threshold_value = 0.6;
  auto before = head(core::HeadActivation::kSigmoid);
  for (const auto rule : {ThresholdRule::kPrecision, ThresholdRule::kF1}) {
    options.thresholds = rule;
    before.thresholds.clear();
    const auto fit = fit_calibration(before, rows, options);
    ASSERT_TRUE(fit) << fit.error().message;
    EXPECT_EQ(fit->head.thresholds[2], 0.5) << "what counts without one";
    EXPECT_EQ(fit->unseen_labels, std::vector<std::string>{before.labels[2]});
    before.thresholds = {0.1, 0.2, 0.35};
    before.thresholds.resize(before.labels.size(), 0.4);
    const auto again = fit_calibration(before, rows, options);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->head.thresholds[2], 0.35);
    EXPECT_NE(again->head.thresholds[1], 0.2);
  }
}

TEST(Calibration, BadInput) {
  const auto softmax = head(core::HeadActivation::kSoftmax);
  const auto few = overconfident(core::HeadActivation::kSoftmax, 19, 7);
  EXPECT_EQ(fit_calibration(softmax, few, {}).error().code, ErrorCode::kInvalidData);
  const auto rows = overconfident(core::HeadActivation::kSoftmax, 300, 8);
  CalibrationOptions options;
  options.coverage = 1.5;
  EXPECT_EQ(fit_calibration(softmax, rows, options).error().code, ErrorCode::kUsage);
  options = {};
  options.thresholds = ThresholdRule::kPrecision;
  options.threshold_value = 0.7;
  EXPECT_EQ(fit_calibration(softmax, rows, options).error().code, ErrorCode::kUsage);
  options = {};
  options.risk = 0.001;
  const auto hopeless = fit_calibration(softmax, rows, options);
  EXPECT_EQ(hopeless.error().code, ErrorCode::kGateFailed);
  EXPECT_NE(hopeless.error().message.find("upper bound"), std::string::npos);

  Evaluation evaluation;
  evaluation.labels = {"a", "b"};
  EXPECT_EQ(head_rows(evaluation, softmax).error().code, ErrorCode::kInvalidData);
}

}  // namespace
}  // namespace emo::eval
