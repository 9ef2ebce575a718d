// csv after RFC 4180 and tsv: quoting, columns, damaged records.
#include <gtest/gtest.h>

#include "io/rows.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

Result<std::vector<Row>> rows_of(const std::string& content, RowOptions options = {}) {
  const TemporaryDirectory folder;
  if (options.format == RowFormat::kAuto) options.format = RowFormat::kCsv;
  return read_rows(folder.write("f", content), options);
}

TEST(Csv, QuotesSeparatorsAndLineBreaksInFields) {
  const auto rows = rows_of("id,text,lang\r\n1,\"a, \"\"b\"\"\r\nc\nd\",en\r\n2,\"\",\r\n3,it's 5\" long,de\r\n");
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ((*rows)[0].text, "a, \"b\"\r\nc\nd");
  EXPECT_EQ((*rows)[0].extra.at("lang"), "en");
  EXPECT_EQ((*rows)[1].text, "");
  EXPECT_EQ((*rows)[1].number, 5U);
  EXPECT_EQ((*rows)[2].text, "it's 5\" long");
  EXPECT_EQ((*rows)[2].id, "3");
}

TEST(Csv, LabelsAreSplitAndTrimmed) {
  const auto rows = rows_of("text,labels\na,joy|anger\nb, joy | \nc,\nd,4\n");
  ASSERT_TRUE(rows);
  EXPECT_EQ((*rows)[0].labels, (std::vector<std::string>{"joy", "anger"}));
  EXPECT_EQ((*rows)[1].labels, (std::vector<std::string>{"joy"}));
  EXPECT_TRUE((*rows)[2].labels.empty());
  EXPECT_EQ((*rows)[3].labels, (std::vector<std::string>{"4"}));
  RowOptions options;
  options.label_column = "y";
  options.label_separator = ';';
  EXPECT_EQ(rows_of("text,y\na,b;c|d\n", options)->at(0).labels, (std::vector<std::string>{"b", "c|d"}));
}

TEST(Csv, BytesPassThroughUnchanged) {
  const auto rows = rows_of("text\na\0b\xff\xfe\n"s);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->at(0).text, "a\0b\xff\xfe"s);
}

TEST(Csv, SpacesAroundColumnNamesDoNotCount) {
  const auto rows = rows_of("id, text ,\tlang\n1, a ,en\n");
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->at(0).text, " a ") << "those of fields do";
  EXPECT_EQ(rows->at(0).extra.at("lang"), "en");
}

TEST(Csv, LabelStandsInForLabels) {
  EXPECT_EQ(rows_of("text,label\nx,joy|fear\n")->at(0).labels, (std::vector<std::string>{"joy", "fear"}));
  const auto both = rows_of("label,text,labels\nno,x,joy\n");
  EXPECT_EQ(both->at(0).labels, std::vector<std::string>{"joy"});
  EXPECT_EQ(both->at(0).extra.at("label"), "no");
  RowOptions options;
  options.label_column = "emotion";
  EXPECT_TRUE(rows_of("text,label\nx,joy\n", options)->at(0).labels.empty()) << "another name was asked for";
}

TEST(Csv, MissingColumnsAreNamedWithThoseThereAre) {
  expect_error(rows_of("tweet,label\nx,y\n"), ErrorCode::kInvalidData, {"no column 'text'", "'tweet', 'label'"});
  RowOptions options;
  options.require_labels = true;
  expect_error(rows_of("text,emotion\nx,y\n", options), ErrorCode::kInvalidData,
               {"no column 'labels'", "'text', 'emotion'", "--label-column"});
  expect_error(rows_of(""), ErrorCode::kInvalidData, {"is empty", "column names"});
  expect_error(rows_of("\n\r\n"), ErrorCode::kInvalidData, {"is empty"});
}

TEST(Csv, DamagedRecordsAreErrorsAndTheNextOneIsRead) {
  const TemporaryDirectory folder;
  const auto reader = open_rows(folder.write("f.csv", "text,labels\na\nb,c,d\n\"x\"y,z\nok,joy\n\"open,1\nmore\n"), {});
  ASSERT_TRUE(reader);
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput, {"f.csv:2: the row has 1 fields, the header has 2"});
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput, {"f.csv:3: the row has 3 fields"});
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput, {"f.csv:4: column 1: 'y' after a closing quote"});
  const auto ok = (*reader)->next()->value();
  EXPECT_EQ(ok.text, "ok");
  EXPECT_EQ(ok.id, "3");
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput, {"f.csv:6: the quote opened in this row is never closed"});
  EXPECT_FALSE((*reader)->next());
}

TEST(Csv, ADamagedRecordKeepsItsIdOrGetsOneThatIsNoOthers) {
  const TemporaryDirectory folder;
  const auto failed_ids = [&](const std::string& content) {
    const auto reader = open_rows(folder.write("f.csv", content), {});
    EXPECT_TRUE(reader);
    std::vector<std::string> ids;
    while (const auto row = (*reader)->next()) {
      if (!*row) ids.push_back((*reader)->failed_id());
    }
    return ids;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(failed_ids("id,text\n7,a\n0,b,c\n1,d\n"), Ids{"0"});
  EXPECT_EQ(failed_ids("id,text\n7,\"a\"x\n8,\"open\nmore\n"), (Ids{"7", "8"}));
  EXPECT_EQ(failed_ids("id,text\n\"7\"x,a\nalone\n,b,c\n"), (Ids{"line 2", "line 3", "line 4"}));
  EXPECT_EQ(failed_ids("text,id\na,7\nb,c,0\nd,1\n"), Ids{"line 3"}) << "which of the three is the id?";
  EXPECT_EQ(failed_ids("text\na\nb,c\nd\n"), Ids{"1"}) << "without a column of ids all are numbers of rows";
}

TEST(Csv, RecordsOverTheLimit) {
  const TemporaryDirectory folder;
  std::string content = "text,labels\n\"";
  for (int i = 0; i < 5000; ++i) content += std::string(99, 'x') + "\n";
  content += "\",joy\nafter,anger\n" + std::string(20'000, 'y') + ",z\nlast,w\n";
  const auto reader = open_rows(folder.write("f.csv", content), {.max_row_bytes = 10'000});
  ASSERT_TRUE(reader);
  expect_error(*(*reader)->next(), ErrorCode::kTooLarge, {"f.csv:2", "10000 bytes"});
  EXPECT_EQ((*reader)->next()->value().text, "after");
  expect_error(*(*reader)->next(), ErrorCode::kTooLarge, {"f.csv:5004"});
  EXPECT_EQ((*reader)->next()->value().text, "last");
}

TEST(Csv, MillionsOfFieldsAreRefusedWithoutKeepingThem) {
  const auto rows = rows_of("text\n" + std::string(3'000'000, ',') + "\n");
  expect_error(rows, ErrorCode::kInvalidInput, {"fields, the header has 1"});
}

TEST(Tsv, QuotesAreOrdinaryCharacters) {
  RowOptions options;
  options.format = RowFormat::kTsv;
  const auto rows = rows_of("text\tlabels\n\"Hi\" she said\tjoy\n\"open, end\t\n", options);
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ((*rows)[0].text, "\"Hi\" she said");
  EXPECT_EQ((*rows)[0].labels, std::vector<std::string>{"joy"});
  EXPECT_EQ((*rows)[1].text, "\"open, end");
}

TEST(Tsv, AQuotedHeaderIsToldThatTsvHasNoQuoting) {
  RowOptions options;
  options.format = RowFormat::kTsv;
  expect_error(rows_of("\"id\"\t\"text\"\n\"1\"\t\"a\"\n", options), ErrorCode::kInvalidData,
               {"no column 'text'", "tsv has no quoting", "csv"});
}

}  // namespace
}  // namespace emo::io
