// 4 floats in a register: the arm64 side of the interface that the kernel templates are written against. Every arm64
// CPU has these instructions.
// Included by simd.hpp only. Everything has internal linkage.
#pragma once

#include <arm_neon.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace emo::nn {
namespace {

struct Simd {
  static constexpr std::size_t kLanes = 4;
  // Rows and panels of 16 columns whose sums, with what they are made of, fit into 32 registers.
  static constexpr std::size_t kTileRows = 6, kTilePanels = 1;
  static constexpr std::size_t kWidenedRows = 4, kWidenedPanels = 1;
  // Rows of attention, and registers of scores and of values; one more of scores fits where a lone one would be left.
  static constexpr std::size_t kScoreRows = 4, kScoreVectors = 4, kMostScoreVectors = 5, kValueVectors = 4;
  using F = float32x4_t;
  using I = int32x4_t;
  using Words = int16x8_t;  ///< s16
  static constexpr std::size_t kWords = 8;

  static uint32x4_t mask(std::size_t n) {
    constexpr std::uint32_t kLane[4] = {0, 1, 2, 3};
    return vcltq_u32(vld1q_u32(kLane), vdupq_n_u32(static_cast<std::uint32_t>(n)));
  }

  static F zero() { return vdupq_n_f32(0.0F); }
  static F set1(float x) { return vdupq_n_f32(x); }
  static F load(const float* p) { return vld1q_f32(p); }
  static void store(float* p, F x) { vst1q_f32(p, x); }
  /// The first n < kLanes floats, the rest zero.
  static F load_part(const float* p, std::size_t n) {
    float buffer[kLanes] = {};
    std::memcpy(buffer, p, n * sizeof(float));
    return load(buffer);
  }
  static void store_part(float* p, F x, std::size_t n) {
    float buffer[kLanes];
    store(buffer, x);
    std::memcpy(p, buffer, n * sizeof(float));
  }
  /// x in the first n lanes, `fill` in the others.
  static F keep(F x, std::size_t n, F fill) { return vbslq_f32(mask(n), x, fill); }

  static F add(F a, F b) { return vaddq_f32(a, b); }
  static F sub(F a, F b) { return vsubq_f32(a, b); }
  static F mul(F a, F b) { return vmulq_f32(a, b); }
  static F div(F a, F b) { return vdivq_f32(a, b); }
  static F fma(F a, F b, F c) { return vfmaq_f32(c, a, b); }
  static F fnma(F a, F b, F c) { return vfmsq_f32(c, a, b); }
  static F max(F a, F b) { return vmaxq_f32(a, b); }
  static F min(F a, F b) { return vminq_f32(a, b); }
  static F abs(F a) { return vabsq_f32(a); }
  static F round(F a) { return vrndnq_f32(a); }
  /// x * 2^n for whole n in [-126, 127].
  static F scale_by_power(F x, F n) {
    const I exponent = vaddq_s32(vcvtnq_s32_f32(n), vdupq_n_s32(127));
    return vmulq_f32(x, vreinterpretq_f32_s32(vshlq_n_s32(exponent, 23)));
  }
  static float sum(F a) { return vaddvq_f32(a); }
  static float highest(F a) { return vmaxvq_f32(a); }
  static float lowest(F a) { return vminvq_f32(a); }

  static F load_s8(const std::int8_t* p) {
    std::int8_t buffer[8] = {};
    std::memcpy(buffer, p, kLanes);
    return vcvtq_f32_s32(vmovl_s16(vget_low_s16(vmovl_s8(vld1_s8(buffer)))));
  }
  static F load_s8_part(const std::int8_t* p, std::size_t n) {
    std::int8_t buffer[kLanes] = {};
    std::memcpy(buffer, p, n);
    return load_s8(buffer);
  }
  /// Rounds to nearest even and saturates to [0, 255].
  static void store_u8(std::uint8_t* p, F x) { store_u8_part(p, x, kLanes); }
  static void store_u8_part(std::uint8_t* p, F x, std::size_t n) {
    const int16x4_t words = vqmovn_s32(vcvtnq_s32_f32(x));
    std::uint8_t buffer[8];
    vst1_u8(buffer, vqmovun_s16(vcombine_s16(words, words)));
    std::memcpy(p, buffer, n);
  }

  /// The values of store_u8 in kLanes s16.
  static void store_u8_as_s16(std::int16_t* p, F x) {
    const uint16x4_t words = vqmovun_s32(vcvtnq_s32_f32(x));
    vst1_s16(p, vreinterpret_s16_u16(vmin_u16(words, vdup_n_u16(255))));
  }

  /// Stores 4 registers as 4 * kLanes u8, rounded and saturated as by store_u8.
  static void store_u8_4(std::uint8_t* p, F a, F b, F c, F d) {
    const int16x8_t ab = vcombine_s16(vqmovn_s32(vcvtnq_s32_f32(a)), vqmovn_s32(vcvtnq_s32_f32(b)));
    const int16x8_t cd = vcombine_s16(vqmovn_s32(vcvtnq_s32_f32(c)), vqmovn_s32(vcvtnq_s32_f32(d)));
    vst1q_u8(p, vcombine_u8(vqmovun_s16(ab), vqmovun_s16(cd)));
  }

  static I zero_i() { return vdupq_n_s32(0); }
  static I load_i(const void* p) { return vreinterpretq_s32_u8(vld1q_u8(static_cast<const std::uint8_t*>(p))); }
  static void store_i(void* p, I a) { vst1q_u8(static_cast<std::uint8_t*>(p), vreinterpretq_u8_s32(a)); }
  static I set1_i(std::int32_t x) { return vdupq_n_s32(x); }
  static I add_i(I a, I b) { return vaddq_s32(a, b); }
  static I sub_i(I a, I b) { return vsubq_s32(a, b); }
  static I and_i(I a, I b) { return vandq_s32(a, b); }
  /// Shifts in each s16, to the left with zeros, to the right with the sign.
  static I left_by_byte_s16(I a) { return vreinterpretq_s32_s16(vshlq_n_s16(vreinterpretq_s16_s32(a), 8)); }
  static I right_by_byte_s16(I a) { return vreinterpretq_s32_s16(vshrq_n_s16(vreinterpretq_s16_s32(a), 8)); }
  static I quarter_i(I a) { return vshrq_n_s32(a, 2); }
  /// Per s32 lane: the sum of the products of its two s16.
  static I multiply_pairs(I a, I b) {
    const int16x8_t x = vreinterpretq_s16_s32(a);
    const int16x8_t y = vreinterpretq_s16_s32(b);
    return vpaddq_s32(vmull_s16(vget_low_s16(x), vget_low_s16(y)), vmull_high_s16(x, y));
  }
  /// No work: the compiler may not move the computation of `a` past this place.
  static void keep_here(I& a) { asm volatile("" : "+w"(a)); }
  static F to_float(I a) { return vcvtq_f32_s32(a); }

  static Words load_words(const std::int16_t* p) { return vld1q_s16(p); }
  static void store_words(std::int16_t* p, Words a) { vst1q_s16(p, a); }
  static Words add_words(Words a, Words b) { return vaddq_s16(a, b); }
  static Words sub_words(Words a, Words b) { return vsubq_s16(a, b); }

  /// Lane group g (4 floats each) holds p[(4 g) * ld .. + 4).
  static F load_quads(const float* p, std::size_t /*ld*/) { return load(p); }
  /// Transposes the 4 x 4 block in each lane group of r[0..4).
  static void transpose_quads(F* r) {
    const float32x4_t t0 = vtrn1q_f32(r[0], r[1]);
    const float32x4_t t1 = vtrn2q_f32(r[0], r[1]);
    const float32x4_t t2 = vtrn1q_f32(r[2], r[3]);
    const float32x4_t t3 = vtrn2q_f32(r[2], r[3]);
    r[0] = vcombine_f32(vget_low_f32(t0), vget_low_f32(t2));
    r[1] = vcombine_f32(vget_low_f32(t1), vget_low_f32(t3));
    r[2] = vcombine_f32(vget_high_f32(t0), vget_high_f32(t2));
    r[3] = vcombine_f32(vget_high_f32(t1), vget_high_f32(t3));
  }
};

}  // namespace
}  // namespace emo::nn
