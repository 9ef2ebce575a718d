// What a run may use of the machine.
#pragma once

#include <cstdint>

#include "train/libtorch.hpp"
#include "train/observer.hpp"
#include "train/precision.hpp"

namespace emo::train {

/// Sets libtorch's number of threads for the process, which may start with one whatever the machine has. `wanted` 0:
/// all cores. Returns the number.
int use_threads(std::int64_t wanted);

/// Whether bfloat16 makes training on `device` faster: GPUs, and CPUs that multiply it in tiles or by
/// AVX512_BF16.
bool bfloat16_is_fast(at::Device device);

/// The GPU where libtorch sees one, else the CPU.
at::Device best_device();

/// Says what the user should know about where and how the run computes.
void tell_machine(at::Device device, Precision precision, TrainingObserver& observer);

}  // namespace emo::train
