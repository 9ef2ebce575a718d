// The image kernel table of a vector width, written once. Everything has internal linkage: each of
// the files image_kernels_ISA.cpp has its own copy, compiled with its own instructions.
#pragma once

#include "nn/conv_kernel.hpp"
#include "nn/image_kernels.hpp"
#include "nn/map_kernel.hpp"
#include "nn/winograd_kernel.hpp"

namespace emo::nn {
namespace {

void conv_f32(const ConvF32& c) {
  for_each_conv_tile<ConvTileF32>(c);
}
void conv_s8(const ConvS8& c) {
  for_each_conv_tile<ConvTileS8<DotPairs>>(c);
}

constexpr ImageKernels image_kernel_table(Isa isa) {
  return {isa,      DotPairs::kCodeBytes, conv_f32,       conv_s8, winograd_s8, depthwise, quantize_map<CodesS16>,
          max_pool, average_pool,         global_average, add,     multiply,    unary,     channel_stats};
}

}  // namespace
}  // namespace emo::nn
