// The image kernels for AVX-512 F, BW, DQ, VL. Compiled with exactly those instructions enabled; nothing here may be an
// inline function with external linkage, or its wide version could replace the portable one at link time.
#include "nn/image_isa_tables.hpp"
#include "nn/image_kernel_table.hpp"

namespace emo::nn {

void quantize_map_u8_avx512(const Map& in, const Frame& frame, const MapCodes& out) {
  quantize_map<CodesU8>(in, frame, out);
}

const ImageKernels& avx512_image_kernels() {
  static constexpr ImageKernels kTable = image_kernel_table(Isa::kAvx512);
  return kTable;
}

}  // namespace emo::nn
