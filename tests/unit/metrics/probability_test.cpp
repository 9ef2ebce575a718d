#include "metrics/probability.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <utility>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(Probability, EmptyInputIsZero) {
  EXPECT_EQ(log_loss({}, {}, 3), 0);
  EXPECT_EQ(log_loss_soft({}, {}, 3), 0);
  EXPECT_EQ(binary_log_loss({}, {}), 0);
  EXPECT_EQ(brier_score({}, {}, 3), 0);
  EXPECT_EQ(ece_equal_width({}, {}), 0);
  EXPECT_EQ(ece_equal_mass({}, {}), 0);
}

TEST(Probability, ZeroProbabilityIsAFiniteLoss) {
  const std::vector<float> scores{0.0F, 1.0F};
  const std::vector<std::int32_t> labels{0};
  EXPECT_NEAR(log_loss(scores, labels, 2), -std::log(kProbabilityFloor), 1e-9);
}

TEST(Probability, SoftTargetsLeaveOutEmptyRows) {
  const std::vector<float> scores{0.5F, 0.5F, 0.25F, 0.75F};
  const std::vector<float> targets{0.5F, 0.5F, 0.0F, 0.0F};
  EXPECT_NEAR(log_loss_soft(scores, targets, 2), std::log(2.0), 1e-12);
  EXPECT_EQ(brier_score_soft(scores, targets, 2), 0);
}

TEST(Reliability, CalibratedStatementsHaveNoError) {
  Reliability reliability(10);
  for (int i = 0; i < 10; ++i) reliability.add(0.7, i < 7);
  EXPECT_NEAR(reliability.expected_calibration_error(), 0, 1e-12);
  for (int i = 0; i < 10; ++i) reliability.add(0.95, false);
  EXPECT_NEAR(reliability.expected_calibration_error(), 0.475, 1e-12);
}

TEST(Reliability, EdgesBelongToTheBinBelow) {
  Reliability reliability(4);
  reliability.add(0.0, false);
  reliability.add(0.25, false);
  reliability.add(0.5, true);
  reliability.add(1.0, true);
  const auto bins = reliability.bins();
  EXPECT_EQ(bins[0].count, 2U);
  EXPECT_EQ(bins[1].count, 1U);
  EXPECT_EQ(bins[2].count, 0U);
  EXPECT_EQ(bins[3].count, 1U);
  EXPECT_EQ(bins[2].confidence, 0);
}

TEST(Reliability, HostileConfidencesAreClipped) {
  Reliability reliability;
  reliability.add(std::numeric_limits<double>::quiet_NaN(), false);
  reliability.add(-3, false);
  reliability.add(7, true);
  EXPECT_EQ(reliability.expected_calibration_error(), 0);
}

TEST(ProbabilityMeter, OnePassEqualsTheFunctionsOverAll) {
  core::Random random(17);
  const std::size_t classes = 4;
  std::vector<float> scores;
  std::vector<std::int32_t> labels;
  ProbabilityMeter meter;
  for (int i = 0; i < 200; ++i) {
    std::vector<float> row;
    for (std::size_t k = 0; k < classes; ++k) row.push_back(static_cast<float>(random.uniform()));
    labels.push_back(static_cast<std::int32_t>(random.below(classes)));
    meter.add(row, static_cast<std::size_t>(labels.back()));
    scores.insert(scores.end(), row.begin(), row.end());
  }
  EXPECT_EQ(meter.rows(), 200U);
  EXPECT_NEAR(meter.log_loss(), log_loss(scores, labels, classes), 1e-12);
  EXPECT_NEAR(meter.brier_score(), brier_score(scores, labels, classes), 1e-12);
  meter.reset();
  EXPECT_EQ(meter.log_loss(), 0);
}

TEST(EqualMassBins, HoldEqualNumbersInOrder) {
  core::Random random(19);
  std::vector<float> confidences;
  std::vector<std::uint8_t> outcomes;
  for (int i = 0; i < 101; ++i) {
    confidences.push_back(static_cast<float>(random.uniform()));
    outcomes.push_back(static_cast<std::uint8_t>(random.below(2)));
  }
  const auto bins = equal_mass_bins(confidences, outcomes, 4);
  std::uint64_t total = 0;
  double confidence_sum = 0;
  for (std::size_t b = 0; b < bins.size(); ++b) {
    EXPECT_NEAR(static_cast<double>(bins[b].count), 25.25, 0.8);
    if (b > 0) {
      EXPECT_GE(bins[b].low, bins[b - 1].high);
    }
    total += bins[b].count;
    confidence_sum += bins[b].confidence * static_cast<double>(bins[b].count);
  }
  EXPECT_EQ(total, 101U);
  double expected = 0;
  for (const float c : confidences) expected += static_cast<double>(c);
  EXPECT_NEAR(confidence_sum, expected, 1e-9);
  EXPECT_EQ(equal_mass_bins({}, {}, 3).size(), 3U);
  EXPECT_EQ(ece_equal_mass({}, {}), 0);
}

TEST(EceEqualMass, OneItemPerBinIsTheMeanGap) {
  const std::vector<float> confidences{0.25F, 0.75F, 0.5F};
  const std::vector<std::uint8_t> outcomes{0, 1, 1};
  EXPECT_NEAR(ece_equal_mass(confidences, outcomes, 3), (0.25 + 0.25 + 0.5) / 3, 1e-12);
}

TEST(EqualMassBins, TheOrderOfEqualConfidencesDoesNotMatter) {
  const std::vector<float> confidences(300, 0.5F);
  std::vector<std::uint8_t> sorted, alternating;
  for (int i = 0; i < 300; ++i) {
    sorted.push_back(i < 150 ? 1 : 0);
    alternating.push_back(i % 2 == 0 ? 1 : 0);
  }
  EXPECT_NEAR(ece_equal_mass(confidences, alternating), 0, 1e-12);
  EXPECT_NEAR(ece_equal_mass(confidences, sorted), 0, 1e-12);
  for (const ReliabilityBin& bin : equal_mass_bins(confidences, sorted)) {
    EXPECT_EQ(bin.count, 20U) << "of equal mass all the same";
    EXPECT_NEAR(bin.accuracy, 0.5, 1e-12);
  }
}

TEST(EqualMassBins, ATieCutByAnEdgeCountsForItsShareOnBothSides) {
  // Edges at 2 and 4: the tie of three lies in the first bin with one item, in the second with two.
  const std::vector<float> confidences{0.75F, 0.25F, 0.5F, 0.5F, 1.0F, 0.5F};
  const std::vector<std::uint8_t> outcomes{0, 1, 1, 1, 1, 0};
  const auto bins = equal_mass_bins(confidences, outcomes, 3);
  EXPECT_NEAR(bins[0].accuracy, (1 + 2.0 / 3) / 2, 1e-12);
  EXPECT_NEAR(bins[1].accuracy, 2.0 / 3, 1e-12);
  EXPECT_EQ(bins[2].accuracy, 0.5);
  EXPECT_EQ(bins[0].low, 0.25);
  EXPECT_EQ(bins[0].high, 0.5);
}

TEST(EqualMassBins, ShuffledRowsWithTiesGiveTheSameBins) {
  core::Random random(23);
  std::vector<float> confidences;
  std::vector<std::uint8_t> outcomes;
  for (int i = 0; i < 200; ++i) {
    confidences.push_back(static_cast<float>(random.below(9)) / 8.0F);
    outcomes.push_back(static_cast<std::uint8_t>(random.below(2)));
  }
  const double error = ece_equal_mass(confidences, outcomes, 7);
  for (int round = 0; round < 20; ++round) {
    for (std::size_t i = confidences.size(); i-- > 1;) {
      const auto j = static_cast<std::size_t>(random.below(i + 1));
      std::swap(confidences[i], confidences[j]);
      std::swap(outcomes[i], outcomes[j]);
    }
    EXPECT_NEAR(ece_equal_mass(confidences, outcomes, 7), error, 1e-12);
  }
}

TEST(CalibrationErrorByChance, IsWhatRightProbabilitiesReachInOneOfTwentySets) {
  EXPECT_EQ(calibration_error_by_chance({}), 0.0);
  const ReliabilityBin coin{0.4, 0.6, 1, 0.5, 0.0};
  EXPECT_NEAR(calibration_error_by_chance(std::vector{coin}), 0.5, 1e-12) << "one toss is off by a half, always";
  core::Random random(3);
  for (const std::uint64_t rows : {std::uint64_t{20}, std::uint64_t{200}, std::uint64_t{2000}}) {
    std::vector<ReliabilityBin> bins;
    for (const double p : {0.45, 0.55, 0.65, 0.75, 0.85, 0.95}) bins.push_back({p - 0.05, p + 0.05, rows, p, 0});
    const double limit = calibration_error_by_chance(bins);
    int beyond = 0;
    constexpr int kSets = 1000;
    for (int set = 0; set < kSets; ++set) {
      double error = 0;
      for (const auto& bin : bins) {
        std::uint64_t hits = 0;
        for (std::uint64_t i = 0; i < bin.count; ++i) hits += random.uniform() < bin.confidence ? 1 : 0;
        const auto n = static_cast<double>(bin.count);
        error += n / static_cast<double>(6 * rows) * std::abs(static_cast<double>(hits) / n - bin.confidence);
      }
      beyond += error > limit ? 1 : 0;
    }
    EXPECT_NEAR(beyond, 0.05 * kSets, 30) << rows;
  }
}

}  // namespace
}  // namespace emo::metrics
