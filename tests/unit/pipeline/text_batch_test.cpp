#include "pipeline/text_batch.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <sstream>

#include "io/json.hpp"
#include "pipeline/batch_journal.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

Result<BatchProgress> run_text_batch(const TextRecognizer& recognizer, const BatchOptions& options,
                                     const std::function<void(const BatchProgress&)>& on_progress) {
  EMO_ASSIGN(const auto source, TextSource::open(options.source, options.rows));
  return run_batch(*text_batch_task(recognizer, source, options), options, on_progress);
}

class TextBatchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_tiny_bundle(folder_ / "tiny");
    auto opened = TextRecognizer::open(folder_ / "tiny");
    ASSERT_TRUE(opened);
    recognizer_ = std::move(opened).value();
    std::string lines;
    for (int i = 0; i < 500; ++i) {
      lines += i % 50 == 7 ? "bad \xFF byte\n" : "row number " + std::to_string(i) + " is good\n";
    }
    test::write_text(folder_ / "in.txt", lines);
    options_.source = folder_ / "in.txt";
    options_.output = folder_ / "out.jsonl";
    options_.threads = 3;
    options_.chunk_rows = 16;
  }
  test::TemporaryFolder folder_;
  std::unique_ptr<TextRecognizer> recognizer_;
  BatchOptions options_;
};

TEST_F(TextBatchTest, OneLinePerRowInOrderWithErrorsInTheirPlace) {
  const auto progress = run_text_batch(*recognizer_, options_, nullptr);
  ASSERT_TRUE(progress) << progress.error().message;
  EXPECT_EQ(progress->rows, 500U);
  EXPECT_EQ(progress->failed_rows, 10U);
  EXPECT_EQ(progress->source_offset, std::filesystem::file_size(options_.source));
  EXPECT_FALSE(std::filesystem::exists(journal_path(options_.output)));
  std::istringstream lines(test::read_text(options_.output));
  std::string line;
  int row = 0;
  for (; std::getline(lines, line); ++row) {
    const auto json = io::parse_json(line, "line");
    ASSERT_TRUE(json) << line;
    EXPECT_EQ((*json)["id"], std::to_string(row));
    EXPECT_EQ(json->contains("error"), row % 50 == 7) << line;
  }
  EXPECT_EQ(row, 500);
}

TEST_F(TextBatchTest, ThreadsAndChunksDoNotChangeAByte) {
  ASSERT_TRUE(run_text_batch(*recognizer_, options_, nullptr));
  const std::string expected = test::read_text(options_.output);
  options_.output = folder_ / "other.jsonl";
  options_.threads = 1;
  options_.chunk_rows = 7;
  ASSERT_TRUE(run_text_batch(*recognizer_, options_, nullptr));
  EXPECT_EQ(test::read_text(options_.output), expected);
}

TEST_F(TextBatchTest, ResumeFromAnyCommitGivesTheSameBytes) {
  for (const BatchFormat format : {BatchFormat::kJsonl, BatchFormat::kCsv}) {
    options_.format = format;
    options_.output = folder_ / "whole";
    options_.force = true;
    ASSERT_TRUE(run_text_batch(*recognizer_, options_, nullptr));
    const std::string expected = test::read_text(options_.output);

    // A copy of output and journal taken in the middle of a run is what a kill would leave.
    options_.output = folder_ / "running";
    options_.commit_seconds = 0;
    int snapshots = 0;
    ASSERT_TRUE(run_text_batch(*recognizer_, options_, [&](const BatchProgress& progress) {
      if (progress.rows % 96 != 0) return;
      const std::string copy = folder_ / ("killed" + std::to_string(snapshots++));
      std::filesystem::copy_file(options_.output, copy, std::filesystem::copy_options::overwrite_existing);
      std::filesystem::copy_file(journal_path(options_.output), journal_path(copy),
                                 std::filesystem::copy_options::overwrite_existing);
    }));
    ASSERT_GE(snapshots, 3);
    auto resumed = options_;
    resumed.force = false;
    resumed.resume = true;
    for (int i = 0; i < snapshots; ++i) {
      resumed.output = folder_ / ("killed" + std::to_string(i));
      test::write_text(resumed.output, test::read_text(resumed.output) + "half a li");
      const auto progress = run_text_batch(*recognizer_, resumed, nullptr);
      ASSERT_TRUE(progress) << progress.error().message;
      EXPECT_GT(progress->rows_before, 0U);
      EXPECT_EQ(progress->rows, 500U);
      EXPECT_EQ(progress->failed_rows, 10U);
      EXPECT_EQ(test::read_text(resumed.output), expected);
    }
  }
}

TEST_F(TextBatchTest, ResumeOfAFinishedRunDoesNothing) {
  ASSERT_TRUE(run_text_batch(*recognizer_, options_, nullptr));
  const std::string expected = test::read_text(options_.output);
  options_.resume = true;
  const auto again = run_text_batch(*recognizer_, options_, nullptr);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->already_finished);
  EXPECT_EQ(test::read_text(options_.output), expected);
}

TEST_F(TextBatchTest, ResumeOfAFinishedRunOverAFolderThatGrewIsRefused) {
  std::filesystem::create_directory(folder_ / "poems");
  test::write_text(folder_ / "poems/a.txt", "a good row");
  options_.source = folder_ / "poems";
  ASSERT_TRUE(run_text_batch(*recognizer_, options_, nullptr));
  options_.resume = true;
  EXPECT_TRUE(run_text_batch(*recognizer_, options_, nullptr)->already_finished);
  test::write_text(folder_ / "poems/b.txt", "another good row");
  std::filesystem::last_write_time(folder_ / "poems/b.txt",
                                   std::filesystem::file_time_type::clock::now() + std::chrono::seconds(2));
  const auto grown = run_text_batch(*recognizer_, options_, nullptr);
  ASSERT_FALSE(grown);
  EXPECT_NE(grown.error().message.find("was changed after the run"), std::string::npos) << grown.error().message;
  std::filesystem::last_write_time(folder_ / "poems/b.txt",
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(24));
  EXPECT_FALSE(run_text_batch(*recognizer_, options_, nullptr)) << "an old file that was put there now";
}

TEST_F(TextBatchTest, ARowThatIsNoUtf8NamesItsLine) {
  test::write_text(options_.source, "a good row\nbad \xFF byte\n");
  ASSERT_TRUE(run_text_batch(*recognizer_, options_, nullptr));
  const std::string lines = test::read_text(options_.output);
  EXPECT_NE(lines.find(options_.source + ":2: byte offset 4"), std::string::npos) << lines;
}

TEST_F(TextBatchTest, AnotherLeastConfidenceIsNotTheSameRun) {
  RecognizerOptions strict;
  strict.min_confidence = 0.5;
  const auto stricter = TextRecognizer::open(folder_ / "tiny", strict);
  ASSERT_TRUE(stricter);
  const auto source = TextSource::open(options_.source, options_.rows);
  ASSERT_TRUE(source);
  const std::string usual = text_batch_task(*recognizer_, *source, options_)->describe();
  const std::string other = text_batch_task(**stricter, *source, options_)->describe();
  EXPECT_EQ(usual.find("min_confidence"), std::string::npos) << usual;
  EXPECT_NE(other.find("min_confidence=0.5"), std::string::npos) << other;
}

TEST_F(TextBatchTest, AnotherReadingOfTheRowsIsNotTheSameRun) {
  const auto described = [this] {
    const auto source = TextSource::open(options_.source, options_.rows);
    return source ? text_batch_task(*recognizer_, *source, options_)->describe() : source.error().message;
  };
  options_.source = folder_ / "rows.csv";
  const std::string before = described();
  options_.rows.format = io::RowFormat::kCsv;
  EXPECT_EQ(described(), before) << "what the extension says, said in words";
  options_.rows.format = io::RowFormat::kAuto;
  options_.rows.require_id = true;
  EXPECT_NE(described(), before);
  options_.rows.require_id = false;
  options_.source = folder_ / "rows.txt";
  EXPECT_NE(described(), before) << "lines now";
}

TEST_F(TextBatchTest, AnEmptySourceGivesAnEmptyOutput) {
  test::write_text(folder_ / "none.txt", "");
  options_.source = folder_ / "none.txt";
  const auto progress = run_text_batch(*recognizer_, options_, nullptr);
  ASSERT_TRUE(progress) << progress.error().message;
  EXPECT_EQ(progress->rows, 0U);
  EXPECT_EQ(test::read_text(options_.output), "");
}

}  // namespace
}  // namespace emo::pipeline
