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
#include <cstring>
#include <span>

namespace emo::nn {

inline constexpr std::size_t kOctet = 8;
inline constexpr std::size_t kOctetBlock = 2 * kOctet;
inline constexpr unsigned kMaxOctet = 128;  ///< 255 * 128 < 2^15

/// Input `i` of octet `octet` (0 or 1), from the first input of the block. Internal linkage, as in kernels.hpp.
static constexpr std::size_t octet_input(std::size_t octet, std::size_t i) {
  return 2 * octet + i / 2 * 4 + i % 2;
}

/// Whether the weights of one output obey the limit. A block cut short counts as filled up with zeros. Runs over every
/// weight of a model at load, hence the bytes of a word at once.
static inline bool obeys_octet_limit(std::span<const std::int8_t> row) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kEvenBytes = 0x00FF00FF00FF00FF;
  // Of a word's eight magnitudes: what each octet's four are together, in the lowest two s16.
  const auto by_octet = [](std::uint64_t magnitudes) {
    const std::uint64_t pairs = (magnitudes & kEvenBytes) + ((magnitudes >> 8) & kEvenBytes);
    return pairs + (pairs >> 32);
  };
  const auto within = [](std::uint64_t sums) {
    return (sums & 0xFFFF) <= kMaxOctet && (sums >> 16 & 0xFFFF) <= kMaxOctet;
  };
  for (std::size_t k = 0; k < row.size(); k += kOctetBlock) {
    std::uint64_t words[2] = {};
    std::memcpy(words, row.data() + k, std::min(kOctetBlock, row.size() - k));
    std::uint64_t positive = 0;
    std::uint64_t negative = 0;
    for (const std::uint64_t word : words) {
      const std::uint64_t signs = (word >> 7) & kOnes;
      const std::uint64_t mask = signs * 0xFF;
      positive += by_octet(word & ~mask);
      negative += by_octet(((word ^ mask) + signs) & mask);  // of -128: 128
    }
    if (!within(positive) || !within(negative)) return false;
  }
  return true;
}

}  // namespace emo::nn
