// The int8 convolution with AVX-VNNI, for CPUs that have it without AVX-512; all else comes from the AVX2 table. It
// takes the dot product from the matrix kernels and the tiles from conv_kernel.hpp; Winograd's transforms are not here.
#include "nn/conv_kernel.hpp"
#include "nn/image_isa_tables.hpp"
namespace emo::nn {

void conv_s8_avxvnni(const ConvS8& c) {
  for_each_conv_tile<ConvTileS8<DotBytes>>(c);
}

}  // namespace emo::nn
