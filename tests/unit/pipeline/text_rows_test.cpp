#include "pipeline/text_rows.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

class TextSourceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ / "poems/old");
    test::write_text(folder_ / "poems/b.txt", "\xEF\xBB\xBFSecond,\nof two lines\r\n\n");
    test::write_text(folder_ / "poems/a.TXT", "First");
    test::write_text(folder_ / "poems/old/c.txt", "");
    test::write_text(folder_ / "poems/notes.md", "no text");
    test::write_text(folder_ / "poems/.hidden.txt", "no text either");
  }
  test::TemporaryFolder folder_;
};

TEST_F(TextSourceTest, EveryFileOfAFolderIsOneTextNamedByItsPath) {
  const auto source = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(source) << source.error().message;
  ASSERT_EQ(source->passed_over().size(), 1U);
  EXPECT_NE(source->passed_over()[0].find("notes.md; expected .txt"), std::string::npos) << source->passed_over()[0];
  const auto rows = source->rows({});
  ASSERT_TRUE(rows);
  EXPECT_EQ((*rows)->size(), 3U);
  std::vector<std::pair<std::string, std::string>> read;
  while (auto row = (*rows)->next()) {
    ASSERT_TRUE(*row) << row->error().message;
    read.emplace_back((*row)->id, (*row)->text);
  }
  const std::vector<std::pair<std::string, std::string>> expected{
      {"a.TXT", "First"}, {"b.txt", "Second,\nof two lines"}, {"old/c.txt", ""}};
  EXPECT_EQ(read, expected);
}

TEST_F(TextSourceTest, ReadingGoesOnWhereItStopped) {
  const auto source = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(source);
  const auto first = source->rows({});
  ASSERT_TRUE(first && (*first)->next());
  const auto rest = source->rows((*first)->position());
  ASSERT_TRUE(rest);
  const auto next = (*rest)->next();
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->id, "b.txt");
}

TEST_F(TextSourceTest, TheNamesIdentifyAFolder) {
  const auto before = TextSource::open(folder_ / "poems", {});
  test::write_text(folder_ / "poems/d.txt", "Third");
  const auto after = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(before && after);
  EXPECT_TRUE(before->identify()->is_listing);
  EXPECT_NE(before->identify()->source_head_sha256, after->identify()->source_head_sha256);
  EXPECT_EQ(before->describe(), "a text a file");
}

TEST_F(TextSourceTest, AFileThatIsTooLargeIsAnErrorOfItsRow) {
  io::RowOptions options;
  options.max_row_bytes = 10;
  const auto source = TextSource::open(folder_ / "poems", options);
  ASSERT_TRUE(source);
  const auto rows = source->rows({});
  ASSERT_TRUE(rows && (*rows)->next());
  const auto failed = (*rows)->next();
  ASSERT_TRUE(failed);
  ASSERT_FALSE(*failed);
  EXPECT_NE(failed->error().message.find("b.txt"), std::string::npos) << failed->error().message;
  EXPECT_EQ((*rows)->failed_id(), "b.txt");
  EXPECT_TRUE((*rows)->next()) << "the rest goes on";
}

TEST_F(TextSourceTest, WhatCannotBeReadIsAnErrorOfItsRow) {
  std::filesystem::create_symlink("loop.txt", folder_ / "poems/loop.txt");
  ASSERT_EQ(::mkfifo((folder_ / "poems/pipe.txt").c_str(), 0600), 0);
  const auto source = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(source);
  const auto rows = source->rows({});
  ASSERT_TRUE(rows);
  std::vector<std::string> failed;
  std::size_t read = 0;
  while (auto row = (*rows)->next()) {
    if (*row) {
      ++read;
      continue;
    }
    EXPECT_FALSE(io::ends_source(row->error())) << row->error().message;
    failed.push_back((*rows)->failed_id());
  }
  EXPECT_EQ(read, 3U) << "the rest goes on";
  EXPECT_EQ(failed, (std::vector<std::string>{"loop.txt", "pipe.txt"})) << "and the pipe is not waited for";
}

TEST_F(TextSourceTest, AFileOfAnotherEncodingSaysHowToConvertIt) {
  test::write_text(folder_ / "poems/a.TXT", std::string("\xFF\xFEh\0i\0", 6));
  const auto source = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(source);
  const auto rows = source->rows({});
  ASSERT_TRUE(rows);
  const auto first = (*rows)->next();
  ASSERT_TRUE(first);
  ASSERT_FALSE(*first);
  EXPECT_NE(first->error().message.find("a.TXT: is UTF-16"), std::string::npos) << first->error().message;
}

TEST_F(TextSourceTest, WhatIsAskedForInVain) {
  io::RowOptions named;
  named.columns_named = true;
  const auto texts = TextSource::open(folder_ / "poems", named);
  EXPECT_EQ(texts.error().code, ErrorCode::kNotFound);
  EXPECT_NE(texts.error().message.find("expected files of rows: .jsonl"), std::string::npos) << texts.error().message;
  std::filesystem::create_directory(folder_ / "empty");
  const auto empty = TextSource::open(folder_ / "empty", {});
  EXPECT_EQ(empty.error().code, ErrorCode::kNotFound);
  EXPECT_NE(empty.error().message.find(".txt"), std::string::npos) << empty.error().message;
  const auto source = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(source);
}

TEST_F(TextSourceTest, AFolderWithoutTextFilesIsOneOfFilesOfRows) {
  std::filesystem::create_directories(folder_ / "parts/old");
  test::write_text(folder_ / "parts/b.jsonl", "{\"text\":\"third\",\"id\":\"own\"}\n");
  test::write_text(folder_ / "parts/a.csv", "text\nfirst\nsecond\n");
  test::write_text(folder_ / "parts/old/c.tsv", "text\tx\nfourth\t1\n");
  test::write_text(folder_ / "parts/none.csv", "");
  test::write_text(folder_ / "parts/schema.json", "{}");
  const auto source = TextSource::open(folder_ / "parts", {});
  ASSERT_TRUE(source) << source.error().message;
  ASSERT_EQ(source->passed_over().size(), 2U);
  EXPECT_NE(source->passed_over()[0].find("schema.json; expected .jsonl"), std::string::npos);
  EXPECT_NE(source->passed_over()[1].find("1 empty file"), std::string::npos) << source->passed_over()[1];
  const auto rows = source->rows({});
  ASSERT_TRUE(rows);
  std::vector<std::pair<std::string, std::string>> read;
  while (auto row = (*rows)->next()) {
    ASSERT_TRUE(*row) << row->error().message;
    read.emplace_back((*row)->id, (*row)->text);
  }
  const std::vector<std::pair<std::string, std::string>> expected{
      {"0", "first"}, {"1", "second"}, {"own", "third"}, {"3", "fourth"}};
  EXPECT_EQ(read, expected) << "numbers go on from file to file";
  EXPECT_NE(source->describe().find("format=auto"), std::string::npos) << source->describe();
}

TEST_F(TextSourceTest, AFormatOrAColumnMeansFilesOfRows) {
  test::write_text(folder_ / "poems/x.csv", "body\nof a table\n");
  io::RowOptions lines;
  lines.format = io::RowFormat::kLines;
  const auto by_line = TextSource::open(folder_ / "poems", lines);
  ASSERT_TRUE(by_line) << by_line.error().message;
  const auto read = *by_line->rows({});
  std::size_t count = 0;
  while (auto row = read->next()) count += *row ? 1 : 0;
  lines.columns_named = true;
  EXPECT_EQ(TextSource::open(folder_ / "poems", lines).error().code, ErrorCode::kUsage) << "lines have no columns";
  EXPECT_EQ(count, 4U) << "a.TXT has one line, b.txt three, old/c.txt is empty";
  io::RowOptions named;
  named.columns_named = true;
  named.text_column = "body";
  const auto table = TextSource::open(folder_ / "poems", named);
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ((*(*(*table->rows({}))->next())).text, "of a table");
  EXPECT_TRUE((*TextSource::open(folder_ / "poems", {})->rows({}))->size() == 3U) << "texts where nobody says";
  std::filesystem::create_directory(folder_ / "lists");
  test::write_text(folder_ / "lists/a.json", "[{\"text\":\"one\"}]");
  EXPECT_FALSE(TextSource::open(folder_ / "lists", {}));
  io::RowOptions json;
  json.format = io::RowFormat::kJsonl;
  EXPECT_TRUE(TextSource::open(folder_ / "lists", json));
}

TEST_F(TextSourceTest, AFileOfRowsIsReadAsItSays) {
  test::write_text(folder_ / "in.txt", "one\ntwo\n");
  const auto source = TextSource::open(folder_ / "in.txt", {});
  ASSERT_TRUE(source);
  EXPECT_EQ(source->describe(), "text=text id=id format=lines");
  EXPECT_FALSE(source->identify()->is_listing);
  const auto rows = source->rows({});
  ASSERT_TRUE(rows);
  EXPECT_EQ((*(*rows)->next())->text, "one");
}

}  // namespace
}  // namespace emo::pipeline
