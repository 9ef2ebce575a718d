#include "dataset/split_column.hpp"

#include <gtest/gtest.h>

namespace emo::dataset {
namespace {

using Extra = std::map<std::string, std::string>;

TEST(SplitColumn, IsTheOneWhoseValuesAreParts) {
  SplitColumn columns;
  columns.add({{"set", "train"}, {"author", "train"}});
  columns.add({{"set", " Test"}, {"author", "ann"}});
  columns.add({{"set", "validation"}, {"author", "test"}});
  const auto found = columns.found();
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->name, "set");
  EXPECT_EQ((*found)->splits, (std::vector<Split>{Split::kTrain, Split::kTest, Split::kDev}));
}

TEST(SplitColumn, OnePartAloneOrAMissingValueIsNone) {
  SplitColumn same;
  for (int i = 0; i < 3; ++i) same.add({{"split", "train"}});
  EXPECT_FALSE(*same.found());
  SplitColumn missing;
  missing.add({{"split", "train"}});
  missing.add({{"split", "test"}});
  missing.add(Extra{});
  EXPECT_FALSE(*missing.found());
  EXPECT_FALSE(*SplitColumn().found());
}

TEST(SplitColumn, TheNameDecidesBetweenTwo) {
  SplitColumn columns;
  columns.add({{"Usage", "Training"}, {"a", "test"}});
  columns.add({{"Usage", "PublicTest"}, {"a", "train"}});
  EXPECT_EQ((*columns.found())->name, "Usage");
}

TEST(SplitColumn, ASlipInOneCalledSoIsNoReasonToForgetIt) {
  const auto with = [](const char* name, int rows, const char* slip) {
    SplitColumn columns;
    for (int i = 0; i < rows; ++i) columns.add({{name, i % 2 == 0 ? "train" : "test"}});
    columns.add({{name, slip}});
    return columns.found();
  };
  const auto slip = with("Split", 12, "tset");
  ASSERT_FALSE(slip);
  EXPECT_EQ(
      slip.error().message,
      "the column 'Split' says which part each row is in, but 1 row has 'tset' there: expected train, dev or test "
      "(call the column otherwise if it means something else)");
  EXPECT_NE(with("usage", 12, "").error().message.find("1 row has nothing there"), std::string::npos);
  EXPECT_FALSE(*with("split", 5, "tset")) << "no tenth of the rows";
  EXPECT_FALSE(*with("review", 12, "tset")) << "called something else";
}

}  // namespace
}  // namespace emo::dataset
