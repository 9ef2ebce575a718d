// Sums of u8 x s8 products with the dot products of ARMv8.2, for matrices and convolutions alike.
// Everything has internal linkage.
//
// The instruction multiplies s8 with s8, so codes go in less 128, and the sums begin with what that takes away: 128
// times the sum of their column's weights. It takes one of its factors from a lane of a register, so that sixteen
// codes of a row are read at once and none has to be broadcast.
#pragma once

#include <cstring>

#include "nn/kernels.hpp"
#include "nn/simd.hpp"

namespace emo::nn {
namespace {

inline constexpr std::size_t kDotVectors = kPanel / Simd::kLanes;
/// Rows whose sums, with a vector of codes each and the weights of a step, fit into 32 registers.
inline constexpr std::size_t kDotRows = 5;
inline constexpr std::size_t kWordsOfVector = 4;

inline int8x16_t less_128(uint8x16_t codes) {
  return vreinterpretq_s8_u8(veorq_u8(codes, vdupq_n_u8(128)));
}

/// What the sums of a panel begin with, from the sums of its columns' weights.
template <std::size_t R>
void start_sums(const float* column_sum, Simd::I (&sum)[R][kDotVectors]) {
#pragma GCC unroll 8
  for (std::size_t v = 0; v < kDotVectors; ++v) {
    const Simd::I start = vshlq_n_s32(vcvtq_s32_f32(Simd::load(column_sum + v * Simd::kLanes)), 7);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) sum[r][v] = start;
  }
}

/// Adds the products of one word of each row, lane kWord of x[r], with the sixteen words of weights at `w`.
template <int kWord, std::size_t R>
__attribute__((always_inline)) inline void add_word(const int8x16_t (&x)[R], const std::int8_t* w,
                                                    Simd::I (&sum)[R][kDotVectors]) {
#pragma GCC unroll 8
  for (std::size_t v = 0; v < kDotVectors; ++v) {
    const int8x16_t weights = vld1q_s8(w + v * kGroup * Simd::kLanes);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      sum[r][v] = vdotq_laneq_s32(sum[r][v], weights, x[r], kWord);
      // Left to itself the compiler adds in another order, for which it has not enough registers.
      Simd::keep_here(sum[r][v]);
    }
  }
}

/// Adds the products of `words` words, beginning `offset` bytes after rows[r], with the panel of weights at `w`.
template <std::size_t R>
__attribute__((always_inline)) inline void add_words(const std::uint8_t* const (&rows)[R], std::ptrdiff_t offset,
                                                     std::size_t words, const std::int8_t* w,
                                                     Simd::I (&sum)[R][kDotVectors]) {
  constexpr std::size_t kStep = kGroup * kPanel;
  std::size_t word = 0;
  for (; word + kWordsOfVector <= words; word += kWordsOfVector, w += kWordsOfVector * kStep) {
    int8x16_t x[R];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) x[r] = less_128(vld1q_u8(rows[r] + offset + word * kGroup));
    add_word<0>(x, w, sum);
    add_word<1>(x, w + kStep, sum);
    add_word<2>(x, w + 2 * kStep, sum);
    add_word<3>(x, w + 3 * kStep, sum);
  }
  for (; word < words; ++word, w += kStep) {
    int8x16_t x[R];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      std::uint32_t four = 0;
      std::memcpy(&four, rows[r] + offset + word * kGroup, sizeof four);
      x[r] = less_128(vreinterpretq_u8_u32(vdupq_n_u32(four)));
    }
    add_word<0>(x, w, sum);
  }
}

}  // namespace
}  // namespace emo::nn
