#include "doctor/data_view.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

TEST(DataView, CountsRowsAndLabelsPerSplit) {
  auto view = test::sample_view({{0, {0}}, {0, {0, 2}}, {0, {}}, {1, {2}}});
  EXPECT_EQ(view.rows_per_split(), (std::vector<std::uint64_t>{3, 1}));
  EXPECT_EQ(view.label_counts(), (std::vector<std::uint64_t>{2, 0, 1, 0, 0, 1}));
}

TEST(DataView, PlacesAndNames) {
  auto view = test::sample_view({{0, {0, 2}}, {1, {}}});
  EXPECT_EQ(view.place(0).file, "train.jsonl");
  EXPECT_EQ(view.place(0).row, 1U);
  view.items[1].file = "b.jpg";
  view.items[1].row = 0;
  EXPECT_EQ(view.place(1).file, "b.jpg") << "an item that is a file of its own";
  EXPECT_EQ(view.label_text(0), "anger|joy");
  EXPECT_EQ(view.label_text(1), "none");
}

TEST(DataView, TheTrainingSplitIsTheNamedOneOrTheOnlyOne) {
  auto view = test::sample_view({{0, {0}}});
  EXPECT_EQ(view.train_split(), 0U);
  std::swap(view.splits[0], view.splits[1]);
  EXPECT_EQ(view.train_split(), 1U);
  view.splits[1].role = SplitRole::kDev;
  EXPECT_EQ(view.train_split(), SIZE_MAX);
  view.splits.resize(1);
  EXPECT_EQ(view.train_split(), 0U);
}

TEST(DataView, RolesGoByNameInAnyCase) {
  EXPECT_EQ(role_of("Training"), SplitRole::kTrain);
  EXPECT_EQ(role_of("PublicTest"), SplitRole::kDev);
  EXPECT_EQ(role_of("VAL"), SplitRole::kDev);
  EXPECT_EQ(role_of("PrivateTest"), SplitRole::kTest);
  EXPECT_EQ(role_of("contest"), SplitRole::kOther);
  EXPECT_EQ(role_of(""), SplitRole::kOther);
}

}  // namespace
}  // namespace emo::doctor
