// Picks the kernel table of an instruction set. Holds no kernel itself and is compiled for the base architecture: it
// runs before anybody has asked, in cpu.cpp, what the CPU can do.
#include "nn/kernels.hpp"

#include "core/assert.hpp"
#include "nn/isa_tables.hpp"

namespace emo::nn {

#if defined(EMO_NN_X86) || defined(EMO_NN_ARM64)
namespace {

Kernels with_gemm_s8(Kernels table, Isa isa, void (*gemm_s8)(const GemmS8&)) {
  table.isa = isa;
  table.gemm_s8 = gemm_s8;
  return table;
}

}  // namespace
#endif

const Kernels& kernels(Isa isa) {
  EMO_ASSERT(isa_supported(isa));
#ifdef EMO_NN_X86
  switch (isa) {
    case Isa::kScalar:
      break;
    case Isa::kAvx2:
      return avx2_kernels();
    case Isa::kAvxVnni: {
      static const Kernels table = with_gemm_s8(avx2_kernels(), Isa::kAvxVnni, gemm_s8_avxvnni);
      return table;
    }
    case Isa::kAvx512:
      return avx512_kernels();
    case Isa::kAvx512Vnni: {
      static const Kernels table = with_gemm_s8(avx512_kernels(), Isa::kAvx512Vnni, gemm_s8_avx512vnni);
      return table;
    }
    case Isa::kAmx: {
      static const Kernels table = with_gemm_s8(avx512_kernels(), Isa::kAmx, gemm_s8_amx);
      return table;
    }
    case Isa::kNeon:
    case Isa::kNeonDot:
      break;
  }
#endif
#ifdef EMO_NN_ARM64
  if (isa == Isa::kNeon) return neon_kernels();
  if (isa == Isa::kNeonDot) {
    static const Kernels table = with_gemm_s8(neon_kernels(), Isa::kNeonDot, gemm_s8_neondot);
    return table;
  }
#endif
  return scalar_kernels();
}

}  // namespace emo::nn
