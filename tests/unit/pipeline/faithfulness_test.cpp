#include "pipeline/faithfulness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace emo::pipeline {
namespace {

/// Answers of a model whose probability is `base` plus the weights of the parts that are there.
std::vector<double> additive(const FaithfulnessTest& test, const std::vector<double>& weights, double whole) {
  std::vector<double> scores;
  for (const auto& removal : test.removals()) {
    double score = whole;
    for (const std::size_t part : removal) score -= weights[part];
    scores.push_back(score);
  }
  return scores;
}

TEST(Faithfulness, TheRightOrderBeatsChance) {
  const std::vector<double> weights{0.05, 0.4, 0.0, 0.1, -0.05, 0.02, 0.03, 0.0, 0.01, 0.04};
  const FaithfulnessTest test(weights, 20, 7);
  const auto figures = test.read(0.9, additive(test, weights, 0.9));
  EXPECT_LT(figures.deletion, figures.random);
  EXPECT_GT(figures.insertion, figures.random);
  EXPECT_EQ(figures.verdict, "supported");
  EXPECT_GT(figures.random_spread, 0);
  EXPECT_EQ(figures.random_orders, 20);
  EXPECT_EQ(figures.seed, 7U);
}

TEST(Faithfulness, TheOppositeOrderIsContradicted) {
  const std::vector<double> truth{0.05, 0.4, 0.0, 0.1, 0.05, 0.02};
  std::vector<double> claimed;
  for (const double weight : truth) claimed.push_back(-weight);
  const FaithfulnessTest test(claimed, 10, 1);
  EXPECT_EQ(test.read(0.9, additive(test, truth, 0.9)).verdict, "contradicted");
}

TEST(Faithfulness, WorseOnOneCurveAloneIsWeak) {
  Faithfulness mixed;
  mixed.deletion = 0.60;
  mixed.random = 0.50;
  mixed.insertion = 0.55;
  mixed.gain = (mixed.insertion - mixed.deletion) / 2;
  EXPECT_EQ(judge(mixed), "weak") << "as the documents say";
  mixed.insertion = 0.45;
  mixed.gain = (mixed.insertion - mixed.deletion) / 2;
  EXPECT_EQ(judge(mixed), "contradicted");
}

TEST(Faithfulness, AConstantModelSupportsNothing) {
  const std::vector<double> weights{0.3, 0.2, 0.1};
  const FaithfulnessTest test(weights, 5, 1);
  const auto figures = test.read(0.8, std::vector<double>(test.removals().size(), 0.8));
  EXPECT_DOUBLE_EQ(figures.deletion, 0.8);
  EXPECT_DOUBLE_EQ(figures.insertion, 0.8);
  EXPECT_DOUBLE_EQ(figures.random, 0.8);
  EXPECT_EQ(figures.verdict, "weak");
}

TEST(Faithfulness, AreasAreExactOnTwoParts) {
  // One point: one of the two parts taken out. The area over shares 0..1/2 is the mean of both ends.
  const std::vector<double> weights{1.0, 0.0};
  const FaithfulnessTest test(weights, 1, 1);
  ASSERT_EQ(test.removals().size(), 3U);
  EXPECT_EQ(test.removals()[0], (std::vector<std::size_t>{0}));
  EXPECT_EQ(test.removals()[1], (std::vector<std::size_t>{1}));
  const auto figures = test.read(0.8, std::vector<double>{0.2, 0.8, 0.2});
  EXPECT_DOUBLE_EQ(figures.deletion, 0.5);
  EXPECT_DOUBLE_EQ(figures.insertion, 0.8);
}

TEST(Faithfulness, CheapPointsAreOneAThirdTwoThirdsAndAllButOne) {
  const std::vector<double> weights{0.3, 0.2, 0.1, 0, 0, 0, 0, 0, 0};
  const FaithfulnessTest test(weights, 1, 1, CurvePoints::kCheap);
  ASSERT_EQ(test.removals().size(), 12U);
  EXPECT_EQ(test.removals()[0], (std::vector<std::size_t>{0})) << "known from the weights";
  EXPECT_EQ(test.removals()[1].size(), 3U);
  EXPECT_EQ(test.removals()[2].size(), 6U);
  EXPECT_EQ(test.removals()[3].size(), 8U);
  EXPECT_EQ(FaithfulnessTest(std::vector<double>(3, 0.0), 1, 1, CurvePoints::kCheap).removals().size(), 6U)
      << "one and two of three: the points fall together";
  const auto figures = test.read(0.9, additive(test, weights, 0.9));
  // 0.9, 0.6 after one of nine, 0.3 from three on.
  EXPECT_NEAR(figures.deletion, (1 * 0.75 + 2 * 0.45 + 5 * 0.3) / 8, 1e-12);
  EXPECT_EQ(figures.verdict, "supported");
}

TEST(Faithfulness, NothingIsEverTakenOutWhole) {
  for (std::size_t n = 2; n < 40; ++n) {
    const FaithfulnessTest test(std::vector<double>(n, 0.0), 3, n);
    for (const auto& removal : test.removals()) {
      EXPECT_GE(removal.size(), 1U);
      EXPECT_LT(removal.size(), n);
      EXPECT_EQ(std::set<std::size_t>(removal.begin(), removal.end()).size(), removal.size());
    }
  }
}

TEST(Faithfulness, APairOfOrdersVariesLessThanTwoOrdersAlone) {
  const std::vector<double> weights{0.05, 0.3, 0.0, 0.1, -0.05, 0.02, 0.13, 0.0, 0.01, 0.04};
  const auto spread_of_means = [&](int orders) {
    double sum = 0, squares = 0;
    constexpr int kSeeds = 200;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      const FaithfulnessTest test(weights, orders, seed);
      const double mean = test.read(0.9, additive(test, weights, 0.9)).random;
      sum += mean;
      squares += mean * mean;
    }
    return std::sqrt(squares / kSeeds - sum * sum / kSeeds / kSeeds);
  };
  // Independent orders would give 0.71 of the spread of one.
  EXPECT_LT(spread_of_means(2), 0.4 * spread_of_means(1));
}

TEST(Faithfulness, TheSeedDecidesTheOrders) {
  const std::vector<double> weights(20, 0.0);
  EXPECT_EQ(FaithfulnessTest(weights, 3, 1).removals(), FaithfulnessTest(weights, 3, 1).removals());
  EXPECT_NE(FaithfulnessTest(weights, 3, 1).removals(), FaithfulnessTest(weights, 3, 2).removals());
}

TEST(Faithfulness, TheWeightsDoNotDecideTheRandomOrders) {
  std::vector<double> weights(20, 0.0), others(20, 0.0);
  for (std::size_t k = 0; k < weights.size(); ++k) weights[k] = static_cast<double>(k * 7 % 20);
  const auto a = FaithfulnessTest(weights, 2, 1).removals(), b = FaithfulnessTest(others, 2, 1).removals();
  ASSERT_EQ(a.size(), b.size());
  const std::size_t half = a.size() / 2;  // the first two of four orders are by weight
  EXPECT_NE(std::vector(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(half)),
            std::vector(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(half)));
  EXPECT_EQ(std::vector(a.begin() + static_cast<std::ptrdiff_t>(half), a.end()),
            std::vector(b.begin() + static_cast<std::ptrdiff_t>(half), b.end()));
}

TEST(Faithfulness, OneRandomOrderIsOne) {
  Faithfulness faithfulness;
  faithfulness.random_orders = 1;
  EXPECT_NE(describe(faithfulness, "words").find("(1 order):"), std::string::npos);
  faithfulness.random_orders = 2;
  EXPECT_NE(describe(faithfulness, "words").find("(2 orders):"), std::string::npos);
}

}  // namespace
}  // namespace emo::pipeline
