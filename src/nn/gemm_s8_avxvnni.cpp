// The int8 matrix product with AVX-VNNI: the dot product of gemm_s8_avx512vnni.cpp in 256 bits, for CPUs that have it
// without AVX-512; all else comes from the AVX2 table. Compiled with that flag alone, hence a file of its own.
#include "nn/gemm_kernel.hpp"
#include "nn/isa_tables.hpp"
namespace emo::nn {

void gemm_s8_avxvnni(const GemmS8& g) {
  for_each_tile<TileS8<DotBytes>>(g);
}

}  // namespace emo::nn
