// What the kernel files share: how they are compiled for several instruction sets, and the dropout mask.
// Include only in files built with the flags of kernels.cpp.
#pragma once

#include <cstdint>

// One copy of the function per instruction set, chosen when the program is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define EMO_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define EMO_CLONES
#endif

// A part of a cloned function: only what is inlined into a clone is compiled for its instruction set.
#if defined(__GNUC__)
#define EMO_KERNEL_PART inline __attribute__((always_inline))
#else
#define EMO_KERNEL_PART inline
#endif

namespace emo::train {

/// A 32-bit finaliser (two multiply-xorshift rounds): good enough to drop activations, and vectorises.
EMO_KERNEL_PART std::uint32_t mix(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  x ^= x >> 16;
  return x;
}

/// Hashes below it mean "dropped"; 0 = dropout is off.
EMO_KERNEL_PART std::uint32_t drop_limit(float p) {
  return static_cast<std::uint32_t>(static_cast<double>(p) * 4294967295.0);
}

}  // namespace emo::train
