// Opening by format, plain lines, and going on in the middle for every format.
#include "io/rows.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

using namespace std::string_literals;

TEST(Rows, LinesAreRowsEmptyOnesToo) {
  const TemporaryDirectory folder;
  const auto rows = read_rows(folder.write("f.txt",
                                           "\xEF\xBB\xBF"
                                           "one\r\n\n  two\0\xff\n"s),
                              {});
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ((*rows)[0].text, "one");
  EXPECT_EQ((*rows)[1].text, "");
  EXPECT_EQ((*rows)[2].text, "  two\0\xff"s);
  EXPECT_EQ((*rows)[2].number, 3U);
  EXPECT_EQ((*rows)[2].id, "2");
  EXPECT_TRUE((*rows)[0].labels.empty());
}

TEST(Rows, BlankLinesAreNoRowsWhereTheyMeanNothing) {
  const TemporaryDirectory folder;
  const RowOptions options{.skip_blank_lines = true};
  const auto rows = read_rows(folder.write("f.txt", "one\n\r\n \t\n two \n\n"), options);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[1].text, " two ");
  EXPECT_EQ((*rows)[1].number, 4U);
  EXPECT_EQ((*rows)[1].id, "1");
}

TEST(Rows, ATableIsNotReadAsLinesWithLabels) {
  const TemporaryDirectory folder;
  const RowOptions options{.require_labels = true};
  expect_error(read_rows(folder.write("f.txt", "ID\tTweet\tanger\tjoy\n1\thi\t0\t1\n"), options),
               ErrorCode::kInvalidInput, {"f.txt:1", "3 tabs", "--input-format tsv"});
}

TEST(Rows, LinesWithLabelsAreCutAtTheLastSeparator) {
  const TemporaryDirectory folder;
  const RowOptions options{.require_labels = true};
  const auto reader =
      open_rows(folder.write("f.txt", "i feel fine; really;joy\r\n\r\nno label\nso;so\tsad| numb\n;fear\n"), options);
  ASSERT_TRUE(reader);
  const auto first = (*reader)->next()->value();
  EXPECT_EQ(first.text, "i feel fine; really");
  EXPECT_EQ(first.labels, std::vector<std::string>{"joy"});
  expect_error(*(*reader)->next(), ErrorCode::kInvalidInput, {"f.txt:3", "no label", "TEXT;LABEL"});
  const auto third = (*reader)->next()->value();
  EXPECT_EQ(third.text, "so;so") << "where there is a tab, semicolons are text";
  EXPECT_EQ(third.labels, (std::vector<std::string>{"sad", "numb"}));
  EXPECT_EQ((*reader)->next()->value().text, "");
}

TEST(Rows, LinesThatEndWithCarriageReturnsOnlyAreNamed) {
  const TemporaryDirectory folder;
  for (const bool labelled : {false, true}) {
    for (const std::string content : {"good day;joy\rbad day;sadness\r", "a;b\rc"}) {
      const auto rows = read_rows(folder.write("f.txt", content), {.require_labels = labelled});
      expect_error(rows, ErrorCode::kInvalidData, {": its lines end with carriage returns only", "tr '\\r' '\\n'"});
    }
  }
  EXPECT_EQ(read_rows(folder.write("f.txt", "a\rb\n"), {}).value()[0].text, "a\rb") << "it ends with a line feed";
  EXPECT_EQ(read_rows(folder.write("f.txt", "only one\r"), {}).value()[0].text, "only one");
}

TEST(Rows, FormatFollowsTheExtension) {
  const TemporaryDirectory folder;
  EXPECT_EQ(read_rows(folder.write("a.JSONL", "{\"text\":\"x\"}\n"), {}).value()[0].text, "x");
  EXPECT_EQ(read_rows(folder.write("a.ndjson", "{\"text\":\"x\"}\n"), {}).value()[0].text, "x");
  EXPECT_EQ(read_rows(folder.write("a.csv", "text\nx\n"), {}).value()[0].text, "x");
  EXPECT_EQ(read_rows(folder.write("a.tsv", "id\ttext\n7\tx\n"), {}).value()[0].id, "7");
  EXPECT_EQ(read_rows(folder.write("a.poem", "x\n"), {}).value()[0].text, "x");
  EXPECT_EQ(read_rows(folder.write("b.csv", "text\nx\n"), {.format = RowFormat::kLines}).value().size(), 2U);
}

TEST(Rows, MissingFileAndDirectory) {
  const TemporaryDirectory folder;
  expect_error(open_rows(folder.path("none.jsonl"), {}), ErrorCode::kNotFound, {"none.jsonl"});
  expect_error(open_rows(folder.path(), {}), ErrorCode::kIo, {"is a directory, expected a file"});
}

TEST(Rows, ALineOverTheLimitIsAnErrorAndTheNextOneIsRead) {
  const TemporaryDirectory folder;
  const auto reader = open_rows(folder.write("f.txt", "ok\n" + std::string(2'000'000, 'x') + "\nafter\n"),
                                {.max_row_bytes = 1'000'000});
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->next()->value().text, "ok");
  expect_error(*(*reader)->next(), ErrorCode::kTooLarge, {"f.txt:2", "1000000 bytes"});
  const auto after = (*reader)->next()->value();
  EXPECT_EQ(after.text, "after");
  EXPECT_EQ(after.id, "2");
  EXPECT_EQ(after.number, 3U);
  EXPECT_FALSE((*reader)->next());
}

TEST(Rows, GoingOnFromEveryPositionGivesTheSameRows) {
  const TemporaryDirectory folder;
  const std::vector<std::pair<std::string, std::string>> files{
      {"f.txt", "a\r\n\nb\nc"},
      {"f.jsonl", "{\"text\":\"a\"}\n\n{bad\n{\"text\":\"b\"}\n{\"text\":\"c\"}"},
      {"f.csv",
       "\xEF\xBB\xBF"
       "text,labels\r\na,x|y\r\n\"b\r\n\"\"2\"\"\",\r\n\r\n\"bad\"x,1\nc,z\n"},
      {"f.tsv", "text\tlabels\n\"a\tx\nb\t\nc\ty\n"}};
  for (const auto& [name, content] : files) {
    const auto path = folder.write(name, content);
    const auto describe = [](const Result<Row>& row) {
      return row ? row->id + "@" + std::to_string(row->number) + ":" + row->text : row.error().message;
    };
    std::vector<std::string> whole;
    std::vector<RowPosition> positions;
    {
      const auto reader = open_rows(path, {});
      ASSERT_TRUE(reader) << reader.error().message;
      positions.push_back((*reader)->position());
      while (const auto row = (*reader)->next()) {
        whole.push_back(describe(*row));
        positions.push_back((*reader)->position());
      }
      EXPECT_EQ((*reader)->size(), content.size());
      EXPECT_EQ((*reader)->offset(), content.size()) << name;
    }
    ASSERT_GE(whole.size(), 3U);
    for (std::size_t start = 0; start < positions.size(); ++start) {
      RowOptions options;
      options.start = positions[start];
      EXPECT_EQ(options.start.index, start) << name;
      const auto reader = open_rows(path, options);
      ASSERT_TRUE(reader) << reader.error().message;
      std::vector<std::string> rest;
      while (const auto row = (*reader)->next()) rest.push_back(describe(*row));
      EXPECT_EQ(rest, std::vector<std::string>(whole.begin() + static_cast<std::ptrdiff_t>(start), whole.end()))
          << name;
    }
  }
}

TEST(Rows, StandardInput) {
  const TemporaryDirectory folder;
  const int saved = ::dup(STDIN_FILENO);
  const int file = ::open(folder.write("f", "a,text\n1,x\n").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_GE(::dup2(file, STDIN_FILENO), 0);
  const auto rows = read_rows("-", {.format = RowFormat::kCsv});
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  ::close(file);
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows->at(0).text, "x");
  EXPECT_EQ(rows->at(0).extra.at("a"), "1");
}

TEST(Rows, ReadRowsStopsAtTheFirstDamagedOne) {
  const TemporaryDirectory folder;
  expect_error(read_rows(folder.write("f.jsonl", "{\"text\":\"a\"}\n{\n"), {}), ErrorCode::kInvalidInput,
               {"f.jsonl:2"});
}

TEST(RowFormats, HaveNames) {
  EXPECT_EQ(row_format_of("auto"), RowFormat::kAuto);
  EXPECT_EQ(row_format_of("tsv"), RowFormat::kTsv);
  EXPECT_EQ(row_format_of("xls"), std::nullopt);
}

TEST(ReadableRows, GoOnAroundDamagedOnes) {
  const TemporaryDirectory folder;
  const std::string path =
      folder.write("rows.jsonl", "{\"text\":\"a\",\"labels\":[\"joy\"]}\n{broken\n{\"text\":\"b\",\"labels\":[]}\n");
  const auto read = read_readable_rows(path, {});
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->rows.size(), 2U);
  EXPECT_EQ(read->rows[1].text, "b");
  ASSERT_EQ(read->rejected.size(), 1U);
  EXPECT_NE(read->rejected[0].message.find("rows.jsonl:2"), std::string::npos) << read->rejected[0].message;
  const auto none = read_readable_rows(folder.write("none.jsonl", "{broken\n"), {});
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().message.find("none of its rows (1)"), std::string::npos) << none.error().message;
}

}  // namespace
}  // namespace emo::io
