// The image kernels for arm64. Compiled with what every such CPU has: NEON is part of the base architecture there.
#include "nn/image_isa_tables.hpp"
#include "nn/image_kernel_table.hpp"

namespace emo::nn {

void quantize_map_u8_neon(const Map& in, const Frame& frame, const MapCodes& out) {
  quantize_map<CodesU8>(in, frame, out);
}

const ImageKernels& neon_image_kernels() {
  static constexpr ImageKernels kTable = image_kernel_table(Isa::kNeon);
  return kTable;
}

}  // namespace emo::nn
