// The int8 matrix product with AVX-512 VNNI, whose dot product of four u8 and four s8 cannot overflow; all else comes
// from the AVX-512 table. Tiles and epilogues are written once, in gemm_kernel.hpp: this file only gives them the
// instruction.
#include "nn/gemm_kernel.hpp"
#include "nn/isa_tables.hpp"
namespace emo::nn {

void gemm_s8_avx512vnni(const GemmS8& g) {
  for_each_tile<TileS8<DotBytes>>(g);
}

}  // namespace emo::nn
