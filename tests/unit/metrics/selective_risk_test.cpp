#include "metrics/selective_risk.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(ClopperPearson, KnownValues) {
  // scipy.stats.binomtest(7, 20).proportion_ci(method="exact"): 0.15390920, 0.59218853
  const auto interval = clopper_pearson(7, 20);
  EXPECT_NEAR(interval.low, 0.15390920, 1e-7);
  EXPECT_NEAR(interval.high, 0.59218853, 1e-7);
  EXPECT_EQ(clopper_pearson(0, 10).low, 0);
  EXPECT_NEAR(clopper_pearson(0, 10).high, 1 - std::pow(0.025, 0.1), 1e-9);
  EXPECT_EQ(clopper_pearson(10, 10).high, 1);
  EXPECT_EQ(clopper_pearson(0, 0).high, 1);
  EXPECT_NEAR(incomplete_beta(2, 3, 0.4), 0.5248, 1e-9);
  EXPECT_NEAR(incomplete_beta(50000, 50000, 0.5), 0.5, 1e-7);
}

void draw(core::Random& random, std::vector<float>& confidences, std::vector<std::uint8_t>& wrong) {
  confidences.clear();
  wrong.clear();
  for (int i = 0; i < 1000; ++i) {
    const double p = 0.3 + 0.7 * random.uniform();
    confidences.push_back(static_cast<float>(p));
    wrong.push_back(random.uniform() < 1 - p ? 1 : 0);
  }
}

TEST(RiskThreshold, HoldsAsOftenAsItSays) {
  constexpr std::uint64_t kSeed = 3;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  std::vector<float> confidences;
  std::vector<std::uint8_t> wrong;
  int broken = 0, not_found = 0;
  double coverage = 0;
  constexpr int kTrials = 400;
  for (int trial = 0; trial < kTrials; ++trial) {
    draw(random, confidences, wrong);
    const auto fit = fit_risk_threshold(confidences, wrong, 0.15, 0.9);
    if (!fit.found) {  // the very first step met bad luck: rare, and safe
      ++not_found;
      continue;
    }
    // The true risk of "confidence >= t" here is the mean of 1 - p over t..1.
    broken += (1 - fit.min_confidence) / 2 > 0.15 ? 1 : 0;
    coverage += static_cast<double>(fit.answered) / static_cast<double>(fit.rows) / kTrials;
  }
  EXPECT_LE(broken, kTrials * 0.1 + 3 * std::sqrt(kTrials * 0.09));
  EXPECT_LE(not_found, kTrials / 20);
  EXPECT_GT(coverage, 0.25) << "the best possible is 0.43";
}

TEST(RiskThreshold, AFewConfidentMistakesDoNotEndTheSearch) {
  std::vector<float> confidences;
  std::vector<std::uint8_t> wrong;
  for (int i = 0; i < 1000; ++i) {
    confidences.push_back(1.0F - 0.0005F * static_cast<float>(i));
    wrong.push_back(i % 3 == 0 && i < 30 ? 1 : 0);  // ten of the thirty surest
  }
  const auto fit = fit_risk_threshold(confidences, wrong, 0.2, 0.9);
  ASSERT_TRUE(fit.found) << fit.bound;
  EXPECT_EQ(fit.answered, 1000U);
}

TEST(RiskThreshold, BeginsWhereHalfTheRiskWouldPassAlmostAlways) {
  const auto tested = [](std::size_t rows, double risk) {
    std::vector<float> confidences;
    for (std::size_t i = 0; i < rows; ++i) confidences.push_back(1.0F - 0.0001F * static_cast<float>(i));
    return fit_risk_threshold(confidences, std::vector<std::uint8_t>(rows, 1), risk, 0.9);
  };
  // The smallest n with P(X <= c) >= 0.95 for X of binomial(n, risk / 2), where c is the largest count that passes.
  EXPECT_EQ(tested(1000, 0.2).answered, 109U);
  EXPECT_EQ(tested(1000, 0.1).answered, 233U);
  EXPECT_EQ(tested(1000, 0.2).wrong, 109U) << "a refusal tells what was tested";
  EXPECT_EQ(tested(160, 0.2).answered, 80U) << "half of the rows";
  EXPECT_EQ(tested(50, 0.2).answered, 38U) << "4 mistakes of 38 can pass at all";
  EXPECT_EQ(tested(20, 0.2).answered, 20U);
}

TEST(RiskThreshold, SaysWhenNothingHolds) {
  const std::vector<float> confidences(200, 0.9F);
  const std::vector<std::uint8_t> wrong(200, 1);
  const auto fit = fit_risk_threshold(confidences, wrong, 0.1);
  EXPECT_FALSE(fit.found);
  EXPECT_GT(fit.bound, 0.9);
  EXPECT_FALSE(fit_risk_threshold({}, {}, 0.1).found);
  const std::vector<std::uint8_t> right(200, 0);
  const auto all = fit_risk_threshold(confidences, right, 0.1);
  EXPECT_TRUE(all.found);
  EXPECT_EQ(all.answered, 200U) << "equal confidences are answered together";
  EXPECT_EQ(risk_at(confidences, wrong, 0.95).answered, 0U);
  EXPECT_EQ(risk_at(confidences, wrong, 0.5).wrong, 200U);
}

}  // namespace
}  // namespace emo::metrics
