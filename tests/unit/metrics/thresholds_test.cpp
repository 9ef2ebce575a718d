#include "metrics/thresholds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

double f1_at(const std::vector<float>& scores, const std::vector<std::uint8_t>& targets, double threshold) {
  const std::vector<double> thresholds{threshold};
  return score(count_decisions(scores, targets, 1, thresholds).class_counts()[0]).f1;
}

TEST(BestF1Threshold, EqualsBruteForce) {
  core::Random random(21);
  for (int trial = 0; trial < 200; ++trial) {
    const std::size_t rows = 1 + random.below(30);
    std::vector<float> scores;
    std::vector<std::uint8_t> targets;
    for (std::size_t i = 0; i < rows; ++i) {
      scores.push_back(static_cast<float>(1 + random.below(9)) / 10.0F);  // many ties
      targets.push_back(random.below(3) == 0 ? 1 : 0);
    }
    double best = 0;
    for (int step = 0; step < 100; ++step) best = std::max(best, f1_at(scores, targets, 0.005 + step / 100.0));
    const LabelThreshold found = best_f1_threshold(scores, targets);
    EXPECT_NEAR(found.f1, best, 1e-12);
    EXPECT_NEAR(f1_at(scores, targets, found.threshold), best, 1e-12) << "the threshold must give the F1 it promises";
  }
}

TEST(BestF1Threshold, DegenerateInput) {
  EXPECT_EQ(best_f1_threshold({}, {}).threshold, 0.5);
  const std::vector<float> scores{0.3F, 0.6F};
  const std::vector<std::uint8_t> none{0, 0};
  EXPECT_EQ(best_f1_threshold(scores, none).f1, 0);
  const std::vector<std::uint8_t> all{1, 1};
  EXPECT_EQ(best_f1_threshold(scores, all).f1, 1);
  EXPECT_LT(best_f1_threshold(scores, all).threshold, 0.3);
}

TEST(FitThresholds, WithoutShrinkageEachLabelIsOnItsOwn) {
  core::Random random(4);
  const std::size_t labels = 3;
  std::vector<float> scores;
  std::vector<std::uint8_t> targets;
  for (int i = 0; i < 300; ++i) {
    for (std::size_t k = 0; k < labels; ++k) {
      const bool positive = random.below(4 + 4 * k) == 0;
      targets.push_back(positive ? 1 : 0);
      scores.push_back(static_cast<float>(0.05 + 0.6 * random.uniform() + (positive ? 0.3 : 0.0)));
    }
  }
  ThresholdOptions options;
  options.shrinkage = 0;
  const auto own = fit_thresholds(scores, targets, labels, options);
  const auto shrunk = fit_thresholds(scores, targets, labels);
  const double own_f1 = macro_f1(count_decisions(scores, targets, labels, own).class_counts());
  EXPECT_GE(own_f1, macro_f1(count_decisions(scores, targets, labels, shrunk).class_counts()));
  EXPECT_GE(own_f1, macro_f1(count_decisions(scores, targets, labels, {}).class_counts()));
}

TEST(FitThresholds, RareLabelsFollowTheGlobalThreshold) {
  // Label 0: 100 clear positives around 0.4. Label 1: one positive, whose own optimum is absurdly high.
  std::vector<float> scores;
  std::vector<std::uint8_t> targets;
  for (int i = 0; i < 400; ++i) {
    const bool positive = i % 4 == 0;
    scores.push_back(positive ? 0.45F : 0.3F);
    targets.push_back(positive ? 1 : 0);
    scores.push_back(i == 0 ? 0.98F : 0.1F);
    targets.push_back(i == 0 ? 1 : 0);
  }
  const auto thresholds = fit_thresholds(scores, targets, 2);
  EXPECT_NEAR(thresholds[0], 0.375, 0.05);
  EXPECT_LT(thresholds[1], 0.5);
  ThresholdOptions options;
  options.shrinkage = 0;
  EXPECT_NEAR(fit_thresholds(scores, targets, 2, options)[1], 0.54, 1e-6);
}

TEST(FitThresholds, TheGlobalThresholdCountsWhatIsSaidOfLabelsWithoutRows) {
  // Labels 0 and 1 have rows, 2 and 3 none, and scores that a low threshold would give to many rows.
  core::Random random(8);
  constexpr std::size_t kLabels = 4, kRows = 60;
  std::vector<float> scores;
  std::vector<std::uint8_t> targets;
  for (std::size_t i = 0; i < kRows; ++i) {
    for (std::size_t k = 0; k < kLabels; ++k) {
      const bool positive = k < 2 && random.below(3) == 0;
      targets.push_back(positive ? 1 : 0);
      scores.push_back(static_cast<float>(0.15 + 0.4 * random.uniform() + (positive ? 0.15 : 0.0)));
    }
  }
  // The documented sum at `threshold`: F1 of the labels with rows, wrong answers of the others in equal shares.
  const auto sum_at = [&](double threshold) {
    std::vector<double> right(kLabels), given(kLabels), having(kLabels);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const bool said = static_cast<double>(scores[i]) > threshold;
      given[i % kLabels] += said ? 1 : 0;
      having[i % kLabels] += targets[i];
      right[i % kLabels] += said && targets[i] != 0 ? 1 : 0;
    }
    const double others = (given[2] + given[3]) / 2;
    double sum = 0;
    for (std::size_t k = 0; k < 2; ++k) sum += 2 * right[k] / (given[k] + having[k] + others);
    return sum;
  };
  const double found = fit_thresholds(scores, targets, kLabels).back();  // of a label without rows the global one
  double best = 0;
  for (int step = 1; step < 1000; ++step) best = std::max(best, sum_at(step / 1000.0));
  EXPECT_NEAR(sum_at(found), best, 0.02) << found;
}

TEST(FitThresholds, DegenerateInput) {
  EXPECT_EQ(fit_thresholds({}, {}, 2), (std::vector<double>{0.5, 0.5}));
  const std::vector<float> scores{0.2F, std::numeric_limits<float>::quiet_NaN(), 0.9F, 0.4F};
  const std::vector<std::uint8_t> none{0, 0, 0, 0};
  EXPECT_EQ(fit_thresholds(scores, none, 2), (std::vector<double>{0.5, 0.5}));
  const std::vector<std::uint8_t> first_always{1, 0, 1, 0};
  const auto thresholds = fit_thresholds(scores, first_always, 2);
  EXPECT_LT(thresholds[0], 0.2);
  EXPECT_GE(thresholds[0], 0.01);
}

}  // namespace
}  // namespace emo::metrics
