// The u8 x s8 matrix product for CPUs without VNNI: both sides as s16 pairs, multiplied and added in twos into s32.
//
// The other way, u8 * s8 -> s16 at once, needs twice the multiplications to be exact, because a pair of such products
// overflows s16. Here the activations are widened once for all columns and the weights once for all rows of a tile.
// Everything has internal linkage.
#pragma once

#include "nn/gemm_kernel.hpp"

namespace emo::nn {
namespace {

/// A block of rows, widened. Row r begins at pairs + r * 2 * steps: `steps` pairs of s16 with inputs 0 and 2 of each
/// group of four, then as many with inputs 1 and 3.
struct WidenedRows {
  const GemmS8* product;
  const std::int32_t* pairs;
  std::size_t first_row;  ///< of the block, in the product
  std::size_t steps;      ///< groups of four inputs
  std::size_t m, n;       ///< rows of the block, columns of the product
};

inline constexpr std::int32_t kLowBytes = 0x00FF00FF;

inline void widen_row(const std::uint8_t* row, std::size_t steps, std::int32_t* pairs) {
  const Simd::I low = Simd::set1_i(kLowBytes);
  std::size_t step = 0;
  for (; step + Simd::kLanes <= steps; step += Simd::kLanes) {
    const Simd::I bytes = Simd::load_i(row + step * kGroup);
    Simd::store_i(pairs + step, Simd::and_i(bytes, low));
    Simd::store_i(pairs + steps + step, Simd::and_i(Simd::right_by_byte_s16(bytes), low));
  }
  for (; step < steps; ++step) {
    std::int32_t four = 0;
    std::memcpy(&four, row + step * kGroup, sizeof four);
    pairs[step] = four & kLowBytes;
    pairs[steps + step] = (four >> 8) & kLowBytes;
  }
}

struct TileS8Widened {
  // Sums, both halves of the weights, both halves of a row and a product have to fit into the registers.
  static constexpr std::size_t kMaxRows = Simd::kWidenedRows;
  static constexpr std::size_t kUnits = Simd::kWidenedPanels;

  template <std::size_t R, std::size_t U>
  static void run(const WidenedRows& rows, const TilePlace& place) {
    const std::size_t row = place.row;
    const std::size_t panel = place.panel;
    constexpr std::size_t kV = U * kVectorsPerPanel;
    const std::size_t steps = rows.steps;
    const std::size_t panel_bytes = steps * kGroup * kPanel;
    const std::int32_t* a = rows.pairs + row * 2 * steps;
    const std::int8_t* w = rows.product->w + panel * panel_bytes;
    Simd::I sum[R][kV];
    clear_sums(sum);
    for (std::size_t step = 0; step < steps; ++step) {
      Simd::I even[kV];
      Simd::I odd[kV];
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) {
        const Simd::I both = Simd::load_i(w + s8_vector_offset(v, panel_bytes) + step * kGroup * kPanel);
        even[v] = Simd::right_by_byte_s16(Simd::left_by_byte_s16(both));
        odd[v] = Simd::right_by_byte_s16(both);
      }
#pragma GCC unroll 8
      for (std::size_t r = 0; r < R; ++r) {
        const Simd::I a_even = Simd::set1_i(a[r * 2 * steps + step]);
        const Simd::I a_odd = Simd::set1_i(a[(r * 2 + 1) * steps + step]);
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kV; ++v) {
          sum[r][v] = Simd::add_i(sum[r][v], Simd::multiply_pairs(a_even, even[v]));
          sum[r][v] = Simd::add_i(sum[r][v], Simd::multiply_pairs(a_odd, odd[v]));
        }
      }
    }
    alignas(64) std::int32_t sums[R * U * kPanel];
    spill_sums(sum, sums);
    store_s8(*rows.product, sums, rows.first_row + row, R, panel * kPanel, U * kPanel);
  }
};

/// The product in blocks of as many rows as the scratch on the stack holds: 42 of 1,536 inputs, one of the longest.
inline void gemm_s8_widened(const GemmS8& g) {
  constexpr std::size_t kScratch = GemmS8::kMaxInputs / 2;  // pairs: 128 KiB
  alignas(64) std::int32_t pairs[kScratch];
  const std::size_t steps = (g.k + kGroup - 1) / kGroup;
  const std::size_t fit = kScratch / (2 * steps);
  const std::size_t most =
      fit < TileS8Widened::kMaxRows ? fit : fit / TileS8Widened::kMaxRows * TileS8Widened::kMaxRows;
  for (std::size_t first = 0; first < g.m; first += most) {
    const std::size_t rows = g.m - first < most ? g.m - first : most;
    for (std::size_t r = 0; r < rows; ++r) widen_row(g.a + (first + r) * g.lda, steps, pairs + r * 2 * steps);
    for_each_tile<TileS8Widened>(WidenedRows{&g, pairs, first, steps, rows, g.n});
  }
}

}  // namespace
}  // namespace emo::nn
