// Reader -> workers -> writer of a batch. What a row's answer looks like is its task's work (text_batch, face_batch);
// what is checked before the first row is read is batch_session.cpp's.
#include "pipeline/batch_run.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "core/quote.hpp"
#include "io/file_identity.hpp"
#include "io/growing_file.hpp"
#include "pipeline/batch_session.hpp"

namespace emo::pipeline {
namespace {

/// A chunk is also full at this many bytes of text, so that rows of many megabytes do not add up.
constexpr std::size_t kChunkBytes = 1u << 20;
constexpr std::size_t kChunksPerThread = 3;

using Clock = std::chrono::steady_clock;

constexpr auto kLookAgain = std::chrono::milliseconds(100);       // at options.stop
constexpr auto kReaderPatience = std::chrono::milliseconds(500);  // after the end of an early ended run

void read_chunks(io::RowReader& reader, std::size_t chunk_rows, BatchQueue& queue) {
  BatchChunk chunk;
  std::size_t bytes = 0;
  const auto hand_over = [&] {
    chunk.position = reader.position();
    bytes = 0;
    return queue.push(std::exchange(chunk, BatchChunk{}));
  };
  while (auto row = reader.next()) {
    if (*row) {
      bytes += (*row)->text.size();
      chunk.rows.push_back({std::move((*row)->id), std::move((*row)->text), (*row)->number, std::move((*row)->file)});
    } else if (io::ends_source(row->error())) {
      queue.stop(row->error());  // what was not read is still to come: this is no finished run
      return;
    } else {
      chunk.rows.push_back({reader.failed_id(), row->error(), 0});
    }
    if ((chunk.rows.size() >= chunk_rows || bytes >= kChunkBytes) && !hand_over()) return;
  }
  if (!chunk.rows.empty()) hand_over();
}

/// Runs `body` so that an exception (memory) ends the batch instead of the process.
template <class Body>
void guarded(BatchQueue& queue, Body body) {
  try {
    body();
  } catch (const std::exception& exception) {
    queue.stop({ErrorCode::kInternal, std::string("batch thread failed: ") + exception.what()});
  }
}

/// Output first, then the journal: the journal never speaks of bytes that may be lost.
Result<void> commit(const BatchOptions& options, BatchSession& session) {
  EMO_TRY(session.output->sync());
  session.journal.checkpoint.output_bytes = session.output->size();
  return write_journal(options.output, session.journal);
}

/// The calling thread's part: chunks in order into the file, commits, progress.
Result<void> write_chunks(const BatchOptions& options, BatchQueue& queue, BatchSession& session,
                          BatchProgress& progress, const std::function<void(const BatchProgress&)>& on_progress) {
  auto committed = Clock::now();
  const auto interval =
      std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.commit_seconds));
  bool pending = false;
  const auto look = [&]() -> Result<void> {
    if (options.stop && !progress.interrupted && options.stop()) progress.interrupted = queue.end_early();
    // A source that pauses, say a pipe, must not keep back what is done already.
    if (!pending || Clock::now() < committed + interval) return {};
    EMO_TRY(commit(options, session));
    committed = Clock::now();
    pending = false;
    return {};
  };
  for (;;) {
    do {
      EMO_TRY(look());
    } while (!queue.finished_before(Clock::now() + std::min<Clock::duration>(kLookAgain, interval)));
    auto chunk = queue.next_finished();
    if (!chunk) break;
    EMO_TRY(session.output->append(chunk->output));
    auto& checkpoint = session.journal.checkpoint;
    checkpoint.position = chunk->position;
    checkpoint.failed_rows += chunk->failed_rows;
    checkpoint.abstained_rows += chunk->abstained_rows;
    progress.rows = checkpoint.position.index;
    progress.failed_rows = checkpoint.failed_rows;
    progress.abstained_rows = checkpoint.abstained_rows;
    progress.source_offset = checkpoint.position.offset;
    pending = Clock::now() - committed < interval;
    if (!pending) {
      EMO_TRY(commit(options, session));
      committed = Clock::now();
    }
    if (on_progress) on_progress(progress);
  }
  if (auto error = queue.error()) return *error;
  return commit(options, session);
}

/// A file that somebody emptied or wrote anew while it was read ended early, perhaps in the middle of a row. One that
/// another has taken the place of was read whole.
Result<void> check_not_cut(const BatchOptions& options, const BatchJournal& journal,
                           const std::optional<io::FileIdentity>& before) {
  const std::uint64_t expected = journal.identity.source_bytes;
  if (journal.identity.is_listing || journal.checkpoint.position.offset >= expected) return {};
  if (!before || io::identity_of(options.source) != before) return {};
  std::error_code failed;
  const auto now = std::filesystem::file_size(options.source, failed);
  if (failed || now >= expected) return {};
  return Error{ErrorCode::kInvalidData, core::quoted_path(options.source) + " was cut while it was read (had " +
                                            std::to_string(expected) + " bytes, has " + std::to_string(now) +
                                            "): rows are missing in " + core::quoted_path(options.output) +
                                            "; start anew with --force"};
}

}  // namespace

Result<BatchProgress> run_batch(const BatchTask& task, const BatchOptions& options,
                                const std::function<void(const BatchProgress&)>& on_progress) {
  // Before the output is touched: without a worker the writer would wait for ever.
  if (options.threads < 1 || options.threads > core::kMaxThreads) {
    return Error{ErrorCode::kUsage, "threads is " + std::to_string(options.threads) + ", expected 1 to " +
                                        std::to_string(core::kMaxThreads)};
  }
  const auto source = io::identity_of(options.source);
  EMO_ASSIGN(auto session, start_batch(task, options));
  BatchProgress progress;
  const BatchCheckpoint start = session.journal.checkpoint;
  progress.rows = progress.rows_before = start.position.index;
  progress.failed_rows = start.failed_rows;
  progress.abstained_rows = start.abstained_rows;
  progress.source_offset = progress.source_offset_before = start.position.offset;
  if (!session.output) {
    progress.already_finished = true;
    return progress;
  }
  progress.source_bytes = session.reader->size();
  if (options.format == BatchFormat::kCsv && session.output->size() == 0) {
    std::string header;
    task.append_csv_header(header);
    EMO_TRY(session.output->append(header));
  }

  // The reader's thread has its share of both: it may be left behind.
  const auto shared = std::make_shared<BatchQueue>(static_cast<std::size_t>(options.threads) * kChunksPerThread);
  BatchQueue& queue = *shared;
  const auto no_thread = [](const std::system_error& refused) {
    return Error{ErrorCode::kInternal, std::string("no thread can be started: ") + refused.what()};
  };
  std::jthread reading;
  try {
    reading = std::jthread(
        [shared, reader = std::shared_ptr<io::RowReader>(std::move(session.reader)), rows = options.chunk_rows] {
          guarded(*shared, [&] { read_chunks(*reader, rows, *shared); });
          shared->close();
        });
  } catch (const std::system_error& refused) {
    return no_thread(refused);
  }
  std::vector<std::jthread> threads;
  const auto work = [&] {
    guarded(queue, [&] {
      while (auto chunk = queue.take()) {
        task.answer(*chunk);
        chunk->rows.clear();  // the writer needs only the output
        queue.finish(std::move(*chunk));
      }
    });
  };
  try {
    for (int i = 0; i < options.threads; ++i) threads.emplace_back(work);
  } catch (const std::system_error& refused) {  // fewer do as well
    if (threads.empty()) queue.stop(no_thread(refused));
  }
  // Whatever happens here, the others must not wait for it.
  auto written = Result<void>(Error{ErrorCode::kInternal, "the batch ended early"});
  guarded(queue, [&] { written = write_chunks(options, queue, session, progress, on_progress); });
  if (const auto stopped = queue.error(); stopped && !written) written = *stopped;
  if (!written) queue.stop(written.error());
  threads.clear();  // joins
  if (!queue.closed_before(Clock::now() + kReaderPatience)) reading.detach();
  if (progress.interrupted && written) return progress;
  EMO_TRY(check_not_cut(options, session.journal, source));  // says more than the reader, which saw it too
  EMO_TRY(written);
  std::error_code ignored;  // a journal that stays only makes a later --resume look at a finished file
  std::filesystem::remove(journal_path(options.output), ignored);
  return progress;
}

}  // namespace emo::pipeline
