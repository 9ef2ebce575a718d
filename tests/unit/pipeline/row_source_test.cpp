#include "pipeline/row_source.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "pipeline/text_rows.hpp"
#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

class RowSourceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ / "poems/old");
    test::write_text(folder_ / "poems/a.txt", "first");
    test::write_text(folder_ / "poems/old/b.txt", "second");
    test::write_text(folder_ / "rows.txt", "first\nsecond\n");
  }
  test::TemporaryFolder folder_;
};

TEST_F(RowSourceTest, AnOutputIsNoFileOfTheFolderAndBecomesNone) {
  const auto source = TextSource::open(folder_ / "poems", {});
  ASSERT_TRUE(source);
  EXPECT_FALSE(source->check_output(folder_ / "poems/old/b.txt")) << "it would be lost";
  for (const char* out : {"poems/all.txt", "poems/old/all.TXT", "poems/../poems/all.txt"}) {
    const auto refused = source->check_output(folder_ / out);
    ASSERT_FALSE(refused) << out;
    EXPECT_NE(refused.error().message.find("would be read as one of the files"), std::string::npos)
        << refused.error().message;
  }
  for (const char* out : {"out.csv", "all.txt", "poems/all.csv", "poems.txt"}) {
    EXPECT_TRUE(source->check_output(folder_ / out)) << out;
  }
  EXPECT_TRUE(TextSource::open(folder_ / "rows.txt", {})->check_output(folder_ / "all.txt"));
}

TEST_F(RowSourceTest, PlacesAreLinesOrFiles) {
  const BatchRow second{"1", std::string("second"), 2};
  EXPECT_EQ(TextSource::open(folder_ / "poems", {})->place_of(second), folder_ / "poems/old/b.txt");
  EXPECT_EQ(TextSource::open(folder_ / "rows.txt", {})->place_of(second), folder_ / "rows.txt:2");
  EXPECT_EQ(TextSource::open("-", {})->place_of(second), "<stdin>:2");
  std::filesystem::create_directory(folder_ / "parts");
  test::write_text(folder_ / "parts/b.jsonl", "{\"text\":\"second\"}\n");
  EXPECT_EQ(
      TextSource::open(folder_ / "parts", {})->place_of({"1", std::string("second"), 1, folder_ / "parts/b.jsonl"}),
      folder_ / "parts/b.jsonl:1");
}

TEST_F(RowSourceTest, FilesOfRowsAreKnownByNamesAndSizesAndKeptFromTheOutput) {
  std::filesystem::create_directory(folder_ / "parts");
  test::write_text(folder_ / "parts/a.csv", "text\nfirst\n");
  const auto before = TextSource::open(folder_ / "parts", {});
  ASSERT_TRUE(before);
  EXPECT_TRUE(before->identify()->is_listing);
  EXPECT_FALSE(before->check_output(folder_ / "parts/a.csv"));
  const auto refused = before->check_output(folder_ / "parts/all.csv");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("the next time: put it elsewhere"), std::string::npos)
      << refused.error().message;
  EXPECT_FALSE(before->check_output(folder_ / "parts/all.txt")) << "it would be the only text there";
  EXPECT_TRUE(before->check_output(folder_ / "all.csv"));
  EXPECT_TRUE(before->last_change());
  test::write_text(folder_ / "parts/a.csv", "text\nfirst\nsecond\n");
  EXPECT_NE(TextSource::open(folder_ / "parts", {})->identify()->source_head_sha256,
            before->identify()->source_head_sha256);
}

TEST_F(RowSourceTest, TheLastChangeOfAFolderIsThatOfItsNewestFile) {
  const auto later = std::filesystem::file_time_type::clock::now() + std::chrono::hours(1);
  std::filesystem::last_write_time(folder_ / "poems/old/b.txt", later);
  EXPECT_EQ(TextSource::open(folder_ / "poems", {})->last_change(), later);
  const auto before = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  for (const char* file : {"poems/a.txt", "poems/old/b.txt"}) {
    std::filesystem::last_write_time(folder_ / file, before - std::chrono::hours(24));
  }
  EXPECT_GT(TextSource::open(folder_ / "poems", {})->last_change(), before) << "as of a file that was moved there";
  std::filesystem::last_write_time(folder_ / "rows.txt", later);
  EXPECT_EQ(TextSource::open(folder_ / "rows.txt", {})->last_change(), later);
  EXPECT_FALSE(TextSource::open("-", {})->last_change());
}

}  // namespace
}  // namespace emo::pipeline
