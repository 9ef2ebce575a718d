// Sorting of scores by their bits: linear time, and the same order on every platform.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace emo::metrics {

/// An unsigned key that orders as the float does; -0 equals 0, NaN is the lowest (as -infinity).
inline std::uint32_t order_key(float score) {
  constexpr std::uint32_t kSign = 0x80000000U;
  const float clean = std::isnan(score) ? -std::numeric_limits<float>::infinity() : score + 0.0F;
  const auto bits = std::bit_cast<std::uint32_t>(clean);
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}
inline float score_of_key(std::uint32_t key) {
  constexpr std::uint32_t kSign = 0x80000000U;
  return std::bit_cast<float>((key & kSign) != 0 ? key & ~kSign : ~key);
}

/// Sorts ascending by the highest 32 bits of T (an unsigned type), stably: least significant digit first, 11 bits a
/// pass. O(n) time, n more elements of memory.
template <class T>
void radix_sort(std::vector<T>& values) {
  constexpr unsigned kDigit = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kDigit;
  constexpr unsigned kLow = (sizeof(T) - sizeof(std::uint32_t)) * 8;
  std::vector<T> sorted(values.size());
  for (unsigned pass = 0; pass < 3; ++pass) {
    const auto digit = [&](T value) {
      return static_cast<std::size_t>((static_cast<std::uint64_t>(value) >> (kLow + pass * kDigit)) & (kBuckets - 1));
    };
    std::array<std::size_t, kBuckets> at{};
    for (const T value : values) ++at[digit(value)];
    std::size_t sum = 0;
    for (std::size_t& count : at) {
      const std::size_t begin = sum;
      sum += count;
      count = begin;
    }
    for (const T value : values) sorted[at[digit(value)]++] = value;
    values.swap(sorted);
  }
}

}  // namespace emo::metrics
