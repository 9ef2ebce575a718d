// The kernel table of a vector width, written once. Everything has internal linkage: each of the files kernels_ISA.cpp
// has its own copy, compiled with its own instructions.
#pragma once

#include "nn/attention_kernel.hpp"
#include "nn/gemm_kernel.hpp"
#include "nn/kernels.hpp"
#include "nn/row_kernel.hpp"

namespace emo::nn {
namespace {

void gemm_f32(const GemmF32& g) {
  for_each_tile<TileF32>(g);
}

constexpr Kernels kernel_table(Isa isa, void (*gemm_s8)(const GemmS8&)) {
  return {isa, gemm_s8, gemm_f32, attention, layer_norm, pointwise, quantize, embed};
}

}  // namespace
}  // namespace emo::nn
