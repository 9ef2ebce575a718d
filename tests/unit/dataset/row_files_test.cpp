#include "dataset/row_files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

TEST(RowFiles, AreCalledByANameOfTheirSplit) {
  const test::TemporaryFolder folder;
  for (const char* name : {"train.CSV", "Val.txt", "notes.csv", "test.png", "test", ".test.csv", "._test.csv"})
    test::write_text(folder / name, "");
  EXPECT_EQ(row_files_of(folder.path(), Split::kTrain).value(), std::vector<std::string>{folder / "train.CSV"});
  EXPECT_EQ(row_files_of(folder.path(), Split::kDev).value(), std::vector<std::string>{folder / "Val.txt"});
  EXPECT_TRUE(row_files_of(folder.path(), Split::kTest)->empty());
}

TEST(RowFiles, AreInOrder) {
  const test::TemporaryFolder folder;
  for (const char* name : {"val.jsonl", "dev.tsv", "dev.csv", "dev.jsonl"}) test::write_text(folder / name, "");
  EXPECT_EQ(
      row_files_of(folder.path(), Split::kDev).value(),
      (std::vector<std::string>{folder / "dev.jsonl", folder / "dev.csv", folder / "dev.tsv", folder / "val.jsonl"}));
}

TEST(RowFiles, OfSeveralNoneIsLeftOutInSilence) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(row_file_of(folder.path(), Split::kTest).value(), "");
  test::write_text(folder / "test.txt", "notes of a text\n");
  EXPECT_EQ(row_file_of(folder.path(), Split::kTest).value(), folder / "test.txt");
  EXPECT_EQ(row_file_of(folder.path(), Split::kTest, Lines::kLabelled).value(), "");
  test::write_text(folder / "test.jsonl", "");
  EXPECT_EQ(row_file_of(folder.path(), Split::kTest).value(), folder / "test.jsonl") << "notes beside it";
  test::write_text(folder / "test.txt", "a text;joy\n");
  const auto both = row_file_of(folder.path(), Split::kTest);
  ASSERT_FALSE(both);
  EXPECT_NE(both.error().message.find("test.jsonl' and '"), std::string::npos) << both.error().message;
  EXPECT_NE(both.error().message.find("look like the same split"), std::string::npos) << both.error().message;
}

TEST(RowFiles, AFolderThatIsNotThereIsAnError) {
  const test::TemporaryFolder folder;
  const auto files = row_files_of(folder / "none", Split::kTest);
  ASSERT_FALSE(files);
  EXPECT_NE(files.error().message.find("none: cannot be listed"), std::string::npos) << files.error().message;
}

TEST(RowFiles, APipeIsRefusedBeforeAnybodyWaitsForIt) {
  const test::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "train.csv").c_str(), 0600), 0);
  const auto files = row_files_of(folder.path(), Split::kTrain);
  ASSERT_FALSE(files);
  EXPECT_NE(files.error().message.find("train.csv' is not a regular file"), std::string::npos) << files.error().message;
}

}  // namespace
}  // namespace emo::dataset
