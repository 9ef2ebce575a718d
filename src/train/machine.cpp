// Threads and device, the same for texts and faces. It chooses and tells; computing with rounded factors is
// precision_scope.cpp's, and the threads of inference are core/parallel's.
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

bool bfloat16_is_fast(at::Device device) {
  if (!device.is_cpu()) return true;
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
  return __builtin_cpu_supports("amx-bf16") != 0 || __builtin_cpu_supports("avx512bf16") != 0;
#else
  return false;
#endif
}

at::Device best_device() {
  if (!at::hasCUDA()) return at::kCPU;
  at::globalContext().setBenchmarkCuDNN(true);  // batches of pictures are of one shape
  return at::kCUDA;
}

void tell_machine(at::Device device, Precision precision, TrainingObserver& observer) {
  if (!device.is_cpu()) observer.on_message("training on the GPU");
  if (precision == Precision::kBfloat16 && !bfloat16_is_fast(device)) {
    observer.on_message("this CPU has no fast bfloat16 (AMX or AVX512_BF16): float32 would be faster here");
  }
}

}  // namespace emo::train
