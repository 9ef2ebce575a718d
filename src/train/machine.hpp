// What a run may use of the machine.
#pragma once

#include <cstdint>

#include "train/libtorch.hpp"

namespace emo::train {

/// Sets libtorch's number of threads for the process, which may start with one whatever the machine has. `wanted` 0:
/// all cores. Returns the number.
int use_threads(std::int64_t wanted);

/// The GPU where libtorch sees one, else the CPU.
at::Device best_device();

}  // namespace emo::train
