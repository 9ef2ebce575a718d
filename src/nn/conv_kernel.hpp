// Convolutions as register tiles of R output pixels x U panels of output channels, written once for every vector width.
// The window of each pixel is read where it lies; nothing is copied together first. Everything has internal linkage.
#pragma once

#include <cstring>

#include "nn/image_kernels.hpp"
#include "nn/simd.hpp"
#include "nn/tile_dispatch.hpp"

namespace emo::nn {
namespace {

template <Clamp kClamp>
Simd::F clamped(Simd::F x) {
  if constexpr (kClamp == Clamp::kNone) return x;
  x = Simd::max(Simd::zero(), x);  // in this order NaN is kept
  return kClamp == Clamp::kRelu6 ? Simd::min(Simd::set1(6.0F), x) : x;
}

/// Calls `f` with the clamp as a compile-time constant.
template <class F>
void with_clamp(Clamp clamp, F f) {
  switch (clamp) {
    case Clamp::kNone:
      return f.template operator()<Clamp::kNone>();
    case Clamp::kRelu:
      return f.template operator()<Clamp::kRelu>();
    case Clamp::kRelu6:
      return f.template operator()<Clamp::kRelu6>();
  }
}

/// One tile: image, first pixel and panel.
struct Place {
  std::size_t image, pixel, panel;
};

/// Panels outside, so that a group of weights is read from memory once per call; pixels in groups as equal as can be.
template <class Tile, class Args>
void for_each_conv_tile(const Args& c) {
  const std::size_t panels = (c.n + kPanel - 1) / kPanel;
  const std::size_t groups = (c.plan.pixels + Tile::kMaxRows - 1) / Tile::kMaxRows;
  for (std::size_t panel = 0; panel < panels; panel += Tile::kUnits) {
    const std::size_t u = panels - panel < Tile::kUnits ? panels - panel : Tile::kUnits;
    for (std::size_t image = 0; image < c.images; ++image) {
      std::size_t pixel = 0;
      for (std::size_t group = 0; group < groups; ++group) {
        const std::size_t r = (c.plan.pixels - pixel) / (groups - group);
        dispatch_tile<Tile, Tile::kMaxRows, Tile::kUnits>(r, u, c, Place{image, pixel, panel});
        pixel += r;
      }
    }
  }
}

/// A clamp as the two bounds it keeps to, so that one piece of code serves all. NaN is kept.
struct Bounds {
  Simd::F low, high;
  explicit Bounds(Clamp clamp)
      : low(Simd::set1(clamp == Clamp::kNone ? -__builtin_inff() : 0.0F)),
        high(Simd::set1(clamp == Clamp::kRelu6 ? 6.0F : __builtin_inff())) {}
  [[nodiscard]] Simd::F keep(Simd::F x) const { return Simd::min(high, Simd::max(low, x)); }
};

struct ConvTileF32 {
  static constexpr std::size_t kMaxRows = Simd::kTileRows;
  static constexpr std::size_t kUnits = Simd::kTilePanels;

  template <std::size_t R, std::size_t U>
  static void run(const ConvF32& c, const Place& place) {
    constexpr std::size_t kV = U * kVectorsPerPanel;
    const ConvPlan& plan = c.plan;
    const std::size_t panel_floats = plan.tap_count * plan.run * kPanel;
    const float* w = c.w + place.panel * panel_floats;
    const float* in[R];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) in[r] = c.in + place.image * c.in_image + plan.pixel_in[place.pixel + r];
    Simd::F sum[R][kV];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) sum[r][v] = Simd::zero();
    }
    for (std::size_t t = 0; t < plan.tap_count; ++t) {
      const std::ptrdiff_t tap = plan.taps[t];
      for (std::ptrdiff_t k = tap; k < tap + static_cast<std::ptrdiff_t>(plan.run); ++k, w += kPanel) {
        Simd::F b[kV];
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kV; ++v) {
          b[v] = Simd::load(w + (v / kVectorsPerPanel) * panel_floats + (v % kVectorsPerPanel) * Simd::kLanes);
        }
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) {
          const Simd::F broadcast = Simd::set1(in[r][k]);
#pragma GCC unroll 8
          for (std::size_t v = 0; v < kV; ++v) sum[r][v] = Simd::fma(broadcast, b[v], sum[r][v]);
        }
      }
    }
    const Bounds bounds(c.clamp);
    const std::size_t column = place.panel * kPanel;
    float* out = c.out + place.image * c.out_image + column;
#pragma GCC unroll 8
    for (std::size_t v = 0; v < kV; ++v) {
      const Simd::F bias = Simd::load(c.bias + column + v * Simd::kLanes);
#pragma GCC unroll 8
      for (std::size_t r = 0; r < R; ++r) {
        float* to = out + plan.pixel_out[place.pixel + r] + v * Simd::kLanes;
        Simd::store(to, bounds.keep(Simd::add(sum[r][v], bias)));
      }
    }
  }
};

/// What turns the integer sums of kLanes output channels of one image into floats.
struct FinishS8 {
  Simd::F zero, column_sum, factor, bias;
  Bounds bounds;
  FinishS8(const ConvS8& c, std::size_t image, std::size_t column)
      : zero(Simd::set1(static_cast<float>(c.zero[image]))),
        column_sum(Simd::load(c.column_sum + column)),
        factor(Simd::mul(Simd::set1(c.scale[image]), Simd::load(c.w_scale + column))),
        bias(Simd::load(c.bias + column)),
        bounds(c.clamp) {}
  [[nodiscard]] Simd::F of(Simd::I sum) const {
    return bounds.keep(Simd::fma(Simd::fnma(zero, column_sum, Simd::to_float(sum)), factor, bias));
  }
};

/// Writes the integer sums of a tile, R pixels by V vectors of output channels, as floats.
template <std::size_t R, std::size_t V>
__attribute__((always_inline)) inline void store_tile(const ConvS8& c, const Place& place, const Simd::I (&sum)[R][V]) {
  const std::size_t first = place.panel * kPanel;
  float* out = c.out + place.image * c.out_image + first;
#pragma GCC unroll 8
  for (std::size_t v = 0; v < V; ++v) {
    const FinishS8 finish(c, place.image, first + v * Simd::kLanes);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      Simd::store(out + c.plan.pixel_out[place.pixel + r] + v * Simd::kLanes, finish.of(sum[r][v]));
    }
  }
}

/// `Dot` multiplies one word of codes, broadcast, with a vector of weight words and adds to s32 lanes.
template <class Dot>
struct ConvTileS8 {
  static constexpr std::size_t kMaxRows = Simd::kTileRows;
  static constexpr std::size_t kUnits = Simd::kTilePanels;

  template <std::size_t R, std::size_t U>
  static void run(const ConvS8& c, const Place& place) {
    constexpr std::size_t kV = U * kVectorsPerPanel;
    constexpr auto kCodeBytes = static_cast<std::ptrdiff_t>(Dot::kCodeBytes);
    const ConvPlan& plan = c.plan;
    const std::size_t words = (plan.run * Dot::kCodeBytes + 3) / 4;
    const std::size_t panel_words = plan.tap_count * words * kPanel;
    const std::int32_t* w = c.w + place.panel * panel_words;
    const char* in[R];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      in[r] = static_cast<const char*>(c.codes) +
              (static_cast<std::ptrdiff_t>(place.image * c.in_image) + plan.pixel_in[place.pixel + r]) * kCodeBytes;
    }
    Simd::I sum[R][kV];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
#pragma GCC unroll 8
      for (std::size_t v = 0; v < kV; ++v) sum[r][v] = Simd::zero_i();
    }
    for (std::size_t t = 0; t < plan.tap_count; ++t) {
      const std::ptrdiff_t tap = plan.taps[t] * kCodeBytes;
      for (std::ptrdiff_t k = tap; k < tap + static_cast<std::ptrdiff_t>(4 * words); k += 4, w += kPanel) {
        Simd::I b[kV];
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kV; ++v) {
          b[v] = Simd::load_i(w + (v / kVectorsPerPanel) * panel_words + (v % kVectorsPerPanel) * Simd::kLanes);
        }
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) {
          std::int32_t word = 0;
          std::memcpy(&word, in[r] + k, sizeof word);
          const typename Dot::A broadcast = Dot::broadcast(word);
#pragma GCC unroll 8
          for (std::size_t v = 0; v < kV; ++v) sum[r][v] = Dot::dot(sum[r][v], broadcast, b[v]);
        }
      }
    }
    store_tile(c, place, sum);
  }
};

/// Where no instruction multiplies bytes exactly: codes in s16, two products and their sum per lane. (u8 by vpmaddubsw
/// would saturate, and splitting even from odd codes to avoid it costs as much as f32.)
struct DotPairs {
  static constexpr std::size_t kCodeBytes = 2;
  using A = Simd::I;
  static A broadcast(std::int32_t two) { return Simd::set1_i(two); }
  static Simd::I dot(Simd::I sum, A a, Simd::I w) { return Simd::add_i(sum, Simd::multiply_pairs(a, w)); }
};

}  // namespace
}  // namespace emo::nn
