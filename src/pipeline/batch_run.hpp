// Millions of rows from a source, answered into a file: constant memory, resumable after any kind of death. What a row
// is and how it is answered is the task's business (text_batch.hpp, face_batch.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/batch_journal.hpp"
#include "pipeline/batch_queue.hpp"

namespace emo::pipeline {

enum class BatchFormat { kJsonl, kCsv };

struct BatchOptions {
  std::string source;  ///< path, or "-" for standard input
  std::string output;  ///< path of the file to write
  BatchFormat format = BatchFormat::kJsonl;
  io::RowOptions rows;
  int threads = 1;               ///< workers; give them a recognizer that was opened with threads = 1
  std::size_t top_k = 0;         ///< 0 = all
  bool resume = false;           ///< go on where an interrupted run stopped
  bool force = false;            ///< overwrite an existing output
  std::size_t chunk_rows = 256;  ///< rows that one worker takes at a time
  double commit_seconds = 1.0;   ///< at most so much work is done twice after a crash
  std::function<bool()> stop;    ///< looked at a few times a second; true ends the run early. May be empty
};

struct BatchProgress {
  std::uint64_t rows = 0;  ///< answered, those of an earlier run included
  std::uint64_t failed_rows = 0;
  std::uint64_t abstained_rows = 0;  ///< texts, or pictures with a face, whose answer is not to be relied on
  std::uint64_t rows_before = 0;     ///< answered by earlier runs
  std::uint64_t source_offset = 0;
  std::uint64_t source_offset_before = 0;
  std::optional<std::uint64_t> source_bytes;
  bool already_finished = false;  ///< --resume on a run that had ended: nothing was done
  bool interrupted = false;       ///< `stop` has ended the run: the rows so far are committed, --resume goes on
};

/// What differs between batches. Const members are called from several threads.
class BatchTask {
 public:
  virtual ~BatchTask() = default;
  /// The source part of the identity, compared on resume. Errors: kNotFound, kIo; kUsage for a source that cannot be
  /// read again (it is then only not resumable).
  [[nodiscard]] virtual Result<BatchIdentity> identify() const = 0;
  /// Digest of the model, and every option that changes the bytes of the output.
  [[nodiscard]] virtual std::string model_sha256() const = 0;
  [[nodiscard]] virtual std::string describe() const = 0;
  /// The rows from `start` on.
  [[nodiscard]] virtual Result<std::unique_ptr<io::RowReader>> open(const io::RowPosition& start) const = 0;
  /// When the source was changed last, where that can be told.
  [[nodiscard]] virtual std::optional<std::filesystem::file_time_type> last_change() const { return std::nullopt; }
  /// kUsage when writing `output` would replace something that the rows name, as far as that is known beforehand.
  [[nodiscard]] virtual Result<void> check_output(const std::string& /*output*/) const { return {}; }
  /// The first line of a csv.
  virtual void append_csv_header(std::string& out) const = 0;
  /// Fills `output` and the counts of the chunk: one answer or error for each of its rows, in order.
  virtual void answer(BatchChunk& chunk) const = 0;
};

/// Answers every row of the source in order, a bad row by an error in its place. Reader, workers and writer overlap.
/// Every `commit_seconds` the output is flushed to the disk and OUTPUT.progress (see batch_journal.hpp) records how far
/// source and output are in step; it is removed at the end. With `resume` the output is cut back to that point, so no
/// row is lost or there twice. `on_progress` is called after each chunk, from the calling thread. When options.stop
/// says so, what the workers have in hand is still answered and committed. A reader that then (or after an error) still
/// waits for a pipe is left behind in its thread. Errors: kUsage (no or over core::kMaxThreads threads; the output
/// exists and neither resume nor force was asked for), kNotFound, kIo (full disk: the run can be resumed), kInvalidData
/// (another run is writing the output; another source, model or option than before; csv without the column).
Result<BatchProgress> run_batch(const BatchTask& task, const BatchOptions& options,
                                const std::function<void(const BatchProgress&)>& on_progress);

}  // namespace emo::pipeline
