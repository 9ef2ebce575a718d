#include "metrics/multilabel.hpp"

#include <gtest/gtest.h>

#include <array>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

using Flags = std::array<std::uint8_t, 3>;

TEST(MultiLabelCounts, HandWorkedRows) {
  MultiLabelCounts counts(3);
  counts.add(Flags{1, 1, 0}, Flags{1, 0, 0});  // F1 2/3, Jaccard 1/2
  counts.add(Flags{0, 0, 1}, Flags{0, 0, 1});  // exact
  counts.add(Flags{0, 0, 0}, Flags{0, 1, 0});  // nothing right
  counts.add(Flags{0, 0, 0}, Flags{0, 0, 0});  // both empty: exact, yet 0 for F1 and Jaccard
  EXPECT_DOUBLE_EQ(counts.sample_f1(), (2.0 / 3 + 1) / 4);
  EXPECT_DOUBLE_EQ(counts.jaccard(), (0.5 + 1) / 4);
  EXPECT_DOUBLE_EQ(counts.exact_match(), 0.5);
  EXPECT_DOUBLE_EQ(counts.any_match(), 0.5);
  EXPECT_DOUBLE_EQ(counts.hamming_loss(), 2.0 / 12);
  EXPECT_EQ(counts.class_counts()[1], (ClassCounts{0, 1, 1}));
}

TEST(MultiLabelCounts, EmptyInputIsZero) {
  const MultiLabelCounts counts(2);
  EXPECT_EQ(counts.sample_f1(), 0);
  EXPECT_EQ(counts.jaccard(), 0);
  EXPECT_EQ(counts.exact_match(), 0);
  EXPECT_EQ(counts.any_match(), 0);
  EXPECT_EQ(counts.hamming_loss(), 0);
}

TEST(MultiLabelCounts, MergedShardsEqualOnePass) {
  core::Random random(3);
  MultiLabelCounts whole(3);
  MultiLabelCounts left(3);
  MultiLabelCounts right(3);
  for (int i = 0; i < 200; ++i) {
    Flags gold{};
    Flags predicted{};
    for (std::size_t k = 0; k < 3; ++k) {
      gold[k] = static_cast<std::uint8_t>(random.below(2));
      predicted[k] = static_cast<std::uint8_t>(random.below(2));
    }
    whole.add(gold, predicted);
    (i < 70 ? left : right).add(gold, predicted);
  }
  left.merge(right);
  EXPECT_EQ(left.rows(), whole.rows());
  EXPECT_NEAR(left.sample_f1(), whole.sample_f1(), 1e-12);
  EXPECT_NEAR(left.jaccard(), whole.jaccard(), 1e-12);
  EXPECT_EQ(left.exact_match(), whole.exact_match());
  EXPECT_EQ(left.hamming_loss(), whole.hamming_loss());
}

}  // namespace
}  // namespace emo::metrics
