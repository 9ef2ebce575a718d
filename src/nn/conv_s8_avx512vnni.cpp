// The int8 convolution with AVX-512 VNNI; all else comes from the AVX-512 table. A file of its own because only what is
// compiled with the flag may use the instruction; the loops are conv_kernel.hpp's.
#include "nn/conv_kernel.hpp"
#include "nn/image_isa_tables.hpp"
namespace emo::nn {

void conv_s8_avx512vnni(const ConvS8& c) {
  for_each_conv_tile<ConvTileS8<DotBytes>>(c);
}

}  // namespace emo::nn
