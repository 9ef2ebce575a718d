// The image kernel table for AVX-512 F, BW, DQ, VL. Compiled with exactly those instructions enabled; nothing here may
// be an inline function with external linkage, or its wide version could replace the portable one at link time.
#include "nn/conv_kernel.hpp"
#include "nn/image_isa_tables.hpp"
#include "nn/map_kernel.hpp"
#include "nn/winograd_kernel.hpp"
namespace emo::nn {

static void conv_f32(const ConvF32& c) {
  for_each_conv_tile<ConvTileF32>(c);
}
static void conv_s8(const ConvS8& c) {
  for_each_conv_tile<ConvTileS8<ConvDotPairs>>(c);
}

void quantize_map_u8_avx512(const Map& in, const Frame& frame, const MapCodes& out) {
  quantize_map<CodesU8>(in, frame, out);
}

const ImageKernels& avx512_image_kernels() {
  static constexpr ImageKernels kTable = {Isa::kAvx512,
                                          ConvDotPairs::kCodeBytes,
                                          conv_f32,
                                          conv_s8,
                                          winograd_s8,
                                          depthwise,
                                          quantize_map<CodesS16>,
                                          max_pool,
                                          average_pool,
                                          global_average,
                                          add,
                                          multiply,
                                          unary,
                                          channel_stats};
  return kTable;
}

}  // namespace emo::nn
