// The int8 matrix product on AMX tiles (16 rows x 64 bytes each, multiplied 16 x 16 x 64 at a time); all else comes
// from the AVX-512 table. The packed weights are tiles as they lie: 16 groups of inputs by 16 outputs by 4 bytes.
#include <immintrin.h>

#include "nn/amx_tiles.hpp"
#include "nn/gemm_kernel.hpp"
#include "nn/isa_tables.hpp"

namespace emo::nn {
namespace {

constexpr std::size_t kGroupsPerTile = kTileBytes / kGroup;
constexpr std::size_t kWeightTileBytes = kGroupsPerTile * kGroup * kPanel;
constexpr std::size_t kSumsPerBlock = 4 * kTileRows * kPanel;

/// Which part of the output: rows (as many as one or two tiles have) by panels (two, or four under one tile of rows).
struct Block {
  std::size_t row, rows, panel, panels;
};

/// Sums whose epilogue is still to be computed. It is done a few rows at a time between the tile instructions of the
/// next block, which leave the vector units free.
struct Unfinished {
  const std::int32_t* sums = nullptr;
  Block block{};
  std::size_t done = 0;

  void finish(const GemmS8& g, std::size_t rows) {
    if (rows > block.rows - done) rows = block.rows - done;
    if (sums == nullptr || rows == 0) return;
    const std::size_t width = block.panels * kPanel;
    store_s8(g, sums + done * width, block.row + done, rows, block.panel * kPanel, width);
    done += rows;
  }
};

/// Rows in the upper of the one or two tiles that `rows` are spread over.
std::size_t upper_rows(std::size_t rows) {
  return rows <= kTileRows ? rows : (rows + 1) / 2;
}

/// Registers 0 to 3 hold the sums of one tile of rows by four panels or of two by two, 4 and 5 rows, 6 and 7 weights.
void shape_registers(TileShape& shape, std::size_t rows) {
  const auto upper = static_cast<std::uint8_t>(upper_rows(rows));
  const auto lower = static_cast<std::uint8_t>(rows - upper);
  const std::uint8_t second = lower > 0 ? lower : upper;
  shape.use({{upper, upper, second, second, upper, second, kTileRows, kTileRows},
             {kTileBytes, kTileBytes, kTileBytes, kTileBytes, kTileBytes, kTileBytes, kTileBytes, kTileBytes}});
}

/// The inputs beyond the last whole tile, added to the sums of a block.
void add_last_inputs(const GemmS8& g, const Block& block, std::size_t first_step, std::int32_t* sums) {
  const std::size_t steps = (g.k + kGroup - 1) / kGroup;
  const std::size_t panel_bytes = steps * kGroup * kPanel;
  for (std::size_t r = 0; r < block.rows; ++r) {
    const std::uint8_t* a = g.a + (block.row + r) * g.lda;
    for (std::size_t p = 0; p < block.panels; ++p, sums += kPanel) {
      Simd::I sum = Simd::load_i(sums);
      for (std::size_t step = first_step; step < steps; ++step) {
        std::int32_t four = 0;
        std::memcpy(&four, a + step * kGroup, sizeof four);
        const std::int8_t* w = g.w + (block.panel + p) * panel_bytes + step * kGroup * kPanel;
        sum = DotBytes::dot(sum, DotBytes::broadcast(four), Simd::load_i(w));
      }
      Simd::store_i(sums, sum);
    }
  }
}

/// (The tile instructions take literal numbers only.)
template <std::size_t kTall, std::size_t kWide>
void multiply_block(const GemmS8& g, const Block& block, std::int32_t* sums, Unfinished& last) {
  const std::size_t steps = (g.k + kGroup - 1) / kGroup;
  const std::size_t panel_bytes = steps * kGroup * kPanel;
  const std::size_t tiles = steps / kGroupsPerTile;
  const std::size_t upper = upper_rows(block.rows);
  const std::uint8_t* a = g.a + block.row * g.lda;
  const std::int8_t* w = g.w + block.panel * panel_bytes;
  const std::size_t finish_at_once = tiles == 0 ? 0 : (last.block.rows + tiles - 1) / tiles;
  _tile_zero(0);
  if constexpr (kWide > 1) _tile_zero(1);
  if constexpr (kTall > 1 || kWide > 2) _tile_zero(2);
  if constexpr (kTall * kWide > 3) _tile_zero(3);
  for (std::size_t tile = 0; tile < tiles; ++tile, a += kTileBytes, w += kWeightTileBytes) {
    _tile_loadd(4, a, g.lda);
    _tile_loadd(6, w, kTileBytes);
    _tile_dpbusd(0, 4, 6);
    if constexpr (kTall > 1) {
      _tile_loadd(5, a + upper * g.lda, g.lda);
      _tile_dpbusd(2, 5, 6);
    }
    if constexpr (kWide > 1) {
      _tile_loadd(7, w + panel_bytes, kTileBytes);
      _tile_dpbusd(1, 4, 7);
      if constexpr (kTall > 1) _tile_dpbusd(3, 5, 7);
    }
    if constexpr (kWide > 2) {
      _tile_loadd(6, w + 2 * panel_bytes, kTileBytes);
      _tile_dpbusd(2, 4, 6);
    }
    if constexpr (kWide > 3) {
      _tile_loadd(7, w + 3 * panel_bytes, kTileBytes);
      _tile_dpbusd(3, 4, 7);
    }
    last.finish(g, finish_at_once);
  }
  last.finish(g, last.block.rows);
  constexpr std::size_t kRowBytes = kWide * kPanel * sizeof(std::int32_t);
  _tile_stored(0, sums, kRowBytes);
  if constexpr (kWide > 1) _tile_stored(1, sums + kPanel, kRowBytes);
  if constexpr (kTall > 1) {
    std::int32_t* below = sums + upper * kWide * kPanel;
    _tile_stored(2, below, kRowBytes);
    if constexpr (kWide > 1) _tile_stored(3, below + kPanel, kRowBytes);
  } else {
    if constexpr (kWide > 2) _tile_stored(2, sums + 2 * kPanel, kRowBytes);
    if constexpr (kWide > 3) _tile_stored(3, sums + 3 * kPanel, kRowBytes);
  }
  if (tiles * kGroupsPerTile < steps) add_last_inputs(g, block, tiles * kGroupsPerTile, sums);
  last = {sums, block, 0};
}

void multiply_block(const GemmS8& g, const Block& block, std::int32_t* sums, Unfinished& last) {
  if (block.rows > kTileRows) {
    return block.panels > 1 ? multiply_block<2, 2>(g, block, sums, last) : multiply_block<2, 1>(g, block, sums, last);
  }
  switch (block.panels) {
    case 1:
      return multiply_block<1, 1>(g, block, sums, last);
    case 2:
      return multiply_block<1, 2>(g, block, sums, last);
    case 3:
      return multiply_block<1, 3>(g, block, sums, last);
    default:
      return multiply_block<1, 4>(g, block, sums, last);
  }
}

}  // namespace

void gemm_s8_amx(const GemmS8& g) {
  alignas(64) std::int32_t sums[2][kSumsPerBlock];
  const std::size_t panels = (g.n + kPanel - 1) / kPanel;
  const std::size_t groups = (g.m + 2 * kTileRows - 1) / (2 * kTileRows);
  const std::size_t wide = g.m > kTileRows ? 2 : 4;
  Unfinished last;
  TileShape shape;
  std::size_t side = 0;
  for (std::size_t panel = 0; panel < panels; panel += wide) {
    std::size_t row = 0;
    for (std::size_t group = 0; group < groups; ++group) {
      const Block block{row, (g.m - row) / (groups - group), panel, panels - panel < wide ? panels - panel : wide};
      shape_registers(shape, block.rows);
      multiply_block(g, block, sums[side], last);
      side = 1 - side;
      row += block.rows;
    }
  }
  last.finish(g, last.block.rows);
}

}  // namespace emo::nn
