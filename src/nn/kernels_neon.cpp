// The kernel table for arm64. Compiled with what every such CPU has: NEON is part of the base architecture there.
#include "nn/attention_kernel.hpp"
#include "nn/gemm_s8_widened_kernel.hpp"
#include "nn/isa_tables.hpp"
#include "nn/row_kernel.hpp"
namespace emo::nn {

static void gemm_f32(const GemmF32& g) {
  for_each_tile<TileF32>(g);
}

const Kernels& neon_kernels() {
  static constexpr Kernels kTable = {Isa::kNeon, gemm_s8_widened, gemm_f32, attention,
                                     layer_norm, pointwise,       quantize, embed};
  return kTable;
}

}  // namespace emo::nn
