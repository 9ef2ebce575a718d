// CPU detection for kernel dispatch. Not a general CPU library: it knows only the families in Isa.
// EMO_NN_X86 is defined by the build when the vector kernels are part of it.
#include "nn/cpu.hpp"

#include <array>

namespace emo::nn {
namespace {

constexpr std::array<Isa, 5> kIsas = {Isa::kScalar, Isa::kAvx2, Isa::kAvxVnni, Isa::kAvx512, Isa::kAvx512Vnni};

#ifdef EMO_NN_X86
// CPUID leaf 7, sub-leaf 1, EAX bit 4. The compiler's own table does not name AVX-VNNI in every supported version.
bool has_avx_vnni() {
  unsigned eax = 7;
  unsigned ebx = 0;
  unsigned ecx = 1;
  unsigned edx = 0;
  asm volatile("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
  return (eax & (1U << 4)) != 0;
}
#endif

}  // namespace

std::string_view isa_name(Isa isa) {
  switch (isa) {
    case Isa::kScalar:
      return "scalar";
    case Isa::kAvx2:
      return "avx2";
    case Isa::kAvxVnni:
      return "avx-vnni";
    case Isa::kAvx512:
      return "avx512";
    case Isa::kAvx512Vnni:
      return "avx512-vnni";
  }
  return "unknown";
}

bool isa_supported(Isa isa) {
#ifdef EMO_NN_X86
  // __builtin_cpu_supports also checks that the operating system saves the wide registers.
  const bool avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                      __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  switch (isa) {
    case Isa::kScalar:
      return true;
    case Isa::kAvx2:
      return avx2;
    case Isa::kAvxVnni:
      return avx2 && has_avx_vnni();
    case Isa::kAvx512:
      return avx512;
    case Isa::kAvx512Vnni:
      return avx512 && __builtin_cpu_supports("avx512vnni") != 0;
  }
  return false;
#else
  return isa == Isa::kScalar;
#endif
}

std::span<const Isa> all_isas() {
  return kIsas;
}

Isa best_isa() {
  Isa best = Isa::kScalar;
  for (const Isa isa : kIsas) {
    if (isa_supported(isa)) best = isa;
  }
  return best;
}

}  // namespace emo::nn
