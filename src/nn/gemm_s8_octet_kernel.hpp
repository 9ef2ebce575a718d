// The u8 x s8 matrix product for CPUs without VNNI when the weights obey the octet limit (octet_limit.hpp): eight
// products are added in s16, exactly, before they are widened. Everything has internal linkage.
#pragma once

#include "nn/gemm_kernel.hpp"
#include "nn/gemm_s8_widened_kernel.hpp"

namespace emo::nn {
namespace {

struct TileS8Octets {
  // Sums in s32 and in s16, a step's weights, a row's inputs and a product have to fit into the registers.
  static constexpr std::size_t kMaxRows = Simd::kOctetRows;
  static constexpr std::size_t kUnits = Simd::kOctetPanels;
  static constexpr std::size_t kStep = kGroup * kPanel;
  static constexpr std::size_t kStepsOfOctet = 4;
  static constexpr std::size_t kLine = 64;  // bytes of a cache line

  static Simd::I four_inputs(const std::uint8_t* a) {
    std::int32_t four = 0;
    std::memcpy(&four, a, sizeof four);
    return Simd::set1_i(four);
  }

  /// Adds the products of kSteps <= kStepsOfOctet groups of four inputs.
  template <std::size_t kSteps, std::size_t R, std::size_t V>
  __attribute__((always_inline)) static void add_steps(const std::uint8_t* a, std::size_t lda, const std::int8_t* w,
                                                       std::size_t panel_bytes, const Simd::I* ones,
                                                       Simd::I (&sum)[R][V]) {
    Simd::I octets[R][V];
#pragma GCC unroll 8
    for (std::size_t step = 0; step < kSteps; ++step) {
      Simd::I b[V];
#pragma GCC unroll 8
      for (std::size_t v = 0; v < V; ++v) b[v] = Simd::load_i(w + s8_vector_offset(v, panel_bytes) + step * kStep);
#pragma GCC unroll 8
      for (std::size_t r = 0; r < R; ++r) {
        const Simd::I x = four_inputs(a + r * lda + step * kGroup);
#pragma GCC unroll 8
        for (std::size_t v = 0; v < V; ++v) {
          const Simd::I pairs = Simd::multiply_bytes(x, b[v]);
          octets[r][v] = step == 0 ? pairs : Simd::add_s16(octets[r][v], pairs);
          // Left to itself the compiler adds in another order, for which it has not enough registers.
          Simd::keep_here(octets[r][v]);
        }
      }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
      for (std::size_t v = 0; v < V; ++v) {
        sum[r][v] = Simd::add_i(sum[r][v], Simd::multiply_pairs(octets[r][v], Simd::load_i(ones)));
      }
    }
  }

  /// Adds whole octets from step 0 on; returns the first step that is left. With kAhead the weights at `next` are asked
  /// for meanwhile: `lines` cache lines an octet, of which this group of rows takes every `groups`th.
  template <bool kAhead, std::size_t R, std::size_t V>
  __attribute__((always_inline)) static std::size_t add_octets(const std::uint8_t* a, std::size_t lda,
                                                               const std::int8_t* w, std::size_t panel_bytes,
                                                               std::size_t steps, const std::int8_t* next,
                                                               std::size_t lines, const TilePlace& place,
                                                               Simd::I (&sum)[R][V]) {
    const Simd::I ones = Simd::set1_i(0x00010001);
    std::size_t step = 0;
    for (; step + kStepsOfOctet <= steps; step += kStepsOfOctet) {
      const Simd::I* in_memory = &ones;
      Simd::keep_in_memory(in_memory);
      if constexpr (kAhead) {
        for (std::size_t line = place.group; line < lines; line += place.groups) {
          _mm_prefetch(reinterpret_cast<const char*>(next) + line * kLine, _MM_HINT_T0);
        }
        next += lines * kLine;
      }
      add_steps<kStepsOfOctet>(a + step * kGroup, lda, w + step * kStep, panel_bytes, in_memory, sum);
    }
    return step;
  }

  template <std::size_t R, std::size_t U>
  static void run(const GemmS8& g, const TilePlace& place) {
    constexpr std::size_t kV = U * kVectorsPerPanel;
    constexpr std::size_t kLines = U * kStepsOfOctet * kStep / kLine;
    const std::size_t steps = (g.k + kGroup - 1) / kGroup;
    const std::size_t panel_bytes = steps * kStep;
    const std::uint8_t* a = g.a + place.row * g.lda;
    const std::int8_t* w = g.w + place.panel * panel_bytes;
    const std::int8_t* next = w + U * panel_bytes;
    Simd::I sum[R][kV];
    clear_sums(sum);
    // The first groups of rows ask for the next panels' weights, so that nobody has to wait for them.
    std::size_t step = place.group < kLines
                           ? add_octets<true>(a, g.lda, w, panel_bytes, steps, next, kLines, place, sum)
                           : add_octets<false>(a, g.lda, w, panel_bytes, steps, next, kLines, place, sum);
    const Simd::I ones = Simd::set1_i(0x00010001);
    for (; step < steps; ++step) {
      add_steps<1>(a + step * kGroup, g.lda, w + step * kStep, panel_bytes, &ones, sum);
    }
    alignas(64) std::int32_t sums[R * U * kPanel];
    spill_sums(sum, sums);
    store_s8(g, sums, place.row, R, place.panel * kPanel, U * kPanel);
  }
};

/// The product by octets, or as s16 pairs where the weights do not obey their limit.
inline void gemm_s8_octets(const GemmS8& g) {
  g.octets_fit ? for_each_tile<TileS8Octets>(g) : gemm_s8_widened(g);
}

}  // namespace
}  // namespace emo::nn
