#include "metrics/columns.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace emo::metrics {
namespace {

TEST(Columns, OneAfterTheOther) {
  const std::vector<std::uint8_t> matrix{1, 2, 3, 4, 5, 6};
  std::vector<std::uint8_t> column{9, 9, 9, 9};
  copy_column<std::uint8_t>(matrix, 3, 1, column);
  EXPECT_EQ(column, (std::vector<std::uint8_t>{2, 5}));
  copy_column<std::uint8_t>({}, 3, 1, column);
  EXPECT_TRUE(column.empty());
}

TEST(Columns, EachLabelIsFittedAlone) {
  const std::vector<float> scores{1, 10, 2, 20};
  const std::vector<std::uint8_t> outcomes{1, 0, 1, 1};
  const auto sums = fit_each_label(scores, outcomes, 2, [](std::span<const float> s, std::span<const std::uint8_t> o) {
    return std::accumulate(s.begin(), s.end(), 0.0F) +
           100.0F * static_cast<float>(std::accumulate(o.begin(), o.end(), 0));
  });
  EXPECT_EQ(sums, (std::vector<float>{203, 130}));
  const auto none =
      fit_each_label({}, {}, 2, [](std::span<const float> s, std::span<const std::uint8_t>) { return s.size(); });
  EXPECT_EQ(none, (std::vector<std::size_t>{0, 0}));
}

}  // namespace
}  // namespace emo::metrics
