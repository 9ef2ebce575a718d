#include "io/csv_record.hpp"

#include <gtest/gtest.h>

namespace emo::io {
namespace {

std::vector<std::string> fields_of(const RecordSplitter& splitter) {
  return {splitter.fields().begin(), splitter.fields().end()};
}

TEST(RecordSplitter, CutsAtSeparatorsOutsideOfQuotes) {
  RecordSplitter splitter(',', true);
  splitter.begin();
  EXPECT_EQ(splitter.feed("a,\"b, \"\"c\"\"\",\r"), RecordSplitter::End::kComplete);
  EXPECT_EQ(fields_of(splitter), (std::vector<std::string>{"a", "b, \"c\"", ""}));
  EXPECT_EQ(splitter.damaged_column(), 0U);
}

TEST(RecordSplitter, AQuotedFieldGoesOnInTheNextLine) {
  RecordSplitter splitter(';', true);
  splitter.begin();
  EXPECT_EQ(splitter.feed("1;\"two\r"), RecordSplitter::End::kOpen);
  EXPECT_TRUE(splitter.opened_in_last_line());
  EXPECT_EQ(splitter.feed("lines\";3"), RecordSplitter::End::kComplete);
  EXPECT_FALSE(splitter.opened_in_last_line());
  EXPECT_EQ(fields_of(splitter), (std::vector<std::string>{"1", "two\r\nlines", "3"}));
}

TEST(RecordSplitter, TellsWhatFollowsAClosingQuote) {
  RecordSplitter splitter(',', true);
  splitter.begin();
  EXPECT_EQ(splitter.feed("a,\"b\"x,c"), RecordSplitter::End::kDamaged);
  EXPECT_EQ(splitter.damaged_column(), 2U);
  EXPECT_EQ(splitter.unexpected(), 'x');
  splitter.begin();
  EXPECT_EQ(splitter.feed("a,b"), RecordSplitter::End::kComplete) << "the next record is a new one";
}

TEST(RecordSplitter, OfATsvQuotesAreCharacters) {
  RecordSplitter splitter('\t', false);
  splitter.begin();
  EXPECT_EQ(splitter.feed("\"a\tb\""), RecordSplitter::End::kComplete);
  EXPECT_EQ(fields_of(splitter), (std::vector<std::string>{"\"a", "b\""}));
}

TEST(RecordSplitter, CountsFieldsThatItDoesNotKeep) {
  RecordSplitter splitter(',', true);
  splitter.begin();
  splitter.feed(std::string(kMaxColumns + 9, ','));
  EXPECT_EQ(splitter.count(), kMaxColumns + 10);
  EXPECT_EQ(splitter.fields().size(), kMaxColumns + 1);
  splitter.begin();
  splitter.feed("a,b");
  EXPECT_EQ(splitter.count(), 2U);
}

char separator_of(std::string_view header) {
  SeparatorSearch search;
  search.feed(header);
  return search.separator();
}

TEST(CsvSeparator, IsSaidOrFoundInTheHeader) {
  EXPECT_EQ(separator_said("sep=;"), ';');
  EXPECT_EQ(separator_said("SEP=\t"), '\t');
  EXPECT_EQ(separator_said("sep=\""), std::nullopt);
  EXPECT_EQ(separator_said("sep="), std::nullopt);
  EXPECT_EQ(separator_said("step;"), std::nullopt);
  EXPECT_EQ(separator_of("id;text"), ';');
  EXPECT_EQ(separator_of("id;text,label"), ',');
  EXPECT_EQ(separator_of("\"a,b\";c"), ';') << "that comma is quoted";
  EXPECT_EQ(separator_of("text"), ',');
  EXPECT_EQ(separator_of("\"a \"\"b, c\"\"\";d"), ';');
  EXPECT_EQ(separator_of("5\" disk;\"a, b\""), ';') << "a quote inside a name opens nothing";
}

TEST(CsvSeparator, IsLookedForBehindTheLineBreaksOfANameToo) {
  SeparatorSearch search;
  EXPECT_TRUE(search.feed("\"How, on the whole,"));
  EXPECT_TRUE(search.feed("did you like it?"));
  EXPECT_FALSE(search.feed("(1, 2 or 3)\";text"));
  EXPECT_EQ(search.separator(), ';');
}

}  // namespace
}  // namespace emo::io
