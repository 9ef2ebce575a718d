// A small counter-based random stream for resampling: the same draws on every platform, which
// std::uniform_int_distribution does not promise.
#pragma once

#include <cstdint>

namespace emo::metrics {

/// splitmix64 (Steele, Lea & Flood 2014).
class RandomIndex {
 public:
  explicit RandomIndex(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// In [0, n). The bias of the multiply-shift is below n / 2^32: far under the noise of a bootstrap.
  /// Precondition: 0 < n < 2^32.
  std::uint64_t below(std::uint64_t n) { return ((bits() >> 32U) * n) >> 32U; }

 private:
  std::uint64_t state_;
};

}  // namespace emo::metrics
