// CPU detection for kernel dispatch. Not a general CPU library: it knows only the families in Isa.
// EMO_NN_X86 or EMO_NN_ARM64 is defined by the build when the vector kernels of that architecture are part of it.
#include "nn/cpu.hpp"

#include <array>

#if defined(EMO_NN_X86) && defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif
#if defined(EMO_NN_ARM64) && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace emo::nn {
namespace {

constexpr std::array<Isa, 8> kIsas = {Isa::kScalar,     Isa::kAvx2, Isa::kAvxVnni, Isa::kAvx512,
                                      Isa::kAvx512Vnni, Isa::kAmx,  Isa::kNeon,    Isa::kNeonDot};

#ifdef EMO_NN_X86
// CPUID leaf 7: what the compilers' own tables do not name in every supported version.
struct Leaf7 {
  unsigned eax = 7, ebx = 0, ecx, edx = 0;
  explicit Leaf7(unsigned subleaf) : ecx(subleaf) {
    asm volatile("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
  }
};

bool has_avx_vnni() {
  return (Leaf7(1).eax & (1U << 4)) != 0;
}

// Linux saves the tiles for processes that asked (its documentation, arch/x86/xstate); nobody else is known to.
bool may_use_tiles() {
#ifdef __linux__
  constexpr long kRequestPermission = 0x1023;
  constexpr long kTileData = 18;
  static const bool granted = syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
  return granted;
#else
  return false;
#endif
}

bool has_amx_int8() {
  constexpr unsigned kTilesAndInt8 = 3U << 24;
  return (Leaf7(0).edx & kTilesAndInt8) == kTilesAndInt8 && may_use_tiles();
}
#endif

#ifdef EMO_NN_ARM64
bool has_dot_products() {
#ifdef __linux__
  return (getauxval(AT_HWCAP) & HWCAP_ASIMDDP) != 0;
#else
  return false;
#endif
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
    case Isa::kAmx:
      return "amx";
    case Isa::kNeon:
      return "neon";
    case Isa::kNeonDot:
      return "neon-dot";
  }
  return "unknown";
}

bool isa_supported(Isa isa) {
#ifdef EMO_NN_X86
  // __builtin_cpu_supports also checks that the operating system saves the wide registers.
  const bool avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                      __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  const bool vnni = avx512 && __builtin_cpu_supports("avx512vnni") != 0;
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
      return vnni;
    case Isa::kAmx:
      return vnni && has_amx_int8();
    case Isa::kNeon:
    case Isa::kNeonDot:
      break;
  }
  return false;
#elif defined(EMO_NN_ARM64)
  return isa == Isa::kScalar || isa == Isa::kNeon || (isa == Isa::kNeonDot && has_dot_products());
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
