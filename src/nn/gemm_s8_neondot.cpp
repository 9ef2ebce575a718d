// The int8 matrix product with the dot products of ARMv8.2; all else comes from the NEON table. Compiled with that
// extension alone, hence a file of its own.
#include "nn/gemm_kernel.hpp"
#include "nn/isa_tables.hpp"
#include "nn/neon_dot.hpp"
namespace emo::nn {
namespace {

constexpr std::size_t kLargestPrefetch = 1536;

/// The next panels' weights are asked for while a group of rows is computed, each group asking for its share; with few
/// rows the shares are too large to hide.
void prefetch_next_panels(const std::int8_t* next, std::size_t bytes, std::size_t group, std::size_t groups) {
  const std::size_t share = bytes / groups;
  if (share > kLargestPrefetch) return;
  const char* mine = reinterpret_cast<const char*>(next) + group * share;
  constexpr int kIntoSecondLevel = 2;
  for (std::size_t i = 0; i < share; i += 64) __builtin_prefetch(mine + i, 0, kIntoSecondLevel);
}

struct TileS8NeonDot {
  static constexpr std::size_t kMaxRows = kDotRows;
  static constexpr std::size_t kUnits = 1;

  template <std::size_t R, std::size_t U>
  static void run(const GemmS8& g, const TilePlace& place) {
    const auto [row, panel, group, groups] = place;
    const std::size_t steps = (g.k + kGroup - 1) / kGroup;
    const std::size_t panel_bytes = steps * kGroup * kPanel;
    const std::int8_t* w = g.w + panel * panel_bytes;
    prefetch_next_panels(w + panel_bytes, panel_bytes, group, groups);
    const std::uint8_t* rows[R];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) rows[r] = g.a + (row + r) * g.lda;
    Simd::I sum[R][kDotVectors];
    start_sums(g.column_sum + panel * kPanel, sum);
    add_words(rows, 0, steps, w, sum);
    alignas(64) std::int32_t sums[R * kPanel];
    spill_sums(sum, sums);
    store_s8(g, sums, row, R, panel * kPanel, kPanel);
  }
};

}  // namespace

void gemm_s8_neondot(const GemmS8& g) {
  for_each_tile<TileS8NeonDot>(g);
}

}  // namespace emo::nn
