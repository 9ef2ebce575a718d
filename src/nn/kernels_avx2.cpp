// The kernel table for AVX2 + FMA. Compiled with exactly those instructions enabled; nothing here may be an inline
// function with external linkage, or its wide version could replace the portable one at link time.
#include "nn/gemm_s8_octet_kernel.hpp"
#include "nn/isa_tables.hpp"
#include "nn/kernel_table.hpp"

namespace emo::nn {

const Kernels& avx2_kernels() {
  static constexpr Kernels kTable = kernel_table(Isa::kAvx2, gemm_s8_octets);
  return kTable;
}

}  // namespace emo::nn
