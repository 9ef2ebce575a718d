#include "pipeline/batch_output.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

TEST(BatchOutput, AppendsAndCounts) {
  const test::TemporaryFolder folder;
  auto output = BatchOutput::create(folder / "out");
  ASSERT_TRUE(output);
  ASSERT_TRUE(output->append("one\n"));
  ASSERT_TRUE(output->append(""));
  ASSERT_TRUE(output->append("two\n"));
  ASSERT_TRUE(output->sync());
  EXPECT_EQ(output->size(), 8U);
  EXPECT_EQ(test::read_text(folder / "out"), "one\ntwo\n");
}

TEST(BatchOutput, ItsModeIsForTheUmaskToSay) {
  const test::TemporaryFolder folder;
  const mode_t before = ::umask(0002);
  const auto created = BatchOutput::create(folder / "created");
  const auto replaced = BatchOutput::replace(folder / "replaced");
  ::umask(before);
  ASSERT_TRUE(created && replaced);
  for (const char* name : {"created", "replaced"}) {
    struct stat info {};
    ASSERT_EQ(::stat((folder / name).c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0664U) << name << ": whoever shares the folder may resume the run";
  }
}

TEST(BatchOutput, ResumeCutsBackAndGoesOn) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "out", "one\ntwo\nhal");
  auto output = BatchOutput::open(folder / "out");
  ASSERT_TRUE(output);
  EXPECT_EQ(output->size(), 11U);
  ASSERT_TRUE(output->cut(8));
  ASSERT_TRUE(output->append("three\n"));
  EXPECT_EQ(output->size(), 14U);
  EXPECT_EQ(test::read_text(folder / "out"), "one\ntwo\nthree\n");
}

TEST(BatchOutput, RefusesAnOutputThatIsTooShortOrMissing) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "out", "one");
  auto output = BatchOutput::open(folder / "out");
  ASSERT_TRUE(output);
  const auto shorter = output->cut(8);
  ASSERT_FALSE(shorter);
  EXPECT_EQ(shorter.error().code, ErrorCode::kInvalidData);
  EXPECT_EQ(test::read_text(folder / "out"), "one");
  EXPECT_EQ(BatchOutput::open(folder / "none").error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(BatchOutput::create(folder / "no/such/folder"));
}

TEST(BatchOutput, KnowsWhereALineEnds) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "out", "edited\none\ntwo\n");
  auto output = BatchOutput::open(folder / "out");
  ASSERT_TRUE(output);
  EXPECT_TRUE(output->check_line_ends_at(0) && output->check_line_ends_at(7) && output->check_line_ends_at(15));
  const auto moved = output->check_line_ends_at(8);  // where "two" ended before
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(moved.error().message.find("ends at byte 8"), std::string::npos) << moved.error().message;
}

TEST(BatchOutput, ADeletedFileIsNoPlaceForAnswers) {
  const test::TemporaryFolder folder;
  auto output = BatchOutput::create(folder / "out");
  ASSERT_TRUE(output && output->append("one\n") && output->sync());
  std::filesystem::remove(folder / "out");
  const auto synced = output->sync();
  ASSERT_FALSE(synced);
  EXPECT_NE(synced.error().message.find("was deleted while it was written"), std::string::npos);
}

TEST(BatchOutput, ALinkToNothingIsNoRunThatCouldEnd) {
  const test::TemporaryFolder folder;
  std::filesystem::create_symlink(folder / "nowhere", folder / "out");
  const auto output = BatchOutput::create(folder / "out");
  ASSERT_FALSE(output);
  EXPECT_NE(output.error().message.find("is a link to a file that does not exist"), std::string::npos)
      << output.error().message;
}

TEST(BatchOutput, IsOpenedOnceAtATime) {
  const test::TemporaryFolder folder;
  {
    const auto first = BatchOutput::create(folder / "out");
    ASSERT_TRUE(first);
    const auto second = BatchOutput::open(folder / "out");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::kInvalidData);
    EXPECT_NE(second.error().message.find("another run is writing"), std::string::npos) << second.error().message;
    EXPECT_FALSE(BatchOutput::create(folder / "out"));
  }
  EXPECT_TRUE(BatchOutput::open(folder / "out"));
}

TEST(BatchOutput, AFullDiskIsAnErrorWithTheReason) {
  auto full = BatchOutput::open("/dev/full");
  if (!full) GTEST_SKIP() << "no usable /dev/full here: " << full.error().message;
  const auto outcome = full->append("x");
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kIo);
  EXPECT_NE(outcome.error().message.find("No space left"), std::string::npos) << outcome.error().message;
}

}  // namespace
}  // namespace emo::pipeline
