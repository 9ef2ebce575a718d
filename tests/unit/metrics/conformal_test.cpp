#include "metrics/conformal.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(Conformal, TakesTheConservativeRank) {
  // n = 9, coverage 0.9: rank floor(0.1 * 10) = 1, the smallest score.
  EXPECT_FLOAT_EQ(static_cast<float>(conformal_threshold({.9F, .8F, .7F, .6F, .5F, .4F, .3F, .2F, .1F}, 0.9)), 0.1F);
  EXPECT_EQ(conformal_threshold({.9F, .8F, .7F, .6F, .5F, .4F, .3F, .2F}, 0.9), 0) << "8 rows are too few for 90 %";
  EXPECT_EQ(conformal_threshold({}, 0.9), 0);
}

TEST(Conformal, ACoverageNearZeroTakesTheLargestScore) {
  EXPECT_FLOAT_EQ(static_cast<float>(conformal_threshold({.2F, .9F, .5F}, 1e-12)), 0.9F) << "rank 4 of 3";
  EXPECT_EQ(conformal_threshold({}, 1e-12), 0);
}

/// Rows with class frequencies 0.7, 0.25, 0.05 and probabilities of a noisy, biased model: exchangeable by making.
void draw(core::Random& random, std::size_t rows, std::vector<float>& probabilities, std::vector<std::uint8_t>& gold) {
  probabilities.clear();
  gold.clear();
  for (std::size_t row = 0; row < rows; ++row) {
    const double u = random.uniform();
    const std::size_t truth = u < 0.7 ? 0 : u < 0.95 ? 1 : 2;
    std::vector<double> z(3);
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      z[k] = std::exp(random.normal() + (k == truth ? 1.0 : 0.0) + (k == 0 ? 0.7 : 0.0));
      sum += z[k];
    }
    for (std::size_t k = 0; k < 3; ++k) {
      probabilities.push_back(static_cast<float>(z[k] / sum));
      gold.push_back(k == truth ? 1 : 0);
    }
  }
}

TEST(Conformal, CoverageHoldsOnExchangeableRows) {
  constexpr std::uint64_t kSeed = 77;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  std::vector<float> probabilities;
  std::vector<std::uint8_t> gold;
  for (const bool class_conditional : {false, true}) {
    double covered = 0, rows = 0;
    std::vector<double> label_covered(3, 0), label_rows(3, 0);
    for (int trial = 0; trial < 300; ++trial) {
      draw(random, 400, probabilities, gold);
      const auto thresholds = conformal_thresholds(probabilities, gold, 3, 0.9, class_conditional);
      draw(random, 200, probabilities, gold);
      const auto check = check_conformal(probabilities, gold, 3, thresholds);
      covered += static_cast<double>(check.covered);
      rows += static_cast<double>(check.rows);
      for (std::size_t k = 0; k < 3; ++k) {
        label_covered[k] += static_cast<double>(check.label_covered[k]);
        label_rows[k] += static_cast<double>(check.label_rows[k]);
      }
      EXPECT_LE(check.mean_size, 3);
    }
    // 60,000 rows: the standard error is about 0.002 (the best label is always in, so it may be above).
    EXPECT_GE(covered / rows, 0.893);
    EXPECT_LE(covered / rows, 0.94);
    if (!class_conditional) {
      EXPECT_LT(label_covered[2] / label_rows[2], 0.85) << "marginal sets fail the rare class here";
      continue;
    }
    for (std::size_t k = 0; k < 3; ++k) EXPECT_GE(label_covered[k] / label_rows[k], 0.888) << "class " << k;
  }
}

TEST(Conformal, SeveralGoldLabelsMustAllBeInTheSet) {
  std::vector<float> probabilities;
  std::vector<std::uint8_t> gold;
  for (int i = 1; i <= 19; ++i) {
    probabilities.insert(probabilities.end(), {0.9F, static_cast<float>(i) / 100, 0.001F});
    gold.insert(gold.end(), {1, 1, 0});
  }
  const auto thresholds = conformal_thresholds(probabilities, gold, 3, 0.9, false);
  EXPECT_FLOAT_EQ(static_cast<float>(thresholds[0]), 0.02F) << "rank 2 of the second label's probabilities";
  const auto check = check_conformal(probabilities, gold, 3, thresholds);
  EXPECT_EQ(check.covered, 18U);
  EXPECT_EQ(check.label_covered[0], 19U);
  EXPECT_EQ(check.label_covered[1], 18U);
}

TEST(Conformal, RareClassIsAlwaysInTheSet) {
  const std::vector<float> probabilities{0.9F, 0.1F, 0.8F, 0.2F};
  const std::vector<std::uint8_t> gold{1, 0, 1, 0};
  EXPECT_EQ(conformal_thresholds(probabilities, gold, 2, 0.5, true), (std::vector<double>{0.8F, 0}));
}

}  // namespace
}  // namespace emo::metrics
