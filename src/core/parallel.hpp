// A fixed pool of threads that runs numbered pieces of work.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace emo::core {

inline constexpr int kMaxThreads = 1024;

/// `threads` workers, the calling thread being worker 0. Started once, asleep between runs.
class ThreadPool {
 public:
  /// Precondition: 1 <= threads <= kMaxThreads. If the system gives fewer threads, `threads()` says how many there are.
  explicit ThreadPool(std::size_t threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  [[nodiscard]] std::size_t threads() const;

  /// Calls `work(index, worker)` once for every index in [0, count), worker in [0, threads()), and returns when all are
  /// done. Indices are handed out in ascending order, one at a time, to whichever worker is free: results must depend
  /// on the index alone, `worker` chooses scratch memory. Two calls with the same worker never overlap.
  /// Concurrent callers take turns. Not to be called from inside `work`. What `work` throws first is thrown here, once
  /// no piece runs any more; pieces not yet begun are then left out.
  void run(std::size_t count, const std::function<void(std::size_t index, std::size_t worker)>& work) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace emo::core
