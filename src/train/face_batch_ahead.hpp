// The next batch is made while the device works on this one.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "train/face_batches.hpp"

namespace emo::train {

/// Makes batches 0 .. count-1 in order on a thread of its own, at most two ahead of who takes them.
class BatchAhead {
 public:
  /// `make` is called on that thread alone, with `threads` for libtorch's parallel loops.
  BatchAhead(std::size_t count, int threads, std::function<FaceBatch(std::size_t)> make);
  /// Ends the thread; batches that nobody took are dropped.
  ~BatchAhead();
  BatchAhead(const BatchAhead&) = delete;
  BatchAhead& operator=(const BatchAhead&) = delete;

  /// The next batch. Precondition: fewer than `count` were taken. Throws what `make` threw.
  FaceBatch take();

 private:
  void work(std::size_t count, int threads, const std::function<FaceBatch(std::size_t)>& make);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<FaceBatch> ready_;
  std::exception_ptr failure_;  ///< of `make`; no batch follows
  bool stop_ = false;
  std::thread thread_;  ///< last: it uses the others
};

}  // namespace emo::train
