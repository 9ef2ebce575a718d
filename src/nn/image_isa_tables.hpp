// What each instruction set's source file provides to the dispatcher in image_kernels.cpp. Private to src/nn.
#pragma once

#include "nn/image_kernels.hpp"

namespace emo::nn {

const ImageKernels& scalar_image_kernels();
#ifdef EMO_NN_X86
const ImageKernels& avx2_image_kernels();
const ImageKernels& avx512_image_kernels();
void conv_s8_avxvnni(const ConvS8& c);
void conv_s8_avx512vnni(const ConvS8& c);
void conv_s8_amx(const ConvS8& c);
void quantize_map_u8_avx2(const Map& in, const Frame& frame, const MapCodes& out);
void quantize_map_u8_avx512(const Map& in, const Frame& frame, const MapCodes& out);
#endif
#ifdef EMO_NN_ARM64
const ImageKernels& neon_image_kernels();
void conv_s8_neondot(const ConvS8& c);
void quantize_map_u8_neon(const Map& in, const Frame& frame, const MapCodes& out);
#endif

}  // namespace emo::nn
