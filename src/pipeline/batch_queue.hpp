// The way of chunks of rows from one reader through many workers to one writer, in order and in bounded memory.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::pipeline {

/// One row to answer: its text, or why it could not be read.
struct BatchRow {
  std::string id;
  Result<std::string> text;
  std::uint64_t number = 0;  ///< as io::Row; 0 where it could not be read
  std::string file = {};     ///< the same
};

/// Some rows in a row. The reader fills the first part, a worker the second.
struct BatchChunk {
  std::uint64_t sequence = 0;  ///< 0, 1, 2… in source order
  std::vector<BatchRow> rows;
  io::RowPosition position;  ///< of the reader after the last row

  std::string output;  ///< the rows' answers as they go to the file
  std::uint64_t failed_rows = 0;
  std::uint64_t abstained_rows = 0;
};

/// Thread-safe. At most `capacity` chunks are between `push` and the end of their writing, so a slow chunk holds the
/// reader back instead of letting finished ones pile up behind it.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Reader: hands over the next chunk; waits for room. False when the batch was stopped or ends early.
  bool push(BatchChunk chunk);
  /// Reader: no more chunks will come.
  void close();
  /// Worker: the next chunk to work on; nullopt when there will be none.
  std::optional<BatchChunk> take();
  /// Worker: hands over a finished chunk.
  void finish(BatchChunk chunk);
  /// Writer: the next finished chunk in source order; nullopt at the end of the source or when stopped.
  std::optional<BatchChunk> next_finished();
  /// Writer: waits until next_finished() would answer at once; false when that is not before `deadline`.
  bool finished_before(std::chrono::steady_clock::time_point deadline);
  /// Anyone: ends the batch after the chunks that workers have in hand; those that wait for one are dropped. False when
  /// nothing is left out by that: the reader had come to its end and no chunk waited.
  bool end_early();
  /// Anyone: waits until the reader has called close(); false when that is not before `deadline`.
  bool closed_before(std::chrono::steady_clock::time_point deadline);
  /// Anyone: ends the batch at once with `error`; the first one is kept.
  void stop(Error error);
  /// The error that stopped the batch.
  [[nodiscard]] std::optional<Error> error() const;

 private:
  [[nodiscard]] bool writer_can_go_on() const;  ///< the lock is held

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<BatchChunk> waiting_;
  std::map<std::uint64_t, BatchChunk> finished_;
  std::uint64_t pushed_ = 0;   ///< chunks handed over by the reader
  std::uint64_t written_ = 0;  ///< chunks handed to the writer
  bool ended_ = false;         ///< no chunk is taken from the reader any more
  bool closed_ = false;        ///< the reader has none to give
  std::optional<Error> error_;
};

}  // namespace emo::pipeline
