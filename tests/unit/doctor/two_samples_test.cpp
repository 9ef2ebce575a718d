#include "doctor/two_samples.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace emo::doctor {
namespace {

TEST(CompareCounts, KnownTable) {
  // scipy.stats.chi2_contingency([[10, 20, 30], [20, 20, 20]], correction=False): 5.3333, p = 0.0695
  const std::vector<std::uint64_t> first{10, 20, 30}, second{20, 20, 20};
  const auto shift = compare_counts(first, second);
  EXPECT_NEAR(shift.cramers_v, std::sqrt(16.0 / 3 / 120), 1e-9);
  EXPECT_NEAR(shift.p_value, 0.0695, 0.002);
  const std::vector<std::uint64_t> none{0, 0, 0};
  EXPECT_EQ(compare_counts(first, none).p_value, 1);
  EXPECT_EQ(compare_counts(first, first).cramers_v, 0);
}

TEST(CompareValues, KnownDistances) {
  EXPECT_DOUBLE_EQ(compare_values({1, 2, 3, 4}, {5, 6}).distance, 1);
  EXPECT_DOUBLE_EQ(compare_values({1, 2, 3, 4}, {1, 2, 3, 4}).distance, 0);
  EXPECT_DOUBLE_EQ(compare_values({1, 1, 1, 2}, {1, 2, 2, 2}).distance, 0.5) << "ties are passed together";
  EXPECT_EQ(compare_values({}, {1}).p_value, 1);
}

TEST(CompareValues, PValuesAreUniformWithoutAShift) {
  constexpr std::uint64_t kSeed = 4;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  int small = 0;
  for (int trial = 0; trial < 400; ++trial) {
    std::vector<double> a, b;
    for (int i = 0; i < 150; ++i) a.push_back(random.normal());
    for (int i = 0; i < 100; ++i) b.push_back(random.normal());
    small += compare_values(a, b).p_value < 0.1 ? 1 : 0;
  }
  EXPECT_GT(small, 15);
  EXPECT_LT(small, 65);
}

TEST(SizeInWords, Bounds) {
  EXPECT_EQ(size_in_words(0.04, kKolmogorovSizes), "negligible");
  EXPECT_EQ(size_in_words(0.05, kKolmogorovSizes), "small");
  EXPECT_EQ(size_in_words(0.2, kKolmogorovSizes), "moderate");
  EXPECT_EQ(size_in_words(0.9, kKolmogorovSizes), "large");
}

}  // namespace
}  // namespace emo::doctor
