#include "metrics/bootstrap.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

LabelSets random_sets(std::size_t rows, double right_share, std::uint64_t seed) {
  core::Random random(seed);
  LabelSets sets(4);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto gold = static_cast<std::uint32_t>(random.below(4));
    const bool right = random.uniform() < right_share;
    const std::array<std::uint32_t, 1> g{gold};
    const std::array<std::uint32_t, 1> p{right ? gold : (gold + 1) % 4};
    sets.add(g, p, right);
  }
  return sets;
}

TEST(Quantile, InterpolatesAsNumpy) {
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile({1, 2, 3, 4}, 0.1), 1.3);
  EXPECT_DOUBLE_EQ(quantile({5}, 0.9), 5);
  EXPECT_EQ(quantile({}, 0.5), 0);
}

TEST(LabelSets, CountsMatchSets) {
  LabelSets sets(3);
  const std::array<std::uint32_t, 2> gold{0, 1};
  const std::array<std::uint32_t, 2> predicted{1, 2};
  sets.add(gold, predicted, false);
  std::vector<ClassCounts> counts(3);
  sets.count(0, counts);
  EXPECT_EQ(counts[0], (ClassCounts{0, 0, 1}));
  EXPECT_EQ(counts[1], (ClassCounts{1, 0, 0}));
  EXPECT_EQ(counts[2], (ClassCounts{0, 1, 0}));
  sets.count(0, counts, 3);
  EXPECT_EQ(counts[2], (ClassCounts{0, 4, 0}));
}

TEST(Bootstrap, IntervalHasTheWidthOfABinomial) {
  const auto intervals = bootstrap_intervals(random_sets(1000, 0.8, 1));
  EXPECT_EQ(intervals.resamples, 1000);
  const double half = (intervals.accuracy.high - intervals.accuracy.low) / 2;
  EXPECT_NEAR(half, 1.96 * std::sqrt(0.8 * 0.2 / 1000), 0.004);
  EXPECT_LT(intervals.accuracy.low, 0.8);
  EXPECT_GT(intervals.accuracy.high, 0.78);
}

/// Rows of up to 7 decisions, so that some are too long for a pattern.
LabelSets random_label_sets(std::size_t rows, core::Random& random) {
  LabelSets sets(9);
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<std::uint32_t> gold;
    std::vector<std::uint32_t> predicted;
    const double share = random.below(4) == 0 ? 0.5 : 0.1;
    for (std::uint32_t k = 0; k < 9; ++k) {
      if (random.uniform() < share) gold.push_back(k);
      if (random.uniform() < share) predicted.push_back(k);
    }
    sets.add(gold, predicted, gold == predicted);
  }
  return sets;
}

TEST(RowKinds, RowsOfAKindCountTheSameAndOthersDoNot) {
  core::Random random(31);
  const LabelSets sets = random_label_sets(400, random);
  const RowKinds kinds(sets);
  EXPECT_LT(kinds.kinds(), 400U);
  const auto counts_of = [&](std::size_t row) {
    std::vector<ClassCounts> counts(9);
    sets.count(row, counts);
    return counts;
  };
  for (std::size_t row = 0; row < sets.rows(); ++row) {
    const std::size_t example = kinds.example(kinds.kind(row));
    EXPECT_EQ(counts_of(row), counts_of(example));
    EXPECT_EQ(sets.right(row), sets.right(example));
    for (std::size_t other = 0; other < row; ++other) {
      if (sets.pattern(row) && counts_of(row) == counts_of(other) && sets.right(row) == sets.right(other)) {
        EXPECT_EQ(kinds.kind(row), kinds.kind(other));
      }
    }
  }
}

TEST(Bootstrap, EqualsResamplingRowByRow) {
  core::Random random(32);
  const LabelSets sets = random_label_sets(150, random);
  BootstrapOptions options;
  options.resamples = 120;
  options.seed = 5;
  core::Random draws(5);
  std::vector<double> accuracies;
  std::vector<double> macro_f1s;
  for (int resample = 0; resample < 120; ++resample) {
    std::vector<ClassCounts> counts(9);
    double right = 0;
    for (std::size_t draw = 0; draw < 150; ++draw) {
      const std::size_t row = draws.below(150);
      sets.count(row, counts);
      right += sets.right(row) ? 1 : 0;
    }
    accuracies.push_back(right / 150);
    macro_f1s.push_back(macro_f1(counts));
  }
  const auto intervals = bootstrap_intervals(sets, options);
  EXPECT_EQ(intervals.accuracy.low, quantile(accuracies, 0.025));
  EXPECT_EQ(intervals.accuracy.high, quantile(accuracies, 0.975));
  EXPECT_NEAR(intervals.macro_f1.low, quantile(macro_f1s, 0.025), 1e-12);
  EXPECT_NEAR(intervals.macro_f1.high, quantile(macro_f1s, 0.975), 1e-12);
}

// 17 classes, the rarer the later; six tenths of the rows are right, the others spread evenly. The F1 of such a
// classifier is known, so the interval of a small sample either holds the mean over the sample's classes or not.
TEST(Bootstrap, TheIntervalOfFewRowsOfManyClassesHoldsTheTruth) {
  constexpr std::uint32_t kClasses = 17;
  constexpr double kRight = 0.6;
  std::array<double, kClasses> share{};
  double total = 0;
  for (std::uint32_t k = 0; k < kClasses; ++k) total += share[k] = std::pow(0.9, k);
  for (double& s : share) s /= total;
  core::Random random(7);
  const auto draw_gold = [&] {
    double left = random.uniform();
    std::uint32_t k = 0;
    while (k + 1 < kClasses && left >= share[k]) left -= share[k++];
    return k;
  };
  int held = 0;
  constexpr int kSamples = 200;
  for (int sample = 0; sample < kSamples; ++sample) {
    LabelSets sets(kClasses);
    std::array<bool, kClasses> seen{};
    for (int row = 0; row < 23; ++row) {
      const std::uint32_t gold = draw_gold();
      const bool right = random.uniform() < kRight;
      const auto other = static_cast<std::uint32_t>((gold + 1 + random.below(kClasses - 1)) % kClasses);
      sets.add(std::array{gold}, std::array{right ? gold : other}, right);
      seen[gold] = true;
    }
    double truth = 0;
    double classes = 0;
    for (std::uint32_t k = 0; k < kClasses; ++k) {
      const double wrong_here = (1 - kRight) / (kClasses - 1);
      const double said = kRight * share[k] + wrong_here * (1 - share[k]);
      truth += seen[k] ? 2 * kRight * share[k] / (share[k] + said) : 0;
      classes += seen[k] ? 1 : 0;
    }
    truth /= classes;
    BootstrapOptions options;
    options.resamples = 200;
    const ConfidenceInterval interval = bootstrap_intervals(sets, options).macro_f1;
    held += interval.low <= truth && truth <= interval.high ? 1 : 0;
  }
  EXPECT_GE(held, kSamples * 9 / 10);
  EXPECT_LT(held, kSamples);
}

TEST(Bootstrap, SameSeedSameInterval) {
  const LabelSets sets = random_sets(200, 0.6, 2);
  BootstrapOptions options;
  options.resamples = 200;
  const auto first = bootstrap_intervals(sets, options);
  const auto second = bootstrap_intervals(sets, options);
  EXPECT_EQ(first.macro_f1.low, second.macro_f1.low);
  options.seed = 2;
  EXPECT_NE(first.macro_f1.low, bootstrap_intervals(sets, options).macro_f1.low);
}

TEST(Bootstrap, DegenerateInput) {
  EXPECT_EQ(bootstrap_intervals(LabelSets(2)).resamples, 0);
  const auto perfect = bootstrap_intervals(random_sets(50, 1.0, 3));
  EXPECT_EQ(perfect.accuracy.low, 1);
  EXPECT_EQ(perfect.accuracy.high, 1);
}

TEST(Bootstrap, VeryLargeSetsGetFewerResamples) {
  BootstrapOptions options;
  options.max_draws = 50'000;
  EXPECT_EQ(bootstrap_intervals(random_sets(300, 0.5, 4), options).resamples, 166);
  EXPECT_EQ(bootstrap_intervals(random_sets(1000, 0.5, 4), options).resamples, 100);
}

}  // namespace
}  // namespace emo::metrics
