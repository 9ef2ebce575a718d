#include "pipeline/batch_journal.hpp"

#include <gtest/gtest.h>

#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

BatchJournal sample_journal() {
  BatchJournal journal;
  journal.identity = {123, "aa", "bb", "jsonl top_k=0"};
  journal.checkpoint.position = {77, 5, 4};
  journal.checkpoint.failed_rows = 1;
  journal.checkpoint.output_bytes = 900;
  return journal;
}

TEST(BatchJournal, ComesBackAsItWas) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(write_journal(folder / "out", sample_journal()));
  EXPECT_EQ(journal_path("out"), "out.progress");
  const auto read = read_journal(folder / "out");
  ASSERT_TRUE(read && read->has_value());
  const auto& journal = **read;
  EXPECT_EQ(journal.checkpoint.position.offset, 77U);
  EXPECT_EQ(journal.checkpoint.position.line, 5U);
  EXPECT_EQ(journal.checkpoint.position.index, 4U);
  EXPECT_EQ(journal.checkpoint.failed_rows, 1U);
  EXPECT_EQ(journal.checkpoint.output_bytes, 900U);
  EXPECT_TRUE(check_same_run(journal.identity, sample_journal().identity));
}

TEST(BatchJournal, NoneIsNoError) {
  const test::TemporaryFolder folder;
  const auto read = read_journal(folder / "out");
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->has_value());
}

TEST(BatchJournal, DamagedOrForeignOnesAreRefused) {
  const test::TemporaryFolder folder;
  for (const char* content : {"", "[]", "{\"journal_version\":1}", "{\"journal_version\":\"1\"}"}) {
    test::write_text(folder / "out.progress", content);
    EXPECT_FALSE(read_journal(folder / "out")) << content;
  }
  test::write_text(folder / "out.progress", "{\"journal_version\":9}");
  const auto future = read_journal(folder / "out");
  ASSERT_FALSE(future);
  EXPECT_EQ(future.error().code, ErrorCode::kUnsupported);
}

TEST(BatchJournal, NamesWhatDiffers) {
  const auto before = sample_journal().identity;
  const auto expect_difference = [&](BatchIdentity now, const std::string& what) {
    const auto same = check_same_run(before, now);
    ASSERT_FALSE(same);
    EXPECT_NE(same.error().message.find(what), std::string::npos) << same.error().message;
  };
  auto now = before;
  now.source_bytes = 5;
  expect_difference(now, "source");
  now = before;
  now.source_head_sha256 = "xx";
  expect_difference(now, "source");
  now = before;
  now.model_sha256 = "xx";
  expect_difference(now, "model");
  now = before;
  now.options = "csv";
  expect_difference(now, "option");
  now.options = "\x1b]0;\ncsv";  // a journal is a file as any other
  expect_difference(now, "is '\\x1b]0;\\x0acsv'");
}

TEST(BatchJournal, IdentityNeedsARegularFile) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "in", "abc");
  const auto identity = identify_source(folder / "in");
  ASSERT_TRUE(identity);
  EXPECT_EQ(identity->source_bytes, 3U);
  EXPECT_EQ(identity->source_head_sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(identify_source(folder / "none").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(identify_source(folder.path()).error().code, ErrorCode::kIo);
  EXPECT_EQ(identify_source("/dev/null").error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace emo::pipeline
