// One value per output, as the kernels read them: padded with zeros to whole panels.
#pragma once

#include <algorithm>
#include <span>

#include "nn/aligned_buffer.hpp"
#include "nn/kernels.hpp"

namespace emo::nn {

/// Internal linkage, as in kernels.hpp.
static inline AlignedBuffer<float> padded_copy(std::span<const float> values) {
  AlignedBuffer<float> copy(round_up(values.size(), kPanel));
  std::copy(values.begin(), values.end(), copy.data());
  return copy;
}

}  // namespace emo::nn
