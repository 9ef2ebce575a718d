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
  ASSERT_TRUE(found);
  EXPECT_EQ(found->name, "set");
  EXPECT_EQ(found->splits, (std::vector<Split>{Split::kTrain, Split::kTest, Split::kDev}));
}

TEST(SplitColumn, OnePartAloneOrAMissingValueIsNone) {
  SplitColumn same;
  for (int i = 0; i < 3; ++i) same.add({{"split", "train"}});
  EXPECT_FALSE(same.found());
  SplitColumn missing;
  missing.add({{"split", "train"}});
  missing.add({{"split", "test"}});
  missing.add(Extra{});
  EXPECT_FALSE(missing.found());
  EXPECT_FALSE(SplitColumn().found());
}

TEST(SplitColumn, TheNameDecidesBetweenTwo) {
  SplitColumn columns;
  columns.add({{"Usage", "Training"}, {"a", "test"}});
  columns.add({{"Usage", "PublicTest"}, {"a", "train"}});
  EXPECT_EQ(columns.found()->name, "Usage");
}

}  // namespace
}  // namespace emo::dataset
