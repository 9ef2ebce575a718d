// Columns by their names. How a file is cut into fields is csv_record_test.cpp's and rows_csv_test.cpp's.
#include "io/csv_columns.hpp"

#include <gtest/gtest.h>

namespace emo::io {
namespace {

RowOptions wanting(const std::string& text, const std::string& labels = "labels", bool labelled = false) {
  RowOptions options;
  options.text_column = text;
  options.label_column = labels;
  options.require_labels = labelled;
  return options;
}

std::string message_of(std::vector<std::string> names, const RowOptions& options) {
  const auto columns = read_csv_columns(std::move(names), options, "f.csv");
  return columns ? "" : columns.error().message;
}

TEST(CsvColumns, AreFoundByNameWithoutTheSpacesAroundIt) {
  const auto columns = read_csv_columns({"id", " body\t", "labels "}, wanting("body"), "f.csv");
  ASSERT_TRUE(columns) << columns.error().message;
  EXPECT_EQ(columns->names, (std::vector<std::string>{"id", "body", "labels"}));
  EXPECT_EQ(columns->text, 1U);
  EXPECT_EQ(columns->labels, 2U);
  EXPECT_EQ(columns->id, 0U);
}

TEST(CsvColumns, LabelStandsInForTheDefaultNameAlone) {
  EXPECT_EQ(read_csv_columns({"text", "label"}, wanting("text"), "f.csv")->labels, 1U);
  EXPECT_FALSE(read_csv_columns({"text", "label"}, wanting("text", "mood"), "f.csv")->labels.has_value());
}

TEST(CsvColumns, WhatIsMissingIsNamedWithWhatThereIs) {
  const auto text = message_of({"a", "b"}, wanting("text"));
  EXPECT_NE(text.find("f.csv: has no column 'text'; its columns are 'a', 'b'"), std::string::npos) << text;
  const auto near = message_of({"Text"}, wanting("text"));
  EXPECT_NE(near.find("did you mean 'Text'?"), std::string::npos) << near;
  const auto labels = message_of({"text", "mood"}, wanting("text", "labels", true));
  EXPECT_NE(labels.find("--label-column"), std::string::npos) << labels;
  EXPECT_EQ(message_of({"text", "mood"}, wanting("text")), "") << "labels may be missing where nobody needs them";
}

TEST(CsvColumns, AHeaderThatWasCutElsewhereIsToldWithItsSeparator) {
  const auto ends = [](std::vector<std::string> names, const std::string& end) {
    const auto message = message_of(std::move(names), wanting("text"));
    EXPECT_TRUE(message.ends_with(end)) << message;
  };
  ends({"id\tText"}, "; tabs seem to separate: read it as tsv (--input-format tsv, or call it .tsv)");
  ends({"id;text;How was it", "on the whole"}, "; ';' seems to separate: say so in a line before the header: sep=;");
  ends({"text|id"}, "say so in a line before the header: sep=|");
  ends({"Text"}, "say --text-column Text");
  ends({"a;texts", "b"}, "'b': name the right one with --text-column");
  ends({"I love it", "joy"}, ": name the right one with --text-column, or put a line of names on top if that is a row");
}

TEST(CsvColumns, OfOneNameAreRefusedWhereTheyAreRead) {
  auto options = wanting("text");
  EXPECT_EQ(message_of({"id", "text", "note", " text"}, options),
            "f.csv: columns 2 and 4 are both called 'text': give one of them another name");
  EXPECT_NE(message_of({"id", "text", "id"}, options), "");
  EXPECT_NE(message_of({"note", "text", "note"}, options), "") << "a slice could be asked for by that name";
  EXPECT_EQ(message_of({"text", "", ""}, options), "") << "commas at a line's end";
  options.keep_extra = false;
  EXPECT_EQ(message_of({"note", "text", "note"}, options), "") << "read by nobody";
}

TEST(CsvColumns, LabelsThatNobodyReadsMayBeThereTwice) {
  auto options = wanting("text", "");
  options.keep_extra = false;
  const auto columns = read_csv_columns({"text", "label", "label", ""}, options, "f.csv");
  ASSERT_TRUE(columns) << columns.error().message;
  EXPECT_FALSE(columns->labels.has_value());
}

}  // namespace
}  // namespace emo::io
