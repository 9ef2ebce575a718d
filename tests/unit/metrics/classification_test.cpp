#include "metrics/classification.hpp"

#include <gtest/gtest.h>

#include <array>

namespace emo::metrics {
namespace {

TEST(Classification, ScoreOfCounts) {
  const ClassScore s = score({6, 2, 4});
  EXPECT_DOUBLE_EQ(s.precision, 0.75);
  EXPECT_DOUBLE_EQ(s.recall, 0.6);
  EXPECT_DOUBLE_EQ(s.f1, 12.0 / 18.0);
  EXPECT_EQ(s.support, 10U);
}

TEST(Classification, EmptyDivisorsAreZero) {
  const ClassScore s = score({});
  EXPECT_EQ(s.precision, 0);
  EXPECT_EQ(s.recall, 0);
  EXPECT_EQ(s.f1, 0);
  EXPECT_EQ(macro_f1({}), 0);
  EXPECT_EQ(micro_f1({}), 0);
  EXPECT_EQ(weighted_f1({}), 0);
}

TEST(Classification, MacroAveragesDifferInTheClassesTheyCount) {
  // Perfect; predicted but absent; neither.
  const std::array<ClassCounts, 3> counts{{{5, 0, 0}, {0, 2, 0}, {0, 0, 0}}};
  EXPECT_DOUBLE_EQ(macro_f1(counts, MacroOver::kPresent), 1.0);
  EXPECT_DOUBLE_EQ(macro_f1(counts, MacroOver::kSeen), 0.5);
  EXPECT_DOUBLE_EQ(macro_f1(counts, MacroOver::kAll), 1.0 / 3.0);
  EXPECT_DOUBLE_EQ(micro_f1(counts), 10.0 / 12.0);
  EXPECT_DOUBLE_EQ(weighted_f1(counts), 1.0);
}

}  // namespace
}  // namespace emo::metrics
