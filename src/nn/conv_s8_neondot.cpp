// The int8 convolution with the dot products of ARMv8.2; all else comes from the NEON table. Compiled with that
// extension alone, hence a file of its own.
#include "nn/conv_kernel.hpp"
#include "nn/image_isa_tables.hpp"
#include "nn/neon_dot.hpp"
namespace emo::nn {
namespace {

struct ConvTileS8NeonDot {
  static constexpr std::size_t kMaxRows = kDotRows;
  static constexpr std::size_t kUnits = 1;

  template <std::size_t R, std::size_t U>
  static void run(const ConvS8& c, const Place& place) {
    const ConvPlan& plan = c.plan;
    const std::size_t words = (plan.run + kGroup - 1) / kGroup;
    const auto* codes = static_cast<const std::uint8_t*>(c.codes) + place.image * c.in_image;
    const auto* w = reinterpret_cast<const std::int8_t*>(c.w + place.panel * plan.tap_count * words * kPanel);
    const std::uint8_t* rows[R];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) rows[r] = codes + plan.pixel_in[place.pixel + r];
    Simd::I sum[R][kDotVectors];
    start_sums(c.column_sum + place.panel * kPanel, sum);
    for (std::size_t t = 0; t < plan.tap_count; ++t, w += words * kGroup * kPanel) {
      add_words(rows, plan.taps[t], words, w, sum);
    }
    store_tile(c, place, sum);
  }
};

}  // namespace

void conv_s8_neondot(const ConvS8& c) {
  for_each_conv_tile<ConvTileS8NeonDot>(c);
}

}  // namespace emo::nn
