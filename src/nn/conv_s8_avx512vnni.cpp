// The int8 convolution with AVX-512 VNNI; all else comes from the AVX-512 table. A file of its own because only what is
// compiled with the flag may use the instruction; the loops are conv_kernel.hpp's.
#include "nn/conv_kernel.hpp"
#include "nn/image_isa_tables.hpp"
namespace emo::nn {

namespace {
struct ConvDotVnni {
  static constexpr std::size_t kCodeBytes = 1;
  static constexpr std::size_t kMaxRows = DotVnni::kMaxRows;
  static constexpr std::size_t kUnits = DotVnni::kUnits;
  static Simd::I dot(Simd::I sum, Simd::I a, Simd::I w) { return DotVnni::dot(sum, a, w); }
};
}  // namespace

void conv_s8_avx512vnni(const ConvS8& c) {
  for_each_conv_tile<ConvTileS8<ConvDotVnni>>(c);
}

}  // namespace emo::nn
