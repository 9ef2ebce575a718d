// The int8 matrix product with AVX-512 VNNI; all else comes from the AVX-512 table.
#include "nn/gemm_kernel.hpp"
#include "nn/isa_tables.hpp"
namespace emo::nn {

void gemm_s8_avx512vnni(const GemmS8& g) {
  for_each_tile<TileS8<DotVnni>>(g);
}

}  // namespace emo::nn
