// What holds for every task: a source that breaks is no finished run.
#include "pipeline/batch_run.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <utility>

#include "pipeline/batch_journal.hpp"
#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

/// Rows "0", "1", … until the disk breaks.
class BreakingRows : public io::RowReader {
 public:
  explicit BreakingRows(std::uint64_t whole) : whole_(whole) {}
  std::optional<Result<io::Row>> next() override {
    if (at_ > whole_) return std::nullopt;
    if (at_++ == whole_) return Error{ErrorCode::kIo, "the disk broke"};
    io::Row row;
    row.id = row.text = std::to_string(at_ - 1);
    return row;
  }
  [[nodiscard]] io::RowPosition position() const override { return {at_, at_ + 1, at_}; }
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return std::nullopt; }

 private:
  std::uint64_t whole_, at_ = 0;
};

class EchoTask : public BatchTask {
 public:
  [[nodiscard]] Result<BatchIdentity> identify() const override { return BatchIdentity{1000, "source", {}, {}, true}; }
  [[nodiscard]] std::string model_sha256() const override { return "model"; }
  [[nodiscard]] std::string describe() const override { return "echo"; }
  [[nodiscard]] Result<std::unique_ptr<io::RowReader>> open(const io::RowPosition&) const override {
    return std::unique_ptr<io::RowReader>(std::make_unique<BreakingRows>(40));
  }
  void append_csv_header(std::string&) const override {}
  void answer(BatchChunk& chunk) const override {
    for (const auto& row : chunk.rows) chunk.output += (row.text ? *row.text : "error") + "\n";
  }
};

TEST(BatchRun, ASourceThatBreaksIsNotAtItsEnd) {
  const test::TemporaryFolder folder;
  BatchOptions options;
  options.source = "source";
  options.output = folder / "out";
  options.threads = 2;
  options.chunk_rows = 16;
  const auto progress = run_batch(EchoTask(), options, nullptr);
  ASSERT_FALSE(progress);
  EXPECT_EQ(progress.error().code, ErrorCode::kIo);
  EXPECT_EQ(progress.error().message, "the disk broke");
  EXPECT_TRUE(std::filesystem::exists(journal_path(options.output))) << "the run can be resumed";
  EXPECT_EQ(test::read_text(options.output).find("error"), std::string::npos) << "no row is to blame";
}

/// A file of rows that had 1,000 bytes when the run began.
class CutTask : public EchoTask {
 public:
  explicit CutTask(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] Result<BatchIdentity> identify() const override { return BatchIdentity{1000, "source", {}, {}}; }
  [[nodiscard]] Result<std::unique_ptr<io::RowReader>> open(const io::RowPosition&) const override {
    return io::open_rows(path_, {});
  }

 private:
  std::string path_;
};

TEST(BatchRun, ASourceThatIsCutWhileItIsReadIsNotAtItsEnd) {
  const test::TemporaryFolder folder;
  BatchOptions options;
  options.source = folder / "rows.txt";
  options.output = folder / "out";
  options.threads = 1;
  test::write_text(options.source, "one\ntwo\nthr");
  const auto cut = run_batch(CutTask(options.source), options, nullptr);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(cut.error().message.find("was cut while it was read (had 1000 bytes, has 11)"), std::string::npos)
      << cut.error().message;
  EXPECT_TRUE(std::filesystem::exists(journal_path(options.output))) << "else it would be taken for a finished run";

  options.force = true;
  test::write_text(options.source, "one\n" + std::string(996, 'x'));
  EXPECT_TRUE(run_batch(CutTask(options.source), options, nullptr));
}

TEST(BatchRun, WithoutAWorkerItIsRefusedBeforeTheOutputIsTouched) {
  const test::TemporaryFolder folder;
  BatchOptions options;
  options.source = "source";
  options.output = folder / "out";
  options.force = true;
  test::write_text(options.output, "answers");
  for (const int threads : {0, -1, 100'000}) {
    options.threads = threads;
    const auto progress = run_batch(EchoTask(), options, nullptr);
    ASSERT_FALSE(progress);
    EXPECT_EQ(progress.error().code, ErrorCode::kUsage);
    EXPECT_EQ(test::read_text(options.output), "answers");
  }
}

}  // namespace
}  // namespace emo::pipeline
