// Threads and device, the same for texts and faces. It chooses and tells; computing with rounded factors is
// precision_scope.cpp's, and the threads of inference are core/parallel's.
#include "train/machine.hpp"

#include <algorithm>
#include <thread>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace emo::train {

int use_threads(std::int64_t wanted) {
  const auto cores = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
  const auto threads = static_cast<int>(wanted > 0 ? wanted : cores);
  at::set_num_threads(threads);
  return threads;
}

bool bfloat16_is_fast(at::Device device) {
  if (!device.is_cpu()) return true;
#if defined(__x86_64__)
  // Not __builtin_cpu_supports, whose names differ by compiler.
  constexpr unsigned kFeatures = 7, kAmxBf16 = 1U << 22, kAvx512Bf16 = 1U << 5;
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid_count(kFeatures, 0, &a, &b, &c, &d) != 0 && (d & kAmxBf16) != 0) return true;
  return __get_cpuid_count(kFeatures, 1, &a, &b, &c, &d) != 0 && (a & kAvx512Bf16) != 0;
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
