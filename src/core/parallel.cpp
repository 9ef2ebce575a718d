// A pool of threads with one job at a time: numbered pieces, taken in order by whoever is free. No futures, no queue of
// tasks, no work stealing; a queue between readers and writers is pipeline/batch_queue.
#include "core/parallel.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "core/assert.hpp"

namespace emo::core {

struct ThreadPool::State {
  std::mutex turn;  ///< held by the caller whose job runs

  std::mutex mutex;  ///< guards what follows, except `next`
  std::condition_variable wake, done;
  const std::function<void(std::size_t, std::size_t)>* work = nullptr;
  std::size_t count = 0;
  std::uint64_t job = 0;    ///< changes with every job
  std::size_t running = 0;  ///< pool threads that have not finished the job
  bool stop = false;
  std::exception_ptr thrown;  ///< the first of the job

  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;

  // A piece that throws (memory) must not end the program in a thread of the pool, nor let its caller go on while other
  // threads still use what is the caller's.
  void take_pieces(const std::function<void(std::size_t, std::size_t)>& piece, std::size_t total, std::size_t worker) {
    try {
      for (std::size_t i = next.fetch_add(1); i < total; i = next.fetch_add(1)) piece(i, worker);
    } catch (...) {
      next.store(total);  // the rest is not begun
      const std::lock_guard lock(mutex);
      if (!thrown) thrown = std::current_exception();
    }
  }

  void loop(std::size_t worker) {
    std::uint64_t seen = 0;
    std::unique_lock lock(mutex);
    for (;;) {
      wake.wait(lock, [&] { return stop || job != seen; });
      if (stop) return;
      seen = job;
      const auto* piece = work;
      const std::size_t total = count;
      lock.unlock();
      take_pieces(*piece, total, worker);
      lock.lock();
      if (--running == 0) done.notify_one();
    }
  }
};

ThreadPool::ThreadPool(std::size_t threads) : state_(std::make_unique<State>()) {
  EMO_ASSERT(threads >= 1 && threads <= std::size_t{kMaxThreads});
  for (std::size_t worker = 1; worker < threads; ++worker) {
    try {
      state_->threads.emplace_back([state = state_.get(), worker] { state->loop(worker); });
    } catch (const std::system_error&) {
      break;  // fewer threads, same results
    }
  }
}

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stop = true;
  }
  state_->wake.notify_all();
  for (auto& thread : state_->threads) thread.join();
}

std::size_t ThreadPool::threads() const {
  return state_->threads.size() + 1;
}

void ThreadPool::run(std::size_t count, const std::function<void(std::size_t, std::size_t)>& work) const {
  State& state = *state_;
  const std::lock_guard turn(state.turn);
  state.next.store(0);
  // Waking somebody costs more than a single piece of work gains.
  const bool alone = count <= 1 || state.threads.empty();
  if (!alone) {
    const std::lock_guard lock(state.mutex);
    state.work = &work;
    state.count = count;
    state.running = state.threads.size();
    ++state.job;
  }
  if (!alone) state.wake.notify_all();
  state.take_pieces(work, count, 0);
  std::unique_lock lock(state.mutex);
  if (!alone) state.done.wait(lock, [&] { return state.running == 0; });
  if (state.thrown) std::rethrow_exception(std::exchange(state.thrown, nullptr));
}

}  // namespace emo::core
