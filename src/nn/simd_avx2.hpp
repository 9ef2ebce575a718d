// 8 floats in a register: the AVX2 + FMA side of the interface that the kernel templates are written against.
// Included by simd.hpp only. Everything has internal linkage.
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace emo::nn {
namespace {

struct Simd {
  static constexpr std::size_t kLanes = 8;
  // Rows and panels of 16 columns whose sums, with what they are made of, fit into 16 registers.
  static constexpr std::size_t kTileRows = 6, kTilePanels = 1;
  static constexpr std::size_t kWidenedRows = 4, kWidenedPanels = 1;
  static constexpr std::size_t kOctetRows = 3, kOctetPanels = 1;
  // Rows of attention, and registers of scores and of values; a few more scores fit where a lone register would be
  // left.
  static constexpr std::size_t kScoreRows = 4, kScoreVectors = 2, kMostScoreVectors = 3, kValueVectors = 2;
  using F = __m256;
  using I = __m256i;
  using Words = __m256i;  ///< s16
  static constexpr std::size_t kWords = 16;

  static __m256i mask(std::size_t n) {
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(n)), lane);
  }

  static F zero() { return _mm256_setzero_ps(); }
  static F set1(float x) { return _mm256_set1_ps(x); }
  static F load(const float* p) { return _mm256_loadu_ps(p); }
  static void store(float* p, F x) { _mm256_storeu_ps(p, x); }
  /// The first n < kLanes floats, the rest zero.
  static F load_part(const float* p, std::size_t n) { return _mm256_maskload_ps(p, mask(n)); }
  static void store_part(float* p, F x, std::size_t n) { _mm256_maskstore_ps(p, mask(n), x); }
  /// x in the first n lanes, `fill` in the others.
  static F keep(F x, std::size_t n, F fill) { return _mm256_blendv_ps(fill, x, _mm256_castsi256_ps(mask(n))); }

  static F add(F a, F b) { return _mm256_add_ps(a, b); }
  static F sub(F a, F b) { return _mm256_sub_ps(a, b); }
  static F mul(F a, F b) { return _mm256_mul_ps(a, b); }
  static F div(F a, F b) { return _mm256_div_ps(a, b); }
  static F fma(F a, F b, F c) { return _mm256_fmadd_ps(a, b, c); }
  static F fnma(F a, F b, F c) { return _mm256_fnmadd_ps(a, b, c); }
  // NaN in b is kept, NaN in a is not.
  static F max(F a, F b) { return _mm256_max_ps(a, b); }
  static F min(F a, F b) { return _mm256_min_ps(a, b); }
  static F abs(F a) { return _mm256_andnot_ps(_mm256_set1_ps(-0.0F), a); }
  static F round(F a) { return _mm256_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
  /// x * 2^n for whole n in [-126, 127].
  static F scale_by_power(F x, F n) {
    const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
    return _mm256_mul_ps(x, _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23)));
  }
  static float sum(F a) {
    __m128 x = _mm_add_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    x = _mm_add_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_add_ss(x, _mm_movehdup_ps(x)));
  }
  static float highest(F a) {
    __m128 x = _mm_max_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    x = _mm_max_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_max_ss(x, _mm_movehdup_ps(x)));
  }
  static float lowest(F a) {
    __m128 x = _mm_min_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    x = _mm_min_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_min_ss(x, _mm_movehdup_ps(x)));
  }

  static F load_s8(const std::int8_t* p) {
    return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p))));
  }
  static F load_s8_part(const std::int8_t* p, std::size_t n) {
    std::int8_t buffer[8] = {};
    std::memcpy(buffer, p, n);
    return load_s8(buffer);
  }
  /// Rounds to nearest even and saturates to [0, 255].
  static void store_u8(std::uint8_t* p, F x) { _mm_storel_epi64(reinterpret_cast<__m128i*>(p), to_u8(x)); }
  static void store_u8_part(std::uint8_t* p, F x, std::size_t n) {
    std::uint8_t buffer[8];
    store_u8(buffer, x);
    std::memcpy(p, buffer, n);
  }

  /// The values of store_u8 in kLanes s16.
  static void store_u8_as_s16(std::int16_t* p, F x) {
    const __m256i q = _mm256_cvtps_epi32(x);
    const __m128i words = _mm_packus_epi32(_mm256_castsi256_si128(q), _mm256_extracti128_si256(q, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(p), _mm_min_epu16(words, _mm_set1_epi16(255)));
  }

  /// Stores 4 registers as 4 * kLanes u8, rounded and saturated as by store_u8.
  static void store_u8_4(std::uint8_t* p, F a, F b, F c, F d) {
    const __m256i ab = _mm256_packs_epi32(_mm256_cvtps_epi32(a), _mm256_cvtps_epi32(b));
    const __m256i cd = _mm256_packs_epi32(_mm256_cvtps_epi32(c), _mm256_cvtps_epi32(d));
    // Packing works within 128-bit lanes, which leaves groups of 4 bytes in the order 0 2 4 6 1 3 5 7.
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), _mm256_permutevar8x32_epi32(_mm256_packus_epi16(ab, cd), order));
  }

  static I zero_i() { return _mm256_setzero_si256(); }
  static I load_i(const void* p) { return _mm256_loadu_si256(static_cast<const __m256i*>(p)); }
  static void store_i(void* p, I a) { _mm256_storeu_si256(static_cast<__m256i*>(p), a); }
  static I set1_i(std::int32_t x) { return _mm256_set1_epi32(x); }
  static I add_i(I a, I b) { return _mm256_add_epi32(a, b); }
  static I sub_i(I a, I b) { return _mm256_sub_epi32(a, b); }
  static I and_i(I a, I b) { return _mm256_and_si256(a, b); }
  /// Shifts in each s16, to the left with zeros, to the right with the sign.
  static I left_by_byte_s16(I a) { return _mm256_slli_epi16(a, 8); }
  static I right_by_byte_s16(I a) { return _mm256_srai_epi16(a, 8); }
  static I quarter_i(I a) { return _mm256_srai_epi32(a, 2); }
  /// Per s32 lane: the sum of the products of its two s16.
  static I multiply_pairs(I a, I b) { return _mm256_madd_epi16(a, b); }
  /// Per s16 lane: the sum of the products of its two u8 of `a` and s8 of `b`, saturated.
  static I multiply_bytes(I a, I b) { return _mm256_maddubs_epi16(a, b); }
  static I add_s16(I a, I b) { return _mm256_add_epi16(a, b); }
  /// No work: the compiler may not move the computation of `a` past this place.
  static void keep_here(I& a) { asm("" : "+x"(a)); }
  /// No work: the compiler may not know what `p` points to, so that it has to be read there.
  static void keep_in_memory(const I*& p) { asm("" : "+r"(p)); }
  static F to_float(I a) { return _mm256_cvtepi32_ps(a); }

  static Words load_words(const std::int16_t* p) { return load_i(p); }
  static void store_words(std::int16_t* p, Words a) { store_i(p, a); }
  static Words add_words(Words a, Words b) { return _mm256_add_epi16(a, b); }
  static Words sub_words(Words a, Words b) { return _mm256_sub_epi16(a, b); }

  /// Lane group g (4 floats each) holds p[(4 g) * ld .. + 4).
  static F load_quads(const float* p, std::size_t ld) {
    return _mm256_insertf128_ps(_mm256_castps128_ps256(_mm_loadu_ps(p)), _mm_loadu_ps(p + 4 * ld), 1);
  }
  /// Transposes the 4 x 4 block in each lane group of r[0..4).
  static void transpose_quads(F* r) {
    const __m256 t0 = _mm256_unpacklo_ps(r[0], r[1]);
    const __m256 t1 = _mm256_unpackhi_ps(r[0], r[1]);
    const __m256 t2 = _mm256_unpacklo_ps(r[2], r[3]);
    const __m256 t3 = _mm256_unpackhi_ps(r[2], r[3]);
    r[0] = _mm256_shuffle_ps(t0, t2, 0x44);
    r[1] = _mm256_shuffle_ps(t0, t2, 0xEE);
    r[2] = _mm256_shuffle_ps(t1, t3, 0x44);
    r[3] = _mm256_shuffle_ps(t1, t3, 0xEE);
  }

 private:
  static __m128i to_u8(F x) {
    const __m256i q = _mm256_cvtps_epi32(x);
    const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(q), _mm256_extracti128_si256(q, 1));
    return _mm_packus_epi16(words, words);
  }
};

#ifdef __AVXVNNI__
/// Adds the sum of 4 u8 * s8 products to each s32 lane.
struct DotBytes {
  static constexpr std::size_t kCodeBytes = 1;
  using A = __m256i;
  static A broadcast(std::int32_t four) { return _mm256_set1_epi32(four); }
  static __m256i dot(__m256i sum, A a, __m256i w) { return _mm256_dpbusd_avx_epi32(sum, a, w); }
};
#endif

}  // namespace
}  // namespace emo::nn
