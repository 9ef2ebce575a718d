// The u8 x s8 matrix product for CPUs without VNNI when the weights obey the quad limit (quad_limit.hpp): four products
// are added in s16, exactly, before they are widened. Everything has internal linkage.
#pragma once

#include "nn/gemm_kernel.hpp"

namespace emo::nn {
namespace {

struct TileS8Quads {
  // Sums, four registers of weights, two of a row, the ones and two of products have to fit into the registers.
  static constexpr std::size_t kMaxRows = Simd::kRegisters == 32 ? 6 : 3;
  static constexpr std::size_t kUnits = Simd::kRegisters == 32 ? 2 : 1;

  static Simd::I four_inputs(const std::uint8_t* a) {
    std::int32_t four = 0;
    std::memcpy(&four, a, sizeof four);
    return Simd::set1_i(four);
  }

  template <std::size_t R, std::size_t U>
  static void run(const GemmS8& g, std::size_t row, std::size_t panel) {
    constexpr std::size_t kV = U * kVectorsPerPanel;
    constexpr std::size_t kStep = kGroup * kPanel;
    const std::size_t steps = (g.k + kGroup - 1) / kGroup;
    const std::size_t panel_bytes = steps * kStep;
    const std::uint8_t* a = g.a + row * g.lda;
    const std::int8_t* w = g.w + panel * panel_bytes;
    const auto weights = [&](std::size_t step, std::size_t v) {
      return Simd::load_i(w + s8_vector_offset(v, panel_bytes) + step * kStep);
    };
    prefetch_next_panels<kMaxRows>(w + U * panel_bytes, U * panel_bytes, g.m, row);
    const Simd::I ones = Simd::set1_i(0x00010001);
    Simd::I sum[R][kV];
    clear_sums(sum);
    std::size_t step = 0;
    for (; step + 2 <= steps; step += 2) {
      Simd::I first[kV];
      Simd::I second[kV];
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) {
        first[v] = weights(step, v);
        second[v] = weights(step + 1, v);
      }
#pragma GCC unroll 8
      for (std::size_t r = 0; r < R; ++r) {
        const Simd::I x = four_inputs(a + r * g.lda + step * kGroup);
        const Simd::I y = four_inputs(a + r * g.lda + (step + 1) * kGroup);
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kV; ++v) {
          const Simd::I quads = Simd::add_s16(Simd::multiply_bytes(x, first[v]), Simd::multiply_bytes(y, second[v]));
          sum[r][v] = Simd::add_i(sum[r][v], Simd::multiply_pairs(quads, ones));
        }
      }
    }
    if (step < steps) {
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) {
        const Simd::I last = weights(step, v);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) {
          const Simd::I pairs = Simd::multiply_bytes(four_inputs(a + r * g.lda + step * kGroup), last);
          sum[r][v] = Simd::add_i(sum[r][v], Simd::multiply_pairs(pairs, ones));
        }
      }
    }
    alignas(64) std::int32_t sums[R * U * kPanel];
    spill_sums(sum, sums);
    store_s8(g, sums, row, R, panel * kPanel, U * kPanel);
  }
};

}  // namespace
}  // namespace emo::nn
