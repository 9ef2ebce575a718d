// The register type of the instruction set that the including source file is compiled for (see CMakeLists.txt).
// Only the kernel templates include this; there is no register type for the base architecture.
#pragma once

#if defined(__AVX512F__)
#include "nn/simd_avx512.hpp"
#elif defined(__AVX2__)
#include "nn/simd_avx2.hpp"
#elif defined(__aarch64__)
#include "nn/simd_neon.hpp"
#else
#error "kernel templates belong in source files that are compiled for AVX2, AVX-512 or arm64"
#endif
