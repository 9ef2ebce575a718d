// Reader -> workers -> writer of a text batch. What a row's answer looks like is result_json's and result_csv's work.
#include "pipeline/text_batch.hpp"

#include <chrono>
#include <exception>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "pipeline/batch_journal.hpp"
#include "pipeline/batch_output.hpp"
#include "pipeline/batch_queue.hpp"
#include "pipeline/batch_session.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/result_csv.hpp"
#include "pipeline/result_json.hpp"

namespace emo::pipeline {
namespace {

/// A chunk is also full at this many bytes of text, so that rows of many megabytes do not add up.
constexpr std::size_t kChunkBytes = 1u << 20;
constexpr std::size_t kChunksPerThread = 3;

using Clock = std::chrono::steady_clock;

void read_chunks(io::RowReader& reader, std::uint64_t first_row, std::size_t chunk_rows, BatchQueue& queue) {
  std::uint64_t row_index = first_row;
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
      chunk.rows.push_back({std::move((*row)->id), std::move((*row)->text)});
    } else {
      chunk.rows.push_back({std::to_string(row_index), row->error()});
    }
    ++row_index;
    if ((chunk.rows.size() >= chunk_rows || bytes >= kChunkBytes) && !hand_over()) return;
  }
  if (!chunk.rows.empty()) hand_over();
}

class ChunkWorker {
 public:
  ChunkWorker(const TextRecognizer& recognizer, const BatchOptions& options)
      : recognizer_(recognizer), options_(options), roles_(head_roles(recognizer.manifest())) {}

  void answer(BatchChunk& chunk) const {
    std::vector<std::string_view> texts;
    texts.reserve(chunk.rows.size());
    for (const auto& row : chunk.rows) {
      if (row.text) texts.push_back(*row.text);
    }
    const auto results = recognizer_.recognize(texts);
    auto result = results.begin();
    for (const auto& row : chunk.rows) {
      if (!row.text) {
        append_error(chunk, row.id, row.text.error());
      } else if (const auto& answer = *result++; answer) {
        append_result(chunk, row.id, *row.text, *answer);
      } else {
        append_error(chunk, row.id, answer.error());
      }
    }
    chunk.rows.clear();  // the writer needs only the output
  }

 private:
  void append_error(BatchChunk& chunk, std::string_view id, const Error& error) const {
    ++chunk.failed_rows;
    if (options_.format == BatchFormat::kCsv) {
      append_error_csv(chunk.output, id, error, recognizer_.manifest(), roles_);
    } else {
      append_error_json(chunk.output, id, error);
      chunk.output += '\n';
    }
  }
  void append_result(BatchChunk& chunk, std::string_view id, std::string_view text, const TextResult& result) const {
    if (options_.format == BatchFormat::kCsv) {
      append_result_csv(chunk.output, id, text, result, recognizer_.manifest(), roles_, options_.top_k);
    } else {
      append_result_json(chunk.output, id, text, result, recognizer_.manifest(), roles_, options_.top_k);
      chunk.output += '\n';
    }
  }

  const TextRecognizer& recognizer_;
  const BatchOptions& options_;
  const HeadRoles roles_;
};

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
  const std::chrono::duration<double> interval(options.commit_seconds);
  while (auto chunk = queue.next_finished()) {
    EMO_TRY(session.output->append(chunk->output));
    auto& checkpoint = session.journal.checkpoint;
    checkpoint.position = chunk->position;
    checkpoint.failed_rows += chunk->failed_rows;
    progress.rows = checkpoint.position.index;
    progress.failed_rows = checkpoint.failed_rows;
    progress.source_offset = checkpoint.position.offset;
    if (Clock::now() - committed >= interval) {
      EMO_TRY(commit(options, session));
      committed = Clock::now();
    }
    if (on_progress) on_progress(progress);
  }
  if (auto error = queue.error()) return *error;
  return commit(options, session);
}

}  // namespace

Result<BatchProgress> run_text_batch(const TextRecognizer& recognizer, const BatchOptions& options,
                                     const std::function<void(const BatchProgress&)>& on_progress) {
  EMO_ASSIGN(auto session, start_batch(recognizer, options));
  BatchProgress progress;
  const BatchCheckpoint start = session.journal.checkpoint;
  progress.rows = progress.rows_before = start.position.index;
  progress.failed_rows = start.failed_rows;
  progress.source_offset = progress.source_offset_before = start.position.offset;
  if (!session.output) {
    progress.already_finished = true;
    return progress;
  }
  progress.source_bytes = session.reader->size();
  if (options.format == BatchFormat::kCsv && session.output->size() == 0) {
    std::string header;
    append_csv_header(header, recognizer.manifest(), head_roles(recognizer.manifest()));
    EMO_TRY(session.output->append(header));
  }

  BatchQueue queue(static_cast<std::size_t>(options.threads) * kChunksPerThread);
  const ChunkWorker worker(recognizer, options);
  std::vector<std::jthread> threads;
  threads.emplace_back([&] {
    guarded(queue, [&] { read_chunks(*session.reader, start.position.index, options.chunk_rows, queue); });
    queue.close();
  });
  for (int i = 0; i < options.threads; ++i) {
    threads.emplace_back([&] {
      guarded(queue, [&] {
        while (auto chunk = queue.take()) {
          worker.answer(*chunk);
          queue.finish(std::move(*chunk));
        }
      });
    });
  }
  auto written = write_chunks(options, queue, session, progress, on_progress);
  if (!written) queue.stop(written.error());
  threads.clear();  // joins
  if (!written) return written.error();
  std::error_code ignored;  // a journal that stays only makes a later --resume look at a finished file
  std::filesystem::remove(journal_path(options.output), ignored);
  return progress;
}

}  // namespace emo::pipeline
