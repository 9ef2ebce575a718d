// The kernel table for AVX-512 F, BW, DQ, VL. Compiled with exactly those instructions enabled; nothing here may be an
// inline function with external linkage, or its wide version could replace the portable one at link time.
#include "nn/gemm_s8_octet_kernel.hpp"
#include "nn/isa_tables.hpp"
#include "nn/kernel_table.hpp"

namespace emo::nn {

const Kernels& avx512_kernels() {
  static constexpr Kernels kTable = kernel_table(Isa::kAvx512, gemm_s8_octets);
  return kTable;
}

}  // namespace emo::nn
