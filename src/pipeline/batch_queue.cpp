// Hand-over between the threads of a batch. One lock: a chunk is some hundred rows of model work, so it is never hot.
// Starts no threads and touches no files; who does is batch_run.cpp.
#include "pipeline/batch_queue.hpp"

#include <utility>

namespace emo::pipeline {

bool BatchQueue::push(BatchChunk chunk) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return error_ || ended_ || pushed_ - written_ < capacity_; });
  if (error_ || ended_) return false;
  chunk.sequence = pushed_++;
  waiting_.push_back(std::move(chunk));
  changed_.notify_all();
  return true;
}

void BatchQueue::close() {
  const std::lock_guard lock(mutex_);
  ended_ = closed_ = true;
  changed_.notify_all();
}

bool BatchQueue::end_early() {
  const std::lock_guard lock(mutex_);
  const bool complete = closed_ && waiting_.empty();
  pushed_ -= waiting_.size();  // the last ones of the source
  waiting_.clear();
  ended_ = true;
  changed_.notify_all();
  return !complete;
}

bool BatchQueue::closed_before(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, deadline, [&] { return closed_; });
}

std::optional<BatchChunk> BatchQueue::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return error_ || ended_ || !waiting_.empty(); });
  if (error_ || waiting_.empty()) return std::nullopt;
  BatchChunk chunk = std::move(waiting_.front());
  waiting_.pop_front();
  return chunk;
}

void BatchQueue::finish(BatchChunk chunk) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t sequence = chunk.sequence;
  finished_.emplace(sequence, std::move(chunk));
  changed_.notify_all();
}

bool BatchQueue::writer_can_go_on() const {
  return error_ || finished_.contains(written_) || (ended_ && written_ == pushed_);
}

bool BatchQueue::finished_before(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, deadline, [&] { return writer_can_go_on(); });
}

std::optional<BatchChunk> BatchQueue::next_finished() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return writer_can_go_on(); });
  if (error_ || !finished_.contains(written_)) return std::nullopt;
  BatchChunk chunk = std::move(finished_.extract(written_).mapped());
  ++written_;
  changed_.notify_all();
  return chunk;
}

void BatchQueue::stop(Error error) {
  const std::lock_guard lock(mutex_);
  if (!error_) error_ = std::move(error);
  changed_.notify_all();
}

std::optional<Error> BatchQueue::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

}  // namespace emo::pipeline
