#include "metrics/confusion.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(ConfusionMatrix, EmptyInput) {
  const ConfusionMatrix confusion(3);
  EXPECT_EQ(confusion.total(), 0U);
  EXPECT_EQ(confusion.accuracy(), 0);
  EXPECT_EQ(confusion.balanced_accuracy(), 0);
  EXPECT_TRUE(std::isnan(confusion.cohen_kappa()));
}

TEST(ConfusionMatrix, TheBestScoreIsWhatWasPredicted) {
  ConfusionMatrix confusion(3);
  const std::vector<float> last{-2, 0.5F, 3}, tied{1, 1, 0};
  EXPECT_EQ(confusion.add_best(0, last), 2U);
  EXPECT_EQ(confusion.add_best(1, tied), 0U);
  EXPECT_EQ(confusion.at(0, 2), 1U);
  EXPECT_EQ(confusion.at(1, 0), 1U);
  EXPECT_EQ(confusion.total(), 2U);
}

TEST(ConfusionMatrix, CountsByBruteForce) {
  core::Random random(11);
  std::vector<std::pair<std::size_t, std::size_t>> rows;
  ConfusionMatrix confusion(5);
  for (int i = 0; i < 300; ++i) {
    rows.emplace_back(random.below(5), random.below(5));
    confusion.add(rows.back().first, rows.back().second);
  }
  const auto counts = confusion.class_counts();
  for (std::size_t k = 0; k < 5; ++k) {
    ClassCounts expected;
    for (const auto& [gold, predicted] : rows) {
      expected.tp += gold == k && predicted == k ? 1 : 0;
      expected.fp += gold != k && predicted == k ? 1 : 0;
      expected.fn += gold == k && predicted != k ? 1 : 0;
    }
    EXPECT_EQ(counts[k], expected) << k;
  }
}

TEST(ConfusionMatrixDeathTest, RefusesAClassOutOfRange) {
  ConfusionMatrix confusion(2);
  EXPECT_DEATH(confusion.add(2, 0), "gold < classes_");
}

TEST(ConfusionMatrix, TopConfusionsAreOrderedByCountThenRate) {
  ConfusionMatrix confusion(3);
  confusion.add(0, 0, 80);
  confusion.add(0, 1, 20);
  confusion.add(1, 0, 20);
  confusion.add(1, 1, 20);
  confusion.add(2, 1, 3);
  const auto top = confusion.top_confusions(10);
  ASSERT_EQ(top.size(), 3U);
  EXPECT_EQ(top[0].gold, 1U) << "half of class 1 is worse than a fifth of class 0";
  EXPECT_EQ(top[0].rate, 0.5);
  EXPECT_EQ(top[1].gold, 0U);
  EXPECT_EQ(top[2].count, 3U);
  EXPECT_EQ(top[2].rate, 1);
  EXPECT_EQ(confusion.top_confusions(1).size(), 1U);
  confusion.reset();
  EXPECT_EQ(confusion.total(), 0U);
  EXPECT_TRUE(confusion.top_confusions(5).empty());
}

}  // namespace
}  // namespace emo::metrics
