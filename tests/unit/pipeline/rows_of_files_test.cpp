#include "pipeline/rows_of_files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <utility>

#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

class RowsOfFilesTest : public ::testing::Test {
 protected:
  using Seen = std::vector<std::pair<std::string, std::string>>;  ///< ids and texts, or errors

  void SetUp() override {
    write("a.csv", "text\none\n\"two\nlines\"\n");
    write("b.jsonl", "{\"text\":\"three\"}\n{broken\n{\"text\":\"five\"}");
    write("c.tsv", "text\nsix\n");
  }
  void write(const std::string& name, const std::string& content) {
    test::write_text(folder_ / name, content);
    std::erase_if(files_, [&](const SizedFile& file) { return file.path == folder_ / name; });
    files_.push_back({folder_ / name, content.size()});
  }
  std::unique_ptr<io::RowReader> open(const io::RowPosition& start = {}) {
    io::RowOptions options;
    options.start = start;
    return open_rows_of_files(std::make_shared<const std::vector<SizedFile>>(files_), folder_ / "", options);
  }
  static Seen rest(io::RowReader& reader) {
    Seen out;
    while (auto row = reader.next()) {
      if (*row) {
        out.emplace_back((*row)->id, (*row)->text);
      } else {
        out.emplace_back(reader.failed_id(), "error");
      }
    }
    return out;
  }

  test::TemporaryFolder folder_;
  std::vector<SizedFile> files_;
};

TEST_F(RowsOfFilesTest, OneFileAfterTheOther) {
  const auto reader = open();
  const auto first = reader->next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->file, folder_ / "a.csv");
  EXPECT_EQ((*first)->number, 2U);
  const Seen expected{{"1", "two\nlines"}, {"2", "three"}, {"line 2", "error"}, {"4", "five"}, {"5", "six"}};
  EXPECT_EQ(rest(*reader), expected);
  EXPECT_EQ(reader->position().offset, *reader->size());
  EXPECT_EQ(reader->position().index, 6U);
}

TEST_F(RowsOfFilesTest, ReadingGoesOnFromEveryPlace) {
  const Seen all = rest(*open());
  for (std::size_t before = 0; before <= all.size(); ++before) {
    const auto reader = open();
    for (std::size_t i = 0; i < before; ++i) ASSERT_TRUE(reader->next());
    const auto position = reader->position();
    EXPECT_EQ(position.index, before);
    EXPECT_EQ(rest(*open(position)), Seen(all.begin() + static_cast<std::ptrdiff_t>(before), all.end())) << before;
  }
}

TEST_F(RowsOfFilesTest, PlacesAreThoseOfTheFileAlsoAfterGoingOn) {
  const auto reader = open();
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(reader->next());
  const auto again = open(reader->position());
  const auto third = again->next();
  ASSERT_TRUE(third && *third);
  EXPECT_EQ((*third)->file + ":" + std::to_string((*third)->number), folder_ / "b.jsonl:1");
  const auto broken = again->next();
  ASSERT_TRUE(broken);
  ASSERT_FALSE(*broken);
  EXPECT_NE(broken->error().message.find("b.jsonl:2"), std::string::npos) << broken->error().message;
}

TEST_F(RowsOfFilesTest, AFileThatCannotBeReadIsAnErrorInItsPlace) {
  std::filesystem::remove(folder_ / "b.jsonl");
  write("c.tsv", "other\nsix\n");
  const Seen expected{{"0", "one"}, {"1", "two\nlines"}, {"b.jsonl", "error"}, {"c.tsv", "error"}};
  EXPECT_EQ(rest(*open()), expected);
  write("d.csv", "text\nseven\n");
  const auto reader = open();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(reader->next());
  EXPECT_EQ(rest(*open(reader->position())), (Seen{{"c.tsv", "error"}, {"4", "seven"}}));
}

TEST_F(RowsOfFilesTest, APipeIsNotWaitedFor) {
  std::filesystem::remove(folder_ / "b.jsonl");
  ASSERT_EQ(::mkfifo((folder_ / "b.jsonl").c_str(), 0600), 0);
  EXPECT_EQ(rest(*open()), (Seen{{"0", "one"}, {"1", "two\nlines"}, {"b.jsonl", "error"}, {"3", "six"}}));
}

TEST_F(RowsOfFilesTest, AFileThatWasCutIsToldAndTheNextOneRead) {
  const auto reader = open();
  ASSERT_TRUE(reader->next());
  std::filesystem::resize_file(folder_ / "b.jsonl", 17);
  EXPECT_EQ(rest(*reader), (Seen{{"1", "two\nlines"}, {"2", "three"}, {"b.jsonl", "error"}, {"4", "six"}}));
}

TEST_F(RowsOfFilesTest, AFileThatGrowsIsReadToItsEnd) {
  const auto reader = open();
  ASSERT_TRUE(reader->next());
  test::write_text(folder_ / "c.tsv", "text\nsix\nseven\n");
  EXPECT_EQ(rest(*reader).back(), (std::pair<std::string, std::string>("6", "seven")));
  EXPECT_EQ(reader->position().offset, *reader->size()) << "no progress beyond the whole";
}

}  // namespace
}  // namespace emo::pipeline
