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

TEST(Csv, SemicolonsSeparateWhereTheHeaderHasThemAndNoComma) {
  const auto rows = rows_of("id;text;labels\r\n7;\"a; b, \"\"c\"\"\r\nd\";joy|fear\r\n8;e, f;\r\n");
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].text, "a; b, \"c\"\r\nd");
  EXPECT_EQ((*rows)[0].labels, (std::vector<std::string>{"joy", "fear"}));
  EXPECT_EQ((*rows)[1].text, "e, f");
  EXPECT_EQ((*rows)[1].id, "8");
  EXPECT_EQ(rows_of("\n\"a, b\";text\n1;x\n")->at(0).extra.at("a, b"), "1") << "the comma stands between quotes";
  EXPECT_EQ(rows_of("\"a; b\",text\n1,x;y\n")->at(0).text, "x;y");
  EXPECT_EQ(rows_of("text\na; b, c\n").error().code, ErrorCode::kInvalidInput) << "two fields: a comma separates";
  EXPECT_EQ(rows_of("text\na; b\n")->at(0).text, "a; b");
}

TEST(Csv, ALineBeforeTheHeaderMaySayTheSeparator) {
  const auto rows = rows_of(
      "\xEF\xBB\xBF"
      "sep=;\r\ntext;labels\r\na, b;joy\r\n");
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->at(0).text, "a, b");
  EXPECT_EQ(rows->at(0).number, 3U);
  EXPECT_EQ(rows->at(0).id, "0");
  EXPECT_EQ(rows_of("SEP=|\ntext|labels\n\"a|b\"|joy\n")->at(0).text, "a|b");
  EXPECT_EQ(rows_of("sep=\t\ntext\tlabels\n\"a\tb\"\tjoy\n")->at(0).text, "a\tb") << "quotes are those of csv";
  EXPECT_EQ(rows_of("sep=,\ntext,a;b\nx,y\n")->at(0).text, "x");
  expect_error(rows_of("sep=;\n"), ErrorCode::kInvalidData, {"is empty", "column names"});
  expect_error(rows_of("separator;y\n1;2\n"), ErrorCode::kInvalidData, {"'separator', 'y'"});
}

TEST(Csv, NamesOfColumnsMayHaveLinesBeforeTheFirstSemicolon) {
  const auto rows = rows_of("\"How was it,\n(1-5)?\";text;labels\r\n1;\"a; b\";joy\r\n");
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->at(0).text, "a; b");
  EXPECT_EQ(rows->at(0).number, 3U);
  EXPECT_EQ(rows->at(0).extra.at("How was it,\n(1-5)?"), "1");
  expect_error(rows_of("\"never; closed\ntext;labels\n"), ErrorCode::kInvalidData, {"never closed"});
}

TEST(Csv, FieldsOfVeryWideRowsAreCounted) {
  const auto wide = [](std::size_t columns) { return "text" + std::string(columns - 1, ',') + "\n"; };
  constexpr std::size_t kColumns = 5000;
  EXPECT_EQ(rows_of(wide(kColumns) + wide(kColumns))->size(), 1U);
  expect_error(rows_of(wide(kColumns) + wide(kColumns - 1)), ErrorCode::kInvalidInput,
               {"the row has 4999 fields, the header has 5000"});
  expect_error(rows_of(wide(16385)), ErrorCode::kTooLarge, {"the header has 16385 columns, expected at most 16384"});
}

TEST(Csv, BehindASaidSeparatorReadingGoesOnAtAnyPosition) {
  const TemporaryDirectory folder;
  const auto path = folder.write("f.csv", "sep=;\nid;text\n7;a\n8;b, c\n");
  const auto first = open_rows(path, {});
  ASSERT_TRUE(first);
  EXPECT_EQ((*first)->next()->value().id, "7");
  RowOptions options;
  options.start = (*first)->position();
  const auto rest = read_rows(path, options);
  ASSERT_TRUE(rest);
  ASSERT_EQ(rest->size(), 1U);
  EXPECT_EQ((*rest)[0].text, "b, c");
  EXPECT_EQ((*rest)[0].number, 4U);
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

TEST(Csv, AnIdColumnThatWasAskedForMustBeThere) {
  RowOptions options;
  options.id_column = "key";
  EXPECT_EQ(rows_of("id,text\n7,x\n", options)->at(0).id, "0");
  options.require_id = true;
  expect_error(rows_of("id,text\n7,x\n", options), ErrorCode::kInvalidData, {"no column 'key'", "'id', 'text'"});
}

TEST(Csv, AColumnInAnotherCaseIsProposedWithItsOption) {
  const auto message = [](const std::string& header, const RowOptions& options) {
    const auto rows = rows_of(header + "\nx,y\n", options);
    return rows ? "" : rows.error().message.substr(rows.error().message.find(": has") + 2);
  };
  EXPECT_EQ(message("Text,Label", {}),
            "has no column 'text'; its columns are 'Text', 'Label'; did you mean 'Text'? say --text-column Text");
  RowOptions options;
  options.require_labels = true;
  EXPECT_EQ(message("text,Label", options),
            "has no column 'labels'; its columns are 'text', 'Label'; did you mean 'Label'? say --label-column Label");
  options.text_column = "my text";
  options.text_option = "--image-column";
  EXPECT_EQ(message("My Text,label", options),
            "has no column 'my text'; its columns are 'My Text', 'label'; did you mean 'My Text'? say --image-column "
            "'My Text'");
  options.text_option.clear();
  EXPECT_TRUE(message("My Text,label", options).ends_with("did you mean 'My Text'?"));
  EXPECT_EQ(message("texts,y", {}),
            "has no column 'text'; its columns are 'texts', 'y': name the right one with --text-column");
}

TEST(Csv, AColumnOfNoughtsAndOnesForEachLabel) {
  RowOptions options;
  options.label_column = "joy, fear,anger";
  options.require_labels = true;
  const std::string header = "text,joy,fear,anger,rater\n";
  const auto rows = rows_of(header + "a,1,0,1,x\nb,0,0,0,y\nc,True,1.0,false,z\n", options);
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ((*rows)[0].labels, (std::vector<std::string>{"joy", "anger"}));
  EXPECT_EQ((*rows)[0].extra, (std::map<std::string, std::string>{{"rater", "x"}}));
  EXPECT_TRUE((*rows)[1].labels.empty());
  EXPECT_TRUE((*rows)[1].labels_listed) << "none of them applies";
  EXPECT_EQ((*rows)[2].labels, (std::vector<std::string>{"joy", "fear"}));
  for (const std::string field : {"maybe", "2", ""}) {
    const auto damaged = rows_of(header + "a,1,0,1,x\nb,1," + field + ",0,w\n", options);
    ASSERT_FALSE(damaged) << field;
    EXPECT_NE(damaged.error().message.find(":3: column 'fear' is '" + field + "', expected 0 or 1"), std::string::npos)
        << damaged.error().message;
  }

  const auto spaced = rows_of("text, joy, fear, anger\na, 1, 0, true \n", options);
  ASSERT_TRUE(spaced) << spaced.error().message;
  EXPECT_EQ((*spaced)[0].labels, (std::vector<std::string>{"joy", "anger"}));

  // As `head -1 | cut -d, -f2-` gives them: in quotes, with a comma too many, before a carriage return.
  for (const std::string names : {"joy,fear,anger,", "\"joy\",\"fear\",\"anger\"", "joy,fear,anger\r"}) {
    options.label_column = names;
    const auto cut = rows_of("text,joy,fear,anger,\na,1,0,1,\n", options);
    ASSERT_TRUE(cut) << names << ": " << cut.error().message;
    EXPECT_EQ((*cut)[0].labels, (std::vector<std::string>{"joy", "anger"})) << names;
  }
  options.label_column = "joy, fear,anger";

  const auto whole = rows_of("text,\"joy, fear,anger\"\na,hope\n", options);
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ((*whole)[0].labels, (std::vector<std::string>{"hope"})) << "a column of that very name comes first";
  const auto missing = rows_of("text,joy,Fear,anger\na,1,0,0\n", options);
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("has no column 'fear'"), std::string::npos) << missing.error().message;
  EXPECT_NE(missing.error().message.find("did you mean 'Fear'?"), std::string::npos) << missing.error().message;
}

TEST(Csv, LinesThatEndWithCarriageReturnsOnlyAreNamed) {
  for (const std::string content : {"id,text\r1,a\r2,b\r", "text\ra", "id;text\r1;a"}) {
    expect_error(rows_of(content), ErrorCode::kInvalidData,
                 {": its lines end with carriage returns only", "tr '\\r' '\\n' < IN > OUT"});
  }
  RowOptions options;
  options.format = RowFormat::kTsv;
  expect_error(rows_of("id\ttext\r1\ta\r", options), ErrorCode::kInvalidData, {"carriage returns only"});
  EXPECT_TRUE(rows_of("text,\"a\r\nb\"\r\n")) << "a header without rows";
  EXPECT_EQ(rows_of("text,a\rb\nx,y\n")->at(0).text, "x") << "other lines do end with a line feed";
  EXPECT_EQ(rows_of("text\nx\ry\n")->at(0).text, "x\ry");
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
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput,
               {"f.csv:6: column 1: the quote opened in this row is never closed"});
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput, {"f.csv:7: the row has 1 fields"});
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
  EXPECT_EQ(failed_ids("id,text\n7,\"a\"x\n8,\"open\nmore\n"), (Ids{"7", "8", "line 4"}));
  EXPECT_EQ(failed_ids("id,text\n\"7\"x,a\nalone\n,b,c\n"), (Ids{"line 2", "line 3", "line 4"}));
  EXPECT_EQ(failed_ids("text,id\na,7\nb,c,0\nd,1\n"), Ids{"line 3"}) << "which of the three is the id?";
  EXPECT_EQ(failed_ids("text\na\nb,c\nd\n"), Ids{"1"}) << "without a column of ids all are numbers of rows";
}

/// The ids of the good rows and the messages of the damaged ones, in order.
std::vector<std::string> read_on(const std::string& content, RowOptions options = {}) {
  const TemporaryDirectory folder;
  const auto reader = open_rows(folder.write("f.csv", content), options);
  EXPECT_TRUE(reader);
  std::vector<std::string> seen;
  while (const auto row = (*reader)->next()) {
    seen.push_back(*row ? (*row)->id + "@" + std::to_string((*row)->number) : row->error().message);
    if (!*row) seen.back().erase(0, folder.path().size() + 1);
  }
  return seen;
}
using Lines = std::vector<std::string>;

TEST(Csv, AQuoteThatIsNeverClosedCostsItsLineOnly) {
  EXPECT_EQ(read_on("id,text\n1,fine\n2,\"stray quote here\n3,c\n\n4,d\"\"\n5,f\n"),
            (Lines{"1@2", "f.csv:3: column 2: the quote opened in this row is never closed", "3@4", "4@6", "5@7"}));
}

TEST(Csv, AQuoteClosedByTheOpeningQuoteOfALaterFieldCostsItsLineOnly) {
  EXPECT_EQ(read_on("id,text\n1,\"stray\n2,b\n3,\"c, d\"\n4,e\n"),
            (Lines{"f.csv:2: column 2: 'c' after a closing quote in line 4, expected the separator (a quote inside a "
                   "field is doubled)",
                   "2@3", "3@4", "4@5"}));
}

TEST(Csv, OnlyTheLineOfTheQuoteThatStrayedIsSkipped) {
  // The first field of row 1 is closed; what goes wrong was opened in its second line.
  EXPECT_EQ(read_on("id,text,more\n1,\"a\nb\",\"stray\n2,c,d\n3,\"e\"f,\"g\n4,h,i\n"),
            (Lines{"f.csv:2: column 3: 'e' after a closing quote in line 5, expected the separator (a quote inside a "
                   "field is doubled)",
                   "2@4",
                   "f.csv:5: column 2: 'f' after a closing quote, expected the separator (a quote inside a field is "
                   "doubled)",
                   "4@6"}));
}

TEST(Csv, BehindAStrayQuoteEveryPositionIsOneToGoOnAt) {
  const TemporaryDirectory folder;
  const auto path = folder.write("f.csv", "id,text\n1,\"stray\n2,b\n\n3,\"c, d\"\n4,\"e\nf\"\n5,\"g\n6,h\n");
  const auto whole = open_rows(path, {});
  std::vector<std::string> rest{"2", "3", "4", "", "6"};
  while ((*whole)->next()) {
    RowOptions options;
    options.start = (*whole)->position();
    const auto reader = open_rows(path, options);
    ASSERT_TRUE(reader);
    std::vector<std::string> ids;
    while (const auto row = (*reader)->next()) ids.push_back(*row ? (*row)->id : "");
    EXPECT_EQ(ids, rest) << "from line " << options.start.line;
    if (!rest.empty()) rest.erase(rest.begin());
  }
}

TEST(Csv, ManyStrayQuotesAreReadInTimeThatGrowsWithTheFile) {
  std::string content = "id,text\n";
  for (int i = 0; i < 200'000; ++i) content += std::to_string(i) + ",\"stray " + std::to_string(i) + "\n";
  const auto seen = read_on(content);
  EXPECT_EQ(seen.size(), 200'000U);
}

TEST(Csv, RecordsOverTheLimit) {
  std::string content = "id,text\n1,\"";
  for (int i = 0; i < 5000; ++i) content += std::string(99, 'x') + "\n";
  content += "\"\n2,after\n3," + std::string(20'000, 'y') + "\n4,\"" + std::string(9000, 'z') + "\n" +
             std::string(20'000, 'y') + "\"\n5,\"" + std::string(9000, 'z') + "\n" + std::string(9000, 'z') +
             "\"\n6,x\n";
  const Lines seen = read_on(content, {.max_row_bytes = 10'000});
  const std::string open =
      ": column 2: the quote opened in this row is not closed within 10000 bytes, the most of a row";
  const std::string too_long = ": the row has more than 10000 bytes";
  ASSERT_GT(seen.size(), 5000U);
  EXPECT_EQ(seen[0], "f.csv:2" + open);
  EXPECT_EQ(seen[1], "f.csv:3: the row has 1 fields, the header has 2");
  EXPECT_EQ(seen[4999], "f.csv:5001: the row has 1 fields, the header has 2");
  // A line of one quote opens the last one: the rows behind it are lines of their own again.
  EXPECT_EQ(
      Lines(seen.begin() + 5000, seen.end()),
      (Lines{"f.csv:5002: column 1: the quote opened in this row is not closed within 10000 bytes, the most of a row",
             "2@5003", "f.csv:5004" + too_long, "f.csv:5005" + open, "f.csv:5006" + too_long, "f.csv:5007" + too_long,
             "6@5009"}));
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

TEST(Csv, ALabelInBracketsIsAListOfThem) {
  const auto rows = rows_of(
      "text,labels\na,\"['joy', 'fear']\"\nb,\"[\"\"joy\"\"]\"\nc,[]\nd,[0 12]\ne,\"[joy, no fear]\"\nf,['o\\'clock' "
      "'b']\ng,['joy\n");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 7U);
  using Labels = std::vector<std::string>;
  const std::vector<Labels> expected{{"joy", "fear"}, {"joy"}, {}, {"0", "12"}, {"joy", "no fear"}, {"o'clock", "b"}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ((*rows)[i].labels, expected[i]) << i;
    EXPECT_TRUE((*rows)[i].labels_listed) << i;
  }
  EXPECT_EQ((*rows)[6].labels, Labels{"['joy"}) << "no list";
  const auto escaped = rows_of("text,labels\na,\"[\"\"caf\\u00e9\"\"]\"\nb,['a']['b']\nc,[joy|fear]\n");
  ASSERT_TRUE(escaped);
  EXPECT_EQ((*escaped)[0].labels, Labels{"caf\u00e9"});
  EXPECT_EQ((*escaped)[1].labels, Labels{"['a']['b']"});
  EXPECT_EQ((*escaped)[2].labels, (Labels{"joy", "fear"}));
  EXPECT_FALSE((*rows)[6].labels_listed);
}

}  // namespace
}  // namespace emo::io
