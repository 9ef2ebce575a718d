// Picks the image kernel table of an instruction set. Holds no kernel itself and is compiled for the base architecture.
// What the CPU can do is found out in cpu.cpp; a table for every family is built in, whatever CPU compiles it.
#include "nn/image_kernels.hpp"

#include "core/assert.hpp"
#include "nn/image_isa_tables.hpp"

namespace emo::nn {

#ifdef EMO_NN_X86
namespace {

ImageKernels with_vnni(ImageKernels table, Isa isa, void (*conv_s8)(const ConvS8&),
                       void (*quantize_map)(const Map&, const Frame&, const MapCodes&)) {
  table.isa = isa;
  table.code_bytes = 1;
  table.conv_s8 = conv_s8;
  table.winograd_s8 = nullptr;
  table.quantize_map = quantize_map;
  return table;
}

}  // namespace
#endif

const ImageKernels& image_kernels(Isa isa) {
  EMO_ASSERT(isa_supported(isa));
#ifdef EMO_NN_X86
  switch (isa) {
    case Isa::kScalar:
      break;
    case Isa::kAvx2:
      return avx2_image_kernels();
    case Isa::kAvxVnni: {
      static const ImageKernels table =
          with_vnni(avx2_image_kernels(), Isa::kAvxVnni, conv_s8_avxvnni, quantize_map_u8_avx2);
      return table;
    }
    case Isa::kAvx512:
      return avx512_image_kernels();
    case Isa::kAvx512Vnni: {
      static const ImageKernels table =
          with_vnni(avx512_image_kernels(), Isa::kAvx512Vnni, conv_s8_avx512vnni, quantize_map_u8_avx512);
      return table;
    }
    case Isa::kAmx: {
      static const ImageKernels table =
          with_vnni(avx512_image_kernels(), Isa::kAmx, conv_s8_amx, quantize_map_u8_avx512);
      return table;
    }
  }
#endif
  return scalar_image_kernels();
}

}  // namespace emo::nn
