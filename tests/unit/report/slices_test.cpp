// Which parts of the data become slices, and in which order.
#include "report/slices.hpp"

#include <gtest/gtest.h>

namespace emo::report {
namespace {

PredictionLine line_with(const std::string& column, const std::string& value) {
  PredictionLine line;
  line.gold = {"joy"};
  line.extra[column] = value;
  return line;
}

// `n` rows each of `values` in one column, every `wrong_every`-th row wrong.
std::vector<Slice> slices_of(const std::vector<std::string>& values, std::size_t n, std::size_t wrong_every) {
  SliceCounter counter;
  std::vector<std::uint8_t> right;
  for (const auto& value : values) {
    for (std::size_t i = 0; i < n; ++i) {
      counter.add(line_with("part", value), right.size());
      right.push_back((i + 1) % wrong_every == 0 ? 0 : 1);
    }
  }
  return counter.finish(right);
}

TEST(SliceCounter, CountsRowsAndRightAnswersOfEachValue) {
  const auto slices = slices_of({"tweet", "poem"}, 20, 4);
  ASSERT_EQ(slices.size(), 2U);
  EXPECT_EQ(slices[0].column, "part");
  EXPECT_EQ(slices[0].value, "poem");
  EXPECT_EQ(slices[1].value, "tweet");
  EXPECT_EQ(slices[0].rows, 20U);
  EXPECT_EQ(slices[0].right, 15U);
  EXPECT_LT(slices[0].interval.low, 0.75);
  EXPECT_GT(slices[0].interval.high, 0.75);
}

TEST(SliceCounter, NumbersSortAsNumbers) {
  const auto slices = slices_of({"100+ words", "10-19 words", "5-9 words", "0-4 words"}, 20, 4);
  ASSERT_EQ(slices.size(), 4U);
  EXPECT_EQ(slices[0].value, "0-4 words");
  EXPECT_EQ(slices[1].value, "5-9 words");
  EXPECT_EQ(slices[2].value, "10-19 words");
  EXPECT_EQ(slices[3].value, "100+ words");
}

TEST(SliceCounter, FewRowsOneValueOrTooManyMakeNone) {
  EXPECT_TRUE(slices_of({"a", "b"}, SliceCounter::kMinSliceRows - 1, 4).empty());
  EXPECT_TRUE(slices_of({"a"}, 100, 4).empty());
  std::vector<std::string> values;
  for (std::size_t i = 0; i < SliceCounter::kMaxSliceValues; ++i) values.push_back("v" + std::to_string(i));
  EXPECT_EQ(slices_of(values, 20, 4).size(), SliceCounter::kMaxSliceValues);
  values.emplace_back("one more");
  EXPECT_TRUE(slices_of(values, 20, 4).empty());
}

TEST(SliceCounter, TextLengthAndNumberOfLabelsAreColumnsToo) {
  SliceCounter counter;
  for (std::size_t row = 0; row < 80; ++row) {
    PredictionLine line;
    line.text = row % 2 == 0 ? "three short words" : "a text that has rather more than five words";
    line.gold = row < 40 ? std::vector<std::string>{"joy"} : std::vector<std::string>{"joy", "love"};
    counter.add(line, row);
  }
  const auto slices = counter.finish(std::vector<std::uint8_t>(80, 1));
  ASSERT_EQ(slices.size(), 4U);
  EXPECT_EQ(slices[0].column, "gold labels");
  EXPECT_EQ(slices[0].value, "one");
  EXPECT_EQ(slices[1].value, "several");
  EXPECT_EQ(slices[2].column, "text length");
  EXPECT_EQ(slices[2].value, "0-4 words");
  EXPECT_EQ(slices[3].value, "5-9 words");
}

TEST(SliceCounter, RowsWithoutATrueLabelDoNotHaveSeveral) {
  SliceCounter counter;
  for (std::size_t row = 0; row < 60; ++row) {
    PredictionLine line;
    if (row % 3 != 0) line.gold = {"joy"};
    if (row % 3 == 2) line.gold.emplace_back("love");
    counter.add(line, row);
  }
  const auto slices = counter.finish(std::vector<std::uint8_t>(60, 1));
  ASSERT_EQ(slices.size(), 3U);
  EXPECT_EQ(slices[0].value, "none");
  EXPECT_EQ(slices[1].value, "one");
  EXPECT_EQ(slices[2].value, "several");
  for (const auto& slice : slices) EXPECT_EQ(slice.rows, 20U);
}

}  // namespace
}  // namespace emo::report
