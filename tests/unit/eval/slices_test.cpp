#include "eval/slices.hpp"

#include <gtest/gtest.h>

namespace emo::eval {
namespace {

TEST(LengthBucket, CountsWordsBetweenWhiteSpace) {
  EXPECT_EQ(length_bucket(""), "0-4 words");
  EXPECT_EQ(length_bucket("  four little words here \n"), "0-4 words");
  EXPECT_EQ(length_bucket("one two three four five"), "5-9 words");
  std::string text;
  for (int i = 0; i < 99; ++i) text += "w\t";
  EXPECT_EQ(length_bucket(text), "50-99 words");
  EXPECT_EQ(length_bucket(text + "w"), "100+ words");
}

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

}  // namespace
}  // namespace emo::eval
