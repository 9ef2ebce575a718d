// Instruction sets that the kernels are written for, and which of them this CPU has.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace emo::nn {

/// Kernel families, slowest first within an architecture. Each implies what its name says and nothing of the later
/// ones.
enum class Isa : std::uint8_t {
  kScalar,      ///< plain loops: the reference, and any other CPU
  kAvx2,        ///< AVX2 + FMA
  kAvxVnni,     ///< AVX2 + FMA + AVX-VNNI (int8 dot products in 256-bit registers)
  kAvx512,      ///< AVX-512 F, BW, DQ, VL
  kAvx512Vnni,  ///< AVX-512 and its VNNI extension
  kAmx,         ///< AVX-512 VNNI and AMX tiles of int8
  kNeon,        ///< what every arm64 CPU has
  kNeonDot,     ///< NEON and the int8 dot products of ARMv8.2
};

/// "scalar", "avx2", "avx-vnni", "avx512", "avx512-vnni", "amx", "neon", "neon-dot".
std::string_view isa_name(Isa isa);

/// True if this CPU and operating system can run `isa` and this build has its kernels. Thread-safe. Asking for kAmx
/// asks the operating system to let this process use the tiles.
bool isa_supported(Isa isa);

/// Every family in ascending order of preference, whether supported here or not.
std::span<const Isa> all_isas();

/// The fastest supported family.
Isa best_isa();

}  // namespace emo::nn
