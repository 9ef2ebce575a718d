// What weights must obey for the fastest int8 product of CPUs without VNNI.
//
// `vpmaddubsw` multiplies u8 by s8 and adds neighbouring products in s16, where two full-range products overflow.
// Inputs are therefore looked at in octets, and in each octet the weights of a quad (inputs 0, 1, 4, 5, or 2, 3, 6, 7)
// may have absolute values of at most kMaxQuad together: then even two such sums added in s16 are exact, whatever the
// codes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace emo::nn {

inline constexpr std::size_t kOctet = 8;
inline constexpr unsigned kMaxQuad = 128;  ///< 255 * 128 < 2^15

/// Inputs of quad `quad` (0 or 1), from the first input of the octet. Internal linkage, as in kernels.hpp.
static constexpr std::size_t quad_input(std::size_t quad, std::size_t i) {
  return 2 * quad + (i < 2 ? i : i + 2);
}

/// Whether the weights of one output obey the limit. An octet cut short counts as filled up with zeros. Runs over every
/// weight of a model at load, hence the bytes of a word at once.
static inline bool obeys_quad_limit(std::span<const std::int8_t> row) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kEvenBytes = 0x00FF00FF00FF00FF;
  for (std::size_t k = 0; k < row.size(); k += kOctet) {
    std::uint64_t octet = 0;
    std::memcpy(&octet, row.data() + k, std::min(kOctet, row.size() - k));
    const std::uint64_t negative = (octet >> 7) & kOnes;
    const std::uint64_t magnitudes = (octet ^ (negative * 0xFF)) + negative;  // of -128: 128
    const std::uint64_t pairs = (magnitudes & kEvenBytes) + ((magnitudes >> 8) & kEvenBytes);
    const std::uint64_t quads = pairs + (pairs >> 32);
    if ((quads & 0xFFFF) > kMaxQuad || (quads >> 16 & 0xFFFF) > kMaxQuad) return false;
  }
  return true;
}

}  // namespace emo::nn
