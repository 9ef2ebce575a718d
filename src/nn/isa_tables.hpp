// What each instruction set's source file provides to the dispatcher in kernels.cpp. Private to src/nn.
#pragma once

#include "nn/kernels.hpp"

namespace emo::nn {

const Kernels& scalar_kernels();
#ifdef EMO_NN_X86
const Kernels& avx2_kernels();
const Kernels& avx512_kernels();
void gemm_s8_avxvnni(const GemmS8& g);
void gemm_s8_avx512vnni(const GemmS8& g);
void gemm_s8_amx(const GemmS8& g);
#endif
#ifdef EMO_NN_ARM64
const Kernels& neon_kernels();
void gemm_s8_neondot(const GemmS8& g);
#endif

}  // namespace emo::nn
