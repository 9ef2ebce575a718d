// Matrix products as register tiles of R rows x U panels, written once for every vector width.
// Everything has internal linkage.
#pragma once

#include <cstring>

#include "nn/kernels.hpp"
#include "nn/simd.hpp"
#include "nn/tile_dispatch.hpp"
#include "nn/vector_math.hpp"

namespace emo::nn {
namespace {

/// One tile: first row and panel, and which of the groups of rows it is.
struct TilePlace {
  std::size_t row, panel, group, groups;
};

/// Covers [M, N] with tiles: panels outside, so that a group of weights is read from memory once; rows in groups as
/// equal as can be, because a tile of 8 rows and one of 1 cost more than 5 and 4.
template <class Tile, class Args>
void for_each_tile(const Args& g) {
  const std::size_t panels = (g.n + kPanel - 1) / kPanel;
  const std::size_t groups = (g.m + Tile::kMaxRows - 1) / Tile::kMaxRows;
  for (std::size_t panel = 0; panel < panels; panel += Tile::kUnits) {
    const std::size_t u = panels - panel < Tile::kUnits ? panels - panel : Tile::kUnits;
    std::size_t row = 0;
    for (std::size_t group = 0; group < groups; ++group) {
      const std::size_t r = (g.m - row) / (groups - group);
      dispatch_tile<Tile, Tile::kMaxRows, Tile::kUnits>(r, u, g, TilePlace{row, panel, group, groups});
      row += r;
    }
  }
}

/// Where vector `v` of a group of panels begins within a step, from the first panel's step.
inline std::size_t s8_vector_offset(std::size_t v, std::size_t panel_bytes) {
  return (v / kVectorsPerPanel) * panel_bytes + (v % kVectorsPerPanel) * kGroup * Simd::kLanes;
}

template <std::size_t R, std::size_t V>
void clear_sums(Simd::I (&sum)[R][V]) {
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) sum[r][v] = Simd::zero_i();
  }
}

template <std::size_t R, std::size_t V>
void spill_sums(const Simd::I (&sum)[R][V], std::int32_t* sums) {
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) Simd::store_i(sums + (r * V + v) * Simd::kLanes, sum[r][v]);
  }
}

template <Epilogue kEpilogue>
Simd::F finish(Simd::F x, const float* old) {
  if constexpr (kEpilogue == Epilogue::kGelu) return gelu_fast(x);
  if constexpr (kEpilogue == Epilogue::kResidual) return Simd::add(x, Simd::load(old));
  return x;
}

/// Turns a finished tile of integer sums ([rows, width]) into floats. The sums come through memory so that this code
/// exists once and not once per tile shape.
template <Epilogue kEpilogue>
void finish_s8(const GemmS8& g, const std::int32_t* sums, std::size_t row, std::size_t rows, std::size_t column,
               std::size_t width) {
  for (std::size_t r = 0; r < rows; ++r) {
    const Simd::F zero = Simd::set1(static_cast<float>(g.a_zero[row + r]));
    const Simd::F scale = Simd::set1(g.a_scale[row + r]);
    float* out = g.out + (row + r) * g.ldo + column;
    for (std::size_t c = 0; c < width; c += Simd::kLanes) {
      const Simd::F sum = Simd::to_float(Simd::load_i(sums + r * width + c));
      const Simd::F centred = Simd::fnma(zero, Simd::load(g.column_sum + column + c), sum);
      const Simd::F factor = Simd::mul(scale, Simd::load(g.w_scale + column + c));
      const Simd::F x = Simd::fma(centred, factor, Simd::load(g.bias + column + c));
      Simd::store(out + c, finish<kEpilogue>(x, out + c));
    }
  }
}

inline void store_s8(const GemmS8& g, const std::int32_t* sums, std::size_t row, std::size_t rows, std::size_t column,
                     std::size_t width) {
  switch (g.epilogue) {
    case Epilogue::kNone:
      return finish_s8<Epilogue::kNone>(g, sums, row, rows, column, width);
    case Epilogue::kGelu:
      return finish_s8<Epilogue::kGelu>(g, sums, row, rows, column, width);
    case Epilogue::kResidual:
      return finish_s8<Epilogue::kResidual>(g, sums, row, rows, column, width);
  }
}

template <Epilogue kEpilogue>
void finish_f32(const GemmF32& g, const float* sums, std::size_t row, std::size_t rows, std::size_t column,
                std::size_t width) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* out = g.out + (row + r) * g.ldo + column;
    for (std::size_t c = 0; c < width; c += Simd::kLanes) {
      const Simd::F x = Simd::add(Simd::load(sums + r * width + c), Simd::load(g.bias + column + c));
      Simd::store(out + c, finish<kEpilogue>(x, out + c));
    }
  }
}

/// sum += R rows of u8 times V vectors of weights, over all steps; with kAhead a panel of weights at `next` is asked
/// for meanwhile, a line a step. The two loops stand in one function: in two the compiler lays either out worse.
template <class Dot, bool kAhead, std::size_t R, std::size_t V>
[[gnu::always_inline]] inline void add_products(const GemmS8& g, const std::uint8_t* a, const std::int8_t* w,
                                                const std::int8_t* next, Simd::I (&sum)[R][V]) {
  constexpr int kIntoSecondLevel = 2;
  const std::size_t steps = (g.k + kGroup - 1) / kGroup;
  const std::size_t panel_bytes = steps * kGroup * kPanel;
  for (std::size_t step = 0; step < steps; ++step) {
    if constexpr (kAhead) __builtin_prefetch(next + step * kGroup * kPanel, 0, kIntoSecondLevel);
    Simd::I b[V];
#pragma GCC unroll 8
    for (std::size_t v = 0; v < V; ++v) {
      b[v] = Simd::load_i(w + s8_vector_offset(v, panel_bytes) + step * kGroup * kPanel);
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      std::int32_t four = 0;
      std::memcpy(&four, a + r * g.lda + step * kGroup, sizeof four);
      const typename Dot::A broadcast = Dot::broadcast(four);
#pragma GCC unroll 8
      for (std::size_t v = 0; v < V; ++v) sum[r][v] = Dot::dot(sum[r][v], broadcast, b[v]);
    }
  }
}

template <class Dot>
struct TileS8 {
  static constexpr std::size_t kMaxRows = Simd::kTileRows;
  static constexpr std::size_t kUnits = Simd::kTilePanels;

  template <std::size_t R, std::size_t U>
  static void run(const GemmS8& g, const TilePlace& place) {
    const auto [row, panel, group, groups] = place;
    constexpr std::size_t kV = U * kVectorsPerPanel;
    const std::size_t panel_bytes = (g.k + kGroup - 1) / kGroup * kGroup * kPanel;
    const std::uint8_t* a = g.a + row * g.lda;
    const std::int8_t* w = g.w + panel * panel_bytes;
    Simd::I sum[R][kV];
    clear_sums(sum);
    // Of the next U panels each of the first groups of rows asks for one. A single group needs its own too soon for
    // that to help.
    if (groups > 1 && group < U) {
      add_products<Dot, true>(g, a, w, w + (U + group) * panel_bytes, sum);
    } else {
      add_products<Dot, false>(g, a, w, nullptr, sum);
    }
    alignas(64) std::int32_t sums[R * U * kPanel];
    spill_sums(sum, sums);
    store_s8(g, sums, row, R, panel * kPanel, U * kPanel);
  }
};

struct TileF32 {
  static constexpr std::size_t kMaxRows = Simd::kTileRows;
  static constexpr std::size_t kUnits = Simd::kTilePanels;

  template <std::size_t R, std::size_t U>
  static void run(const GemmF32& g, const TilePlace& place) {
    const std::size_t row = place.row;
    const std::size_t panel = place.panel;
    constexpr std::size_t kV = U * kVectorsPerPanel;
    const std::size_t panel_floats = g.k * kPanel;
    const float* a = g.a + row * g.lda;
    const float* w = g.w + panel * panel_floats;
    Simd::F sum[R][kV];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) sum[r][v] = Simd::zero();
    }
    for (std::size_t k = 0; k < g.k; ++k) {
      Simd::F b[kV];
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) {
        b[v] =
            Simd::load(w + (v / kVectorsPerPanel) * panel_floats + (v % kVectorsPerPanel) * Simd::kLanes + k * kPanel);
      }
#pragma GCC unroll 8
      for (std::size_t r = 0; r < R; ++r) {
        const Simd::F broadcast = Simd::set1(a[r * g.lda + k]);
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kV; ++v) sum[r][v] = Simd::fma(broadcast, b[v], sum[r][v]);
      }
    }
    alignas(64) float sums[R * U * kPanel];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) Simd::store(sums + (r * kV + v) * Simd::kLanes, sum[r][v]);
    }
    const std::size_t column = panel * kPanel;
    switch (g.epilogue) {
      case Epilogue::kNone:
        return finish_f32<Epilogue::kNone>(g, sums, row, R, column, U * kPanel);
      case Epilogue::kGelu:
        return finish_f32<Epilogue::kGelu>(g, sums, row, R, column, U * kPanel);
      case Epilogue::kResidual:
        return finish_f32<Epilogue::kResidual>(g, sums, row, R, column, U * kPanel);
    }
  }
};

}  // namespace
}  // namespace emo::nn
