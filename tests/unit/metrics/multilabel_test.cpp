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

TEST(MultiLabelCounts, EqualBruteForce) {
  core::Random random(3);
  MultiLabelCounts counts(3);
  double exact = 0, any = 0, jaccard = 0, wrong = 0;
  constexpr int kRows = 200;
  for (int i = 0; i < kRows; ++i) {
    Flags gold{};
    Flags predicted{};
    int both = 0, either = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      gold[k] = static_cast<std::uint8_t>(random.below(2));
      predicted[k] = static_cast<std::uint8_t>(random.below(2));
      both += gold[k] & predicted[k];
      either += gold[k] | predicted[k];
    }
    counts.add(gold, predicted);
    exact += both == either ? 1 : 0;
    any += both > 0 ? 1 : 0;
    jaccard += either > 0 ? static_cast<double>(both) / either : 0;
    wrong += either - both;
  }
  EXPECT_DOUBLE_EQ(counts.exact_match(), exact / kRows);
  EXPECT_DOUBLE_EQ(counts.any_match(), any / kRows);
  EXPECT_NEAR(counts.jaccard(), jaccard / kRows, 1e-12);
  EXPECT_NEAR(counts.hamming_loss(), wrong / (3 * kRows), 1e-12);
}

}  // namespace
}  // namespace emo::metrics
