#include "pipeline/batch_session.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "pipeline/text_batch.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

class BatchSessionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_tiny_bundle(folder_ / "tiny");
    test::write_text(folder_ / "in.txt", "one\ntwo\nthree\n");
    auto opened = TextRecognizer::open(folder_ / "tiny");
    ASSERT_TRUE(opened);
    recognizer_ = std::move(opened).value();
    options_.source = folder_ / "in.txt";
    options_.output = folder_ / "out.jsonl";
  }
  Result<BatchSession> start() const {
    EMO_ASSIGN(const auto source, TextSource::open(options_.source, options_.rows));
    return start_batch(*text_batch_task(*recognizer_, source, options_), options_);
  }
  test::TemporaryFolder folder_;
  std::unique_ptr<TextRecognizer> recognizer_;
  BatchOptions options_;
};

TEST_F(BatchSessionTest, ANewRunBeginsWithItsJournal) {
  const auto session = start();
  ASSERT_TRUE(session) << session.error().message;
  EXPECT_TRUE(session->output.has_value());
  EXPECT_TRUE(std::filesystem::exists(options_.output));
  EXPECT_TRUE(std::filesystem::exists(journal_path(options_.output)));
}

TEST_F(BatchSessionTest, NeverOverwritesUnasked) {
  test::write_text(options_.output, "precious");
  const auto refused = start();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
  EXPECT_NE(refused.error().message.find("--resume"), std::string::npos);
  EXPECT_EQ(test::read_text(options_.output), "precious");
  options_.force = true;
  EXPECT_TRUE(start());
  EXPECT_EQ(test::read_text(options_.output), "");
}

TEST_F(BatchSessionTest, NeverWritesOverItsOwnSource) {
  options_.output = options_.source;
  options_.force = true;
  EXPECT_FALSE(start());
  EXPECT_EQ(test::read_text(options_.source), "one\ntwo\nthree\n");
}

TEST_F(BatchSessionTest, NeitherDoesItsJournal) {
  options_.source = folder_ / "out.jsonl.progress";
  test::write_text(options_.source, "one\n");
  const auto refused = start();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
  EXPECT_EQ(test::read_text(options_.source), "one\n");
}

TEST_F(BatchSessionTest, AnOutputWithoutJournalIsFinished) {
  test::write_text(options_.output, "done\n");
  options_.resume = true;
  const auto session = start();
  ASSERT_TRUE(session);
  EXPECT_FALSE(session->output.has_value());
  EXPECT_EQ(test::read_text(options_.output), "done\n");
}

TEST_F(BatchSessionTest, AFinishedOutputDoesNotAnswerWhatCameLater) {
  namespace fs = std::filesystem;
  test::write_text(options_.output, "done\n");
  fs::last_write_time(options_.source, fs::last_write_time(options_.output) + std::chrono::seconds(2));
  options_.resume = true;
  const auto refused = start();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(refused.error().message.find("in.txt' was changed after"), std::string::npos) << refused.error().message;
  EXPECT_EQ(test::read_text(options_.output), "done\n");
}

TEST_F(BatchSessionTest, AnEmptyOutputWithoutJournalIsBegun) {
  test::write_text(options_.output, "");
  options_.resume = true;
  const auto session = start();
  ASSERT_TRUE(session);
  EXPECT_TRUE(session->output.has_value()) << "its run died before it wrote its journal";
  EXPECT_TRUE(std::filesystem::exists(journal_path(options_.output)));
}

TEST_F(BatchSessionTest, AJournalWithoutItsOutputIsNoRunToGoOnWith) {
  {
    auto session = start();
    ASSERT_TRUE(session);
    session->journal.checkpoint.output_bytes = 18;
    ASSERT_TRUE(write_journal(options_.output, session->journal));
  }
  std::filesystem::remove(options_.output);
  options_.resume = true;
  const auto refused = start();
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("--force"), std::string::npos) << refused.error().message;
  EXPECT_FALSE(std::filesystem::exists(options_.output));
}

TEST_F(BatchSessionTest, AnOutputWhoseJournalCannotBeWrittenIsNotLeftBehind) {
  std::filesystem::create_directory(journal_path(options_.output));
  ASSERT_FALSE(start());
  EXPECT_FALSE(std::filesystem::exists(options_.output));
  test::write_text(options_.output, "precious");
  options_.force = true;
  ASSERT_FALSE(start());
  EXPECT_EQ(test::read_text(options_.output), "precious") << "it was there before";
}

TEST_F(BatchSessionTest, ASecondRunLeavesTheOutputAndTheJournalOfTheFirstAlone) {
  auto first = start();
  ASSERT_TRUE(first);
  ASSERT_TRUE(first->output->append("answer 0\n"));
  first->journal.checkpoint.failed_rows = 7;
  ASSERT_TRUE(write_journal(options_.output, first->journal));
  for (const bool force : {true, false}) {
    options_.force = force;
    options_.resume = !force;
    const auto second = start();
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.find("another run is writing"), std::string::npos) << second.error().message;
    EXPECT_EQ(test::read_text(options_.output), "answer 0\n");
    const auto journal = read_journal(options_.output);
    ASSERT_TRUE(journal && *journal);
    EXPECT_EQ((*journal)->checkpoint.failed_rows, 7U);
  }
}

TEST_F(BatchSessionTest, ResumeStandsWhereTheJournalSays) {
  {
    auto session = start();
    ASSERT_TRUE(session);
    ASSERT_TRUE(session->output->append("answer 0\nanswer 1\nhalf an ans"));
    ASSERT_TRUE(session->reader->next() && session->reader->next());
    session->journal.checkpoint.position = session->reader->position();
    session->journal.checkpoint.output_bytes = 18;
    ASSERT_TRUE(write_journal(options_.output, session->journal));
  }
  options_.resume = true;
  auto session = start();
  ASSERT_TRUE(session) << session.error().message;
  EXPECT_EQ(test::read_text(options_.output), "answer 0\nanswer 1\n");
  const auto row = session->reader->next();
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->text, "three");
  EXPECT_EQ((*row)->id, "2");
}

TEST_F(BatchSessionTest, AnOutputThatIsNotWhatItsJournalSaysIsNotGoneOnWith) {
  {
    auto session = start();
    ASSERT_TRUE(session);
    session->journal.checkpoint.output_bytes = 9;
    ASSERT_TRUE(write_journal(options_.output, session->journal));
  }
  options_.resume = true;
  const auto problem = [&](const std::string& output) {
    test::write_text(options_.output, output);
    const auto session = start();
    if (session) return std::string();
    EXPECT_EQ(session.error().code, ErrorCode::kInvalidData);
    EXPECT_EQ(test::read_text(options_.output), output) << "left as it is";
    return session.error().message;
  };
  EXPECT_EQ(problem("answer 0\nhalf"), "");
  EXPECT_NE(problem("short\n").find("has 6 bytes, its journal says at least 9"), std::string::npos);
  EXPECT_NE(problem("answers 0\nanswer 1\n").find("ends at byte 9"), std::string::npos);
}

TEST_F(BatchSessionTest, WhatAKilledRunLeftOfItsJournalIsRemovedByTheNextButNotWhileItRuns) {
  const std::string left = journal_path(options_.output) + ".tmp-0123456789abcdef";
  const std::string others = folder_ / "other.jsonl.progress.tmp-0123456789abcdef";
  test::write_text(others, "half");
  options_.resume = true;
  {
    const auto running = start();
    ASSERT_TRUE(running) << running.error().message;
    test::write_text(left, "half");
    EXPECT_FALSE(start());
    EXPECT_TRUE(std::filesystem::exists(left)) << "the other run is writing it";
  }
  ASSERT_TRUE(start());
  EXPECT_FALSE(std::filesystem::exists(left));
  EXPECT_TRUE(std::filesystem::exists(others));
}

TEST_F(BatchSessionTest, ResumeRefusesAChangedSourceOrOption) {
  ASSERT_TRUE(start());
  options_.resume = true;
  options_.top_k = 3;
  EXPECT_EQ(start().error().code, ErrorCode::kInvalidData);
  options_.top_k = 0;
  test::write_text(options_.source, "one\ntwo\nTHREE\n");
  EXPECT_EQ(start().error().code, ErrorCode::kInvalidData);
  options_.source = "-";
  EXPECT_EQ(start().error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace emo::pipeline
