// A bounded queue between one maker and one taker of face batches: pixels are changed while the device computes. Texts
// need none, their batches being a few integers; what is in a batch is face_batches.cpp's.
#include "train/face_batch_ahead.hpp"

#include <utility>

namespace emo::train {
namespace {

constexpr std::size_t kAhead = 2;

}  // namespace

BatchAhead::BatchAhead(std::size_t count, int threads, std::function<FaceBatch(std::size_t)> make)
    : thread_([this, count, threads, make = std::move(make)] { work(count, threads, make); }) {}

BatchAhead::~BatchAhead() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void BatchAhead::work(std::size_t count, int threads, const std::function<FaceBatch(std::size_t)>& make) {
  at::set_num_threads(threads);  // OpenMP keeps the number per thread
  for (std::size_t i = 0; i < count; ++i) {
    FaceBatch batch;
    try {
      batch = make(i);
    } catch (...) {  // memory of the device, say: who takes batches can end the run in good order
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
      return;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stop_ || ready_.size() < kAhead; });
    if (stop_) return;
    ready_.push_back(std::move(batch));
    lock.unlock();
    changed_.notify_all();
  }
}

FaceBatch BatchAhead::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !ready_.empty() || failure_; });
  if (ready_.empty()) std::rethrow_exception(failure_);
  FaceBatch batch = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return batch;
}

}  // namespace emo::train
