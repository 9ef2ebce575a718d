// What weights must obey for the fastest int8 product of CPUs without VNNI.
//
// `vpmaddubsw` multiplies u8 by s8 and adds neighbouring products in s16, where two full-range products overflow.
// Inputs are therefore looked at in blocks of sixteen, each of two octets (inputs 0, 1, 4, 5, 8, 9, 12, 13, and the
// others), and in each octet the positive weights may be at most kMaxOctet together, and so may the negative ones.
// Then the sum of an octet's eight products fits into s16, whatever the codes; on the way to it additions wrap.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace emo::nn {

inline constexpr std::size_t kOctet = 8;
inline constexpr std::size_t kOctetBlock = 2 * kOctet;
inline constexpr int kMaxOctet = 128;  ///< 255 * 128 < 2^15

/// Input `i` of octet `octet` (0 or 1), from the first input of the block. Internal linkage, as in kernels.hpp.
static constexpr std::size_t octet_input(std::size_t octet, std::size_t i) {
  return 2 * octet + i / 2 * 4 + i % 2;
}

/// The octet of input `i` of a block.
static constexpr std::size_t octet_of(std::size_t i) {
  return i / 2 % 2;
}

/// Whether the sixteen weights of a block obey the limit. Runs over every weight of a model at load, hence at once in a
/// register that every x86-64 has.
static inline bool block_obeys_octet_limit(const std::int8_t* block) {
#ifdef __SSE2__
  const __m128i zero = _mm_setzero_si128();
  const __m128i first_octet = _mm_set1_epi32(0x0000FFFF);
  const __m128i w = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block));
  const __m128i below = _mm_cmpgt_epi8(zero, w);
  const __m128i positive = _mm_andnot_si128(below, w);
  const __m128i negative = _mm_and_si128(below, _mm_sub_epi8(zero, w));  // of -128: 128 as u8
  // Sums of eight bytes each; those of the second half of the block are added to those of the first.
  const auto sums = [&](__m128i magnitudes) {
    const __m128i first = _mm_sad_epu8(_mm_and_si128(magnitudes, first_octet), zero);
    const __m128i second = _mm_sad_epu8(_mm_andnot_si128(first_octet, magnitudes), zero);
    return _mm_add_epi32(_mm_unpacklo_epi64(first, second), _mm_unpackhi_epi64(first, second));
  };
  const __m128i most = _mm_set1_epi32(kMaxOctet);
  const __m128i over = _mm_or_si128(_mm_cmpgt_epi32(sums(positive), most), _mm_cmpgt_epi32(sums(negative), most));
  return _mm_movemask_epi8(over) == 0;
#else
  int positive[2] = {};
  int negative[2] = {};
  for (std::size_t i = 0; i < kOctetBlock; ++i) {
    positive[octet_of(i)] += std::max<int>(0, block[i]);
    negative[octet_of(i)] -= std::min<int>(0, block[i]);
  }
  return std::max({positive[0], positive[1], negative[0], negative[1]}) <= kMaxOctet;
#endif
}

/// Whether the weights of one output obey the limit. A block cut short counts as filled up with zeros.
static inline bool obeys_octet_limit(std::span<const std::int8_t> row) {
  std::size_t k = 0;
  for (; k + kOctetBlock <= row.size(); k += kOctetBlock) {
    if (!block_obeys_octet_limit(row.data() + k)) return false;
  }
  std::int8_t last[kOctetBlock] = {};
  std::copy(row.begin() + static_cast<std::ptrdiff_t>(k), row.end(), last);
  return block_obeys_octet_limit(last);
}

}  // namespace emo::nn
