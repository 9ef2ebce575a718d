#include "eval/slices.hpp"

#include <gtest/gtest.h>

namespace emo::eval {
namespace {

TEST(TextSlices, GiveWayToColumnsOfTheData) {
  std::map<std::string, std::string> slices{{"length", "short"}};
  add_text_slices("I am so happy that you came to see me today", slices);
  EXPECT_EQ(slices.at("length"), "short");
  EXPECT_EQ(slices.at("language"), "en");
}

TEST(TextSlices, BytesThatAreNoUtf8HaveNoLanguage) {
  std::map<std::string, std::string> slices;
  add_text_slices("caf\xe9 \xff\xfe", slices);
  EXPECT_EQ(slices.at("language"), "und");
  std::string long_text;
  for (int i = 0; i < 2000; ++i) long_text += "\xc3\xa9";  // cut inside a character: still valid
  slices.clear();
  add_text_slices("x" + long_text, slices);
  EXPECT_EQ(slices.at("length"), "0-4 words");
}

TEST(FaceSlices, AreWhatTheDataKnows) {
  dataset::FaceItem item;
  std::map<std::string, std::string> slices;
  add_face_slices(item, slices);
  EXPECT_TRUE(slices.empty());
  item.votes = {8, 0, 2};
  item.train_distance = 13.9;
  item.split = dataset::Split::kDev;
  add_face_slices(item, slices);
  EXPECT_EQ(slices.at("agreeing votes"), "70-89 %");
  EXPECT_EQ(slices.at("copy in training"), "yes");
  EXPECT_EQ(slices.at("split"), "dev");
  for (const auto& [votes, value] : std::vector<std::pair<std::vector<std::uint8_t>, std::string>>{
           {{10, 0}, "100 %"}, {{9, 1}, "90-99 %"}, {{5, 5}, "50-69 %"}, {{4, 3, 3}, "0-49 %"}}) {
    item.votes = votes;
    item.train_distance = 14;
    slices.clear();
    add_face_slices(item, slices);
    EXPECT_EQ(slices.at("agreeing votes"), value);
    EXPECT_EQ(slices.at("copy in training"), "no");
  }
}

TEST(FaceSlices, ASplitOfItsOwnIsNoSlice) {
  std::vector<ScoredItem> items(2);
  items[0].slices = items[1].slices = {{"split", "dev"}, {"usage", "a"}};
  drop_single_split(items);
  EXPECT_EQ(items[0].slices.size(), 1U);
  items[0].slices["split"] = "dev";
  items[1].slices["split"] = "test";
  drop_single_split(items);
  EXPECT_EQ(items[1].slices.at("split"), "test");
  items[1].slices.clear();  // as of a prediction without an answer, which is in no slice
  items[1].error = Error{ErrorCode::kInvalidInput, "no answer"};
  drop_single_split(items);
  EXPECT_EQ(items[0].slices.count("split"), 0U);
}

TEST(SliceColumns, OfFacesAreKnownToo) {
  dataset::FaceItem item;
  item.extra = {{"usage", "Training"}};
  const std::vector<dataset::FaceItem> items{item};
  EXPECT_TRUE(check_slice_columns(items, {"usage", "agreeing votes"}));
  const auto wrong = check_slice_columns(items, {"length"});
  ASSERT_FALSE(wrong) << "built in for texts only";
  EXPECT_NE(wrong.error().message.find("there are usage (built in: agreeing votes"), std::string::npos)
      << wrong.error().message;
}

TEST(SliceColumns, AnUnknownOneIsNamedWithThoseThereAre) {
  io::Row row;
  row.extra = {{"source", "a"}, {"topic", "b"}};
  const std::vector<io::Row> rows{row};
  EXPECT_TRUE(check_slice_columns(rows, {"source", "length"}));
  const auto wrong = check_slice_columns(rows, {"sauce"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kNotFound);
  EXPECT_NE(wrong.error().message.find("source, topic"), std::string::npos) << wrong.error().message;
}

TEST(Slices, ARowWithoutAValueIsOfNoneAndNotOfABlank) {
  ScoredRows rows;
  rows.classes = 2;
  rows.gold = {{0}, {1}, {0}};
  rows.predicted = {{0}, {1}, {1}};
  rows.best = {0, 1, 1};
  rows.slices = {{{"genre", ""}}, {{"genre", " "}}, {}};
  const auto columns = score_slices(rows, 0, {});
  ASSERT_TRUE(columns.empty() || columns[0].values.size() == 1U);
  ASSERT_EQ(columns.size(), 1U);
  EXPECT_EQ(columns[0].values[0].value, "(none)");
  EXPECT_EQ(columns[0].values[0].n, 3U);
}

}  // namespace
}  // namespace emo::eval
