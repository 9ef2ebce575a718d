// The generator against its published algorithm, and the distributions against their definitions.
#include "core/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

namespace emo::core {
namespace {

TEST(Random, FirstValuesFromAKnownState) {
  // From the state {1, 2, 3, 4} by the definition: the 1st is rotl(2 * 5, 7) * 9 = 1280 * 9; one step later
  // s1 = 2 ^ 3 ^ 1 = 0, so the 2nd is 0; then s1 = 262149 and the 3rd is rotl(262149 * 5, 7) * 9.
  Random random(Random::State{1, 2, 3, 4});
  EXPECT_EQ(random.next(), 11520U);
  EXPECT_EQ(random.next(), 0U);
  EXPECT_EQ(random.next(), 1509978240U);
}

TEST(Random, SameSeedSameStreamAndStateRestores) {
  Random a(7), b(7), c(8);
  EXPECT_EQ(a.next(), b.next());
  EXPECT_NE(a.next(), c.next());
  a.normal();
  Random resumed(a.state());
  for (int i = 0; i < 10; ++i) EXPECT_EQ(a.next(), resumed.next());
  EXPECT_NE(Random(Random::State{}).next(), 0U);
}

TEST(Random, BelowIsInRangeAndEven) {
  Random random(1);
  std::array<int, 7> seen{};
  for (int i = 0; i < 70'000; ++i) {
    const auto value = random.below(7);
    ASSERT_LT(value, 7U);
    ++seen[value];
  }
  for (const int n : seen) EXPECT_NEAR(n, 10'000, 500);  // five standard deviations
  EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, UniformAndNormalMoments) {
  Random random(2);
  constexpr int kDraws = 200'000;
  double mean = 0, normal_mean = 0, normal_square = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double u = random.uniform();
    ASSERT_GE(u, 0.0);
    ASSERT_LT(u, 1.0);
    mean += u / kDraws;
    const double z = random.normal();
    ASSERT_TRUE(std::isfinite(z));
    normal_mean += z / kDraws;
    normal_square += z * z / kDraws;
  }
  EXPECT_NEAR(mean, 0.5, 0.004);
  EXPECT_NEAR(normal_mean, 0.0, 0.012);
  EXPECT_NEAR(normal_square, 1.0, 0.02);
}

TEST(Random, ShuffleIsAPermutationAndReachesEveryOrder) {
  Random random(3);
  std::set<std::vector<int>> orders;
  for (int i = 0; i < 500; ++i) {
    std::vector<int> items{1, 2, 3, 4};
    random.shuffle(std::span(items));
    orders.insert(items);
    std::sort(items.begin(), items.end());
    EXPECT_EQ(items, (std::vector<int>{1, 2, 3, 4}));
  }
  EXPECT_EQ(orders.size(), 24U);
}

TEST(Random, SplitStreamsDiffer) {
  Random parent(4);
  Random child = parent.split();
  EXPECT_NE(parent.next(), child.next());
}

}  // namespace
}  // namespace emo::core
