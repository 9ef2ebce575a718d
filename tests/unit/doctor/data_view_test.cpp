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

TEST(DataView, SpellingsOfOneLabelAreOneLabel) {
  auto view = test::sample_view({{0, {2}}, {0, {1}}, {0, {2}}, {0, {0, 1, 2}}, {1, {}}});
  view.labels = {"Joy", "anger", "joy"};
  unite_spellings(view);
  EXPECT_EQ(view.labels, (std::vector<std::string>{"joy", "anger"})) << "as most rows write it";
  EXPECT_EQ(view.items[0].labels, std::vector<std::uint32_t>{0});
  EXPECT_EQ(view.items[1].labels, std::vector<std::uint32_t>{1});
  EXPECT_EQ(view.items[3].labels, (std::vector<std::uint32_t>{0, 1})) << "two spellings in one row are one label";
  EXPECT_TRUE(view.items[4].labels.empty());
  ASSERT_EQ(view.other_spellings.size(), 1U);
  EXPECT_EQ(view.other_spellings[0].spelling, "Joy");
  EXPECT_EQ(view.other_spellings[0].label, 0U);
  EXPECT_EQ(view.other_spellings[0].rows, 1U);
  EXPECT_EQ(view.other_spellings[0].first, 3U);
}

TEST(DataView, ASpellingThatNoRowHasIsNotTold) {
  auto view = test::sample_view({{0, {1}}});
  view.labels = {"Joy", "joy", "fear"};
  unite_spellings(view);
  EXPECT_EQ(view.labels, (std::vector<std::string>{"joy", "fear"})) << "classes without rows stay";
  EXPECT_TRUE(view.other_spellings.empty());
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
