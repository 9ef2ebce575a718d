#include "eval/head_thresholds.hpp"

#include <gtest/gtest.h>

#include "eval/calibration.hpp"
#include "overconfident_rows.hpp"

namespace emo::eval {
namespace {

TEST(HeadThresholds, RowsTellOfALabelThatSomeHave) {
  const HeadRows rows{3, std::vector<float>(6, 0.5F), {1, 0, 1, 1, 0, 0}};
  EXPECT_EQ(told_labels(rows), (std::vector<std::uint8_t>{0, 0, 1}));
}

TEST(HeadThresholds, ThresholdRules) {
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

/// How often `head` gives label `k` to `rows`, of which `before` says what they hold.
std::size_t given(const io::HeadManifest& head, const io::HeadManifest& before, const HeadRows& rows, std::size_t k) {
  const auto scored = apply_calibration(head, before, rows);
  std::size_t count = 0;
  for (std::size_t at = k; at < scored.probabilities.size(); at += rows.labels) {
    count +=
        static_cast<double>(scored.probabilities[at]) > (head.thresholds.empty() ? 0.5 : head.thresholds[k]) ? 1 : 0;
  }
  return count;
}

TEST(HeadThresholds, OfALabelThatRowsTellNothingOfNothingChanges) {
  const auto usual = overconfident(core::HeadActivation::kSigmoid, 400, 9);
  for (const bool everywhere : {false, true}) {
    auto rows = usual;
    for (std::size_t at = 2; at < rows.gold.size(); at += rows.labels) rows.gold[at] = everywhere ? 1 : 0;
    auto before = head(core::HeadActivation::kSigmoid);
    for (const auto method :
         {CalibrationMethod::kTemperature, CalibrationMethod::kVector, CalibrationMethod::kIsotonic}) {
      for (const auto rule : {ThresholdRule::kPrecision, ThresholdRule::kF1}) {
        CalibrationOptions options;
        options.method = method;
        options.thresholds = rule;
        options.threshold_value = 0.6;
        before.thresholds.clear();
        const auto fit = fit_calibration(before, rows, options);
        ASSERT_TRUE(fit) << fit.error().message;
        EXPECT_NEAR(fit->head.thresholds[2], 0.5, 1e-6) << "what counts without one";
        EXPECT_EQ(fit->untold_labels, std::vector<std::string>{before.labels[2]});
        before.thresholds = {0.1, 0.2, 0.35};
        const auto again = fit_calibration(before, rows, options);
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(given(again->head, before, rows, 2), given(before, before, rows, 2));
        EXPECT_NE(again->head.thresholds[1], 0.2);
      }
    }
  }
}

TEST(HeadThresholds, AnUntoldLabelOfACalibratedHeadGoesToTheTextsThatItWentTo) {
  auto rows = overconfident(core::HeadActivation::kSigmoid, 400, 10);
  const auto plain = head(core::HeadActivation::kSigmoid);
  CalibrationOptions options;
  options.method = CalibrationMethod::kVector;
  const auto first = fit_calibration(plain, rows, options);
  ASSERT_TRUE(first) << first.error().message;
  const std::size_t before = given(first->head, plain, rows, 2);
  ASSERT_GT(before, 20U);
  for (std::size_t at = 2; at < rows.gold.size(); at += rows.labels) rows.gold[at] = 0;
  for (const auto method :
       {CalibrationMethod::kTemperature, CalibrationMethod::kVector, CalibrationMethod::kIsotonic}) {
    options.method = method;
    const auto second = fit_calibration(first->head, rows, options);
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_EQ(given(second->head, plain, rows, 2), before);
  }
}

}  // namespace
}  // namespace emo::eval
