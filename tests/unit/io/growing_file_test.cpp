#include "io/growing_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(GrowingFile, AppendsAndCounts) {
  const TemporaryDirectory folder;
  auto output = GrowingFile::create(folder.path("out"));
  ASSERT_TRUE(output);
  ASSERT_TRUE(output->append("one\n"));
  ASSERT_TRUE(output->append(""));
  ASSERT_TRUE(output->append("two\n"));
  ASSERT_TRUE(output->sync());
  EXPECT_EQ(output->size(), 8U);
  EXPECT_EQ(folder.read("out"), "one\ntwo\n");
}

TEST(GrowingFile, ItsModeIsForTheUmaskToSay) {
  const TemporaryDirectory folder;
  const mode_t before = ::umask(0002);
  const auto created = GrowingFile::create(folder.path("created"));
  const auto replaced = GrowingFile::replace(folder.path("replaced"));
  ::umask(before);
  ASSERT_TRUE(created && replaced);
  for (const char* name : {"created", "replaced"}) {
    struct stat info {};
    ASSERT_EQ(::stat(folder.path(name).c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0664U) << name << ": whoever shares the folder may resume the run";
  }
}

TEST(GrowingFile, ResumeCutsBackAndGoesOn) {
  const TemporaryDirectory folder;
  folder.write("out", "one\ntwo\nhal");
  auto output = GrowingFile::open(folder.path("out"));
  ASSERT_TRUE(output);
  EXPECT_EQ(output->size(), 11U);
  ASSERT_TRUE(output->cut(8));
  ASSERT_TRUE(output->append("three\n"));
  EXPECT_EQ(output->size(), 14U);
  EXPECT_EQ(folder.read("out"), "one\ntwo\nthree\n");
}

TEST(GrowingFile, AMissingFileIsNotOpenedAndAMissingFolderNotMade) {
  const TemporaryDirectory folder;
  EXPECT_EQ(GrowingFile::open(folder.path("none")).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(GrowingFile::create(folder.path("no/such/folder")));
}

TEST(GrowingFile, KnowsWhereALineEnds) {
  const TemporaryDirectory folder;
  folder.write("out", "edited\none\ntwo\n");
  auto output = GrowingFile::open(folder.path("out"));
  ASSERT_TRUE(output);
  EXPECT_TRUE(output->line_ends_at(0) && output->line_ends_at(7) && output->line_ends_at(15));
  EXPECT_FALSE(output->line_ends_at(8)) << "where \"two\" ended before";
}

TEST(GrowingFile, ADeletedFileIsNoPlaceForAnswers) {
  const TemporaryDirectory folder;
  auto output = GrowingFile::create(folder.path("out"));
  ASSERT_TRUE(output && output->append("one\n") && output->sync());
  std::filesystem::remove(folder.path("out"));
  const auto synced = output->sync();
  ASSERT_FALSE(synced);
  EXPECT_NE(synced.error().message.find("was deleted while it was written"), std::string::npos);
}

TEST(GrowingFile, ALinkToNothingIsNoRunThatCouldEnd) {
  const TemporaryDirectory folder;
  std::filesystem::create_symlink(folder.path("nowhere"), folder.path("out"));
  const auto output = GrowingFile::create(folder.path("out"));
  ASSERT_FALSE(output);
  EXPECT_NE(output.error().message.find("is a link to a file that does not exist"), std::string::npos)
      << output.error().message;
}

TEST(GrowingFile, IsOpenedOnceAtATime) {
  const TemporaryDirectory folder;
  {
    const auto first = GrowingFile::create(folder.path("out"));
    ASSERT_TRUE(first);
    const auto second = GrowingFile::open(folder.path("out"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::kInvalidData);
    EXPECT_NE(second.error().message.find("another run is writing"), std::string::npos) << second.error().message;
    EXPECT_FALSE(GrowingFile::create(folder.path("out")));
  }
  EXPECT_TRUE(GrowingFile::open(folder.path("out")));
}

TEST(GrowingFile, AFullDiskIsAnErrorWithTheReason) {
  auto full = GrowingFile::open("/dev/full");
  if (!full) GTEST_SKIP() << "no usable /dev/full here: " << full.error().message;
  const auto outcome = full->append("x");
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kIo);
  EXPECT_NE(outcome.error().message.find("No space left"), std::string::npos) << outcome.error().message;
}

}  // namespace
}  // namespace emo::io
