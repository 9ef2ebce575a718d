// The kernel table for AVX2 + FMA. Compiled with exactly those instructions enabled; nothing here may be an inline
// function with external linkage, or its wide version could replace the portable one at link time.
#include "nn/attention_kernel.hpp"
#include "nn/gemm_s8_octet_kernel.hpp"
#include "nn/gemm_s8_widened_kernel.hpp"
#include "nn/isa_tables.hpp"
#include "nn/row_kernel.hpp"
namespace emo::nn {

static void gemm_s8(const GemmS8& g) {
  g.octets_fit ? for_each_tile<TileS8Octets>(g) : gemm_s8_widened(g);
}
static void gemm_f32(const GemmF32& g) {
  for_each_tile<TileF32>(g);
}

const Kernels& avx2_kernels() {
  static constexpr Kernels kTable = {Isa::kAvx2, gemm_s8, gemm_f32, attention, layer_norm, pointwise, quantize, embed};
  return kTable;
}

}  // namespace emo::nn
