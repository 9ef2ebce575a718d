// Threads and device, the same for texts and faces.
#include "train/machine.hpp"

#include <algorithm>
#include <thread>

namespace emo::train {

int use_threads(std::int64_t wanted) {
  const auto cores = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
  const auto threads = static_cast<int>(wanted > 0 ? wanted : cores);
  at::set_num_threads(threads);
  return threads;
}

at::Device best_device() {
  if (!at::hasCUDA()) return at::kCPU;
  at::globalContext().setBenchmarkCuDNN(true);  // batches of pictures are of one shape
  return at::kCUDA;
}

}  // namespace emo::train
