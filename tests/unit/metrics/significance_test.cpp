#include "metrics/significance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

void add(LabelSets& sets, std::uint32_t gold, std::uint32_t predicted) {
  const std::array<std::uint32_t, 1> g{gold};
  const std::array<std::uint32_t, 1> p{predicted};
  sets.add(g, p, gold == predicted);
}

TEST(McNemar, NothingToCompare) {
  EXPECT_EQ(mcnemar({}, {}).p_value, 1);
  const std::vector<std::uint8_t> same{1, 0, 1};
  EXPECT_EQ(mcnemar(same, same).p_value, 1);
  EXPECT_EQ(mcnemar(same, same).statistic, 0);
}

TEST(McNemar, ChiSquareTakesOverNearTheExactTest) {
  // 1,001 discordant rows use the approximation; at 1,000 the exact value is close to it.
  const auto with = [](std::size_t only_a, std::size_t only_b) {
    std::vector<std::uint8_t> a(only_a, 1);
    std::vector<std::uint8_t> b(only_a, 0);
    a.resize(only_a + only_b, 0);
    b.resize(only_a + only_b, 1);
    return mcnemar(a, b).p_value;
  };
  EXPECT_NEAR(with(530, 470), with(530, 471), 0.01);
  EXPECT_LT(with(600, 401), 1e-8);
}

TEST(McNemar, TheExactTestIsTheSumOfItsTerms) {
  for (std::uint64_t n = 1; n <= 40; ++n) {
    for (std::uint64_t k = 0; k <= n; ++k) {
      // P(X <= min(k, n - k)) by Pascal's rule.
      double tail = 0;
      double term = std::pow(0.5, static_cast<double>(n));
      for (std::uint64_t i = 0; i <= std::min(k, n - k); ++i) {
        tail += term;
        term *= static_cast<double>(n - i) / static_cast<double>(i + 1);
      }
      std::vector<std::uint8_t> a(k, 1);
      std::vector<std::uint8_t> b(k, 0);
      a.resize(n, 0);
      b.resize(n, 1);
      EXPECT_NEAR(mcnemar(a, b).exact_p, std::min(1.0, 2 * tail), 1e-12) << n << " " << k;
    }
  }
}

TEST(PairedBootstrap, FindsARealDifferenceAndNoFalseOne) {
  core::Random random(9);
  LabelSets good(3);
  LabelSets poor(3);
  for (int i = 0; i < 600; ++i) {
    const auto gold = static_cast<std::uint32_t>(random.below(3));
    add(good, gold, random.uniform() < 0.9 ? gold : (gold + 1) % 3);
    add(poor, gold, random.uniform() < 0.6 ? gold : (gold + 1) % 3);
  }
  const auto difference = paired_bootstrap(good, poor);
  EXPECT_GT(difference.accuracy.low, 0.2);
  EXPECT_GT(difference.macro_f1.low, 0.2);
  EXPECT_LE(difference.macro_f1_p, 0.001 + 1e-12);
  const auto same = paired_bootstrap(good, good);
  EXPECT_EQ(same.accuracy_difference, 0);
  EXPECT_EQ(same.accuracy_p, 1);
}

TEST(PairedBootstrap, NoRows) {
  const auto none = paired_bootstrap(LabelSets(2), LabelSets(2));
  EXPECT_EQ(none.resamples, 0);
  EXPECT_EQ(none.macro_f1_p, 1);
}

}  // namespace
}  // namespace emo::metrics
