// Picks the image kernel table of an instruction set. Holds no kernel itself and is compiled for the base architecture.
// What the CPU can do is found out in cpu.cpp; a table for every family is built in, whatever CPU compiles it.
#include "nn/image_kernels.hpp"

#include "core/assert.hpp"
#include "nn/image_isa_tables.hpp"

namespace emo::nn {

#if defined(EMO_NN_X86) || defined(EMO_NN_ARM64)
namespace {

/// The table with int8 convolutions by products of bytes.
ImageKernels with_bytes(ImageKernels table, Isa isa, void (*conv_s8)(const ConvS8&),
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
          with_bytes(avx2_image_kernels(), Isa::kAvxVnni, conv_s8_avxvnni, quantize_map_u8_avx2);
      return table;
    }
    case Isa::kAvx512:
      return avx512_image_kernels();
    case Isa::kAvx512Vnni: {
      static const ImageKernels table =
          with_bytes(avx512_image_kernels(), Isa::kAvx512Vnni, conv_s8_avx512vnni, quantize_map_u8_avx512);
      return table;
    }
    case Isa::kAmx: {
      static const ImageKernels table =
          with_bytes(avx512_image_kernels(), Isa::kAmx, conv_s8_amx, quantize_map_u8_avx512);
      return table;
    }
    case Isa::kNeon:
    case Isa::kNeonDot:
      break;
  }
#endif
#ifdef EMO_NN_ARM64
  if (isa == Isa::kNeon) return neon_image_kernels();
  if (isa == Isa::kNeonDot) {
    static const ImageKernels table =
        with_bytes(neon_image_kernels(), Isa::kNeonDot, conv_s8_neondot, quantize_map_u8_neon);
    return table;
  }
#endif
  return scalar_image_kernels();
}

}  // namespace emo::nn
