// 16 floats in a register: the AVX-512 side of the interface that the kernel templates are written against.
// Included by simd.hpp only. Everything has internal linkage.
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace emo::nn {
namespace {

struct Simd {
  static constexpr std::size_t kLanes = 16;
  // Rows and panels of 16 columns whose sums, with what they are made of, fit into 32 registers.
  static constexpr std::size_t kTileRows = 8, kTilePanels = 3;
  static constexpr std::size_t kWidenedRows = 6, kWidenedPanels = 3;
  static constexpr std::size_t kOctetRows = 6, kOctetPanels = 2;
  // Rows of attention, and registers of scores and of values.
  static constexpr std::size_t kScoreRows = 8, kScoreVectors = 3, kMostScoreVectors = 3, kValueVectors = 2;
  using F = __m512;
  using I = __m512i;
  using Words = __m256i;  ///< s16: a panel of them is half a register
  static constexpr std::size_t kWords = 16;

  static __mmask16 mask(std::size_t n) { return static_cast<__mmask16>((1U << n) - 1U); }

  static F zero() { return _mm512_setzero_ps(); }
  static F set1(float x) { return _mm512_set1_ps(x); }
  static F load(const float* p) { return _mm512_loadu_ps(p); }
  static void store(float* p, F x) { _mm512_storeu_ps(p, x); }
  /// The first n < kLanes floats, the rest zero.
  static F load_part(const float* p, std::size_t n) { return _mm512_maskz_loadu_ps(mask(n), p); }
  static void store_part(float* p, F x, std::size_t n) { _mm512_mask_storeu_ps(p, mask(n), x); }
  /// x in the first n lanes, `fill` in the others.
  static F keep(F x, std::size_t n, F fill) { return _mm512_mask_mov_ps(fill, mask(n), x); }

  static F add(F a, F b) { return _mm512_add_ps(a, b); }
  static F sub(F a, F b) { return _mm512_sub_ps(a, b); }
  static F mul(F a, F b) { return _mm512_mul_ps(a, b); }
  static F div(F a, F b) { return _mm512_div_ps(a, b); }
  static F fma(F a, F b, F c) { return _mm512_fmadd_ps(a, b, c); }
  static F fnma(F a, F b, F c) { return _mm512_fnmadd_ps(a, b, c); }
  // NaN in b is kept, NaN in a is not.
  static F max(F a, F b) { return _mm512_max_ps(a, b); }
  static F min(F a, F b) { return _mm512_min_ps(a, b); }
  static F abs(F a) { return _mm512_abs_ps(a); }
  static F round(F a) { return _mm512_roundscale_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
  /// x * 2^n for whole n in [-126, 127].
  static F scale_by_power(F x, F n) { return _mm512_scalef_ps(x, n); }
  static float sum(F a) { return _mm512_reduce_add_ps(a); }
  static float highest(F a) { return _mm512_reduce_max_ps(a); }
  static float lowest(F a) { return _mm512_reduce_min_ps(a); }

  static F load_s8(const std::int8_t* p) {
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))));
  }
  static F load_s8_part(const std::int8_t* p, std::size_t n) {
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_maskz_loadu_epi8(mask(n), p)));
  }
  /// Rounds to nearest even and saturates to [0, 255].
  static void store_u8(std::uint8_t* p, F x) { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), to_u8(x)); }
  static void store_u8_part(std::uint8_t* p, F x, std::size_t n) { _mm_mask_storeu_epi8(p, mask(n), to_u8(x)); }

  /// The values of store_u8 in kLanes s16.
  static void store_u8_as_s16(std::int16_t* p, F x) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), _mm256_cvtepu8_epi16(to_u8(x)));
  }

  /// Stores 4 registers as 4 * kLanes u8, rounded and saturated as by store_u8.
  static void store_u8_4(std::uint8_t* p, F a, F b, F c, F d) {
    const __m512i ab = _mm512_packs_epi32(_mm512_cvtps_epi32(a), _mm512_cvtps_epi32(b));
    const __m512i cd = _mm512_packs_epi32(_mm512_cvtps_epi32(c), _mm512_cvtps_epi32(d));
    // Packing works within 128-bit lanes, which leaves groups of 4 bytes in the order 0 4 8 12 1 5 ...
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    _mm512_storeu_si512(p, _mm512_permutexvar_epi32(order, _mm512_packus_epi16(ab, cd)));
  }

  static I zero_i() { return _mm512_setzero_si512(); }
  static I load_i(const void* p) { return _mm512_loadu_si512(p); }
  static void store_i(void* p, I a) { _mm512_storeu_si512(p, a); }
  static I set1_i(std::int32_t x) { return _mm512_set1_epi32(x); }
  static I add_i(I a, I b) { return _mm512_add_epi32(a, b); }
  static I sub_i(I a, I b) { return _mm512_sub_epi32(a, b); }
  static I and_i(I a, I b) { return _mm512_and_si512(a, b); }
  /// Shifts in each s16, to the left with zeros, to the right with the sign.
  static I left_by_byte_s16(I a) { return _mm512_slli_epi16(a, 8); }
  static I right_by_byte_s16(I a) { return _mm512_srai_epi16(a, 8); }
  static I quarter_i(I a) { return _mm512_srai_epi32(a, 2); }
  /// Per s32 lane: the sum of the products of its two s16.
  static I multiply_pairs(I a, I b) { return _mm512_madd_epi16(a, b); }
  /// Per s16 lane: the sum of the products of its two u8 of `a` and s8 of `b`, saturated.
  static I multiply_bytes(I a, I b) { return _mm512_maddubs_epi16(a, b); }
  static I add_s16(I a, I b) { return _mm512_add_epi16(a, b); }
  /// No work: the compiler may not move the computation of `a` past this place.
  static void keep_here(I& a) { asm("" : "+v"(a)); }
  /// No work: the compiler may not know what `p` points to, so that it has to be read there.
  static void keep_in_memory(const I*& p) { asm("" : "+r"(p)); }
  static F to_float(I a) { return _mm512_cvtepi32_ps(a); }

  static Words load_words(const std::int16_t* p) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)); }
  static void store_words(std::int16_t* p, Words a) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), a); }
  static Words add_words(Words a, Words b) { return _mm256_add_epi16(a, b); }
  static Words sub_words(Words a, Words b) { return _mm256_sub_epi16(a, b); }

  /// Lane group g (4 floats each) holds p[(4 g) * ld .. + 4).
  static F load_quads(const float* p, std::size_t ld) {
    const __m512 a = _mm512_castps128_ps512(_mm_loadu_ps(p));
    const __m512 b = _mm512_insertf32x4(a, _mm_loadu_ps(p + 4 * ld), 1);
    const __m512 c = _mm512_insertf32x4(b, _mm_loadu_ps(p + 8 * ld), 2);
    return _mm512_insertf32x4(c, _mm_loadu_ps(p + 12 * ld), 3);
  }
  /// Transposes the 4 x 4 block in each lane group of r[0..4).
  static void transpose_quads(F* r) {
    const __m512 t0 = _mm512_unpacklo_ps(r[0], r[1]);
    const __m512 t1 = _mm512_unpackhi_ps(r[0], r[1]);
    const __m512 t2 = _mm512_unpacklo_ps(r[2], r[3]);
    const __m512 t3 = _mm512_unpackhi_ps(r[2], r[3]);
    r[0] = _mm512_shuffle_ps(t0, t2, 0x44);
    r[1] = _mm512_shuffle_ps(t0, t2, 0xEE);
    r[2] = _mm512_shuffle_ps(t1, t3, 0x44);
    r[3] = _mm512_shuffle_ps(t1, t3, 0xEE);
  }

 private:
  static __m128i to_u8(F x) {
    const __m512i q = _mm512_max_epi32(_mm512_cvtps_epi32(x), _mm512_setzero_si512());
    return _mm512_cvtusepi32_epi8(q);
  }
};

#ifdef __AVX512VNNI__
/// Adds the sum of 4 u8 * s8 products to each s32 lane.
struct DotBytes {
  static constexpr std::size_t kCodeBytes = 1;
  using A = __m512i;
  static A broadcast(std::int32_t four) { return _mm512_set1_epi32(four); }
  static __m512i dot(__m512i sum, A a, __m512i w) { return _mm512_dpbusd_epi32(sum, a, w); }
};
#endif

}  // namespace
}  // namespace emo::nn
