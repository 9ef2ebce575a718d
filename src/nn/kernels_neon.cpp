// The kernel table for arm64. Compiled with what every such CPU has: NEON is part of the base architecture there.
#include "nn/gemm_s8_widened_kernel.hpp"
#include "nn/isa_tables.hpp"
#include "nn/kernel_table.hpp"

namespace emo::nn {

const Kernels& neon_kernels() {
  static constexpr Kernels kTable = kernel_table(Isa::kNeon, gemm_s8_widened);
  return kTable;
}

}  // namespace emo::nn
