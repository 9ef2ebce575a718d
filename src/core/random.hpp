// Random numbers that are the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace emo::core {

/// xoshiro256** 1.0 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018), seeded by
/// SplitMix64. Period 2^256 - 1. Not for secrets. Not thread-safe; copy it or `split` it. Integers, `uniform` and
/// `shuffle` are bit for bit the same on every platform; `normal` uses std::log and may differ in the last bit between
/// C libraries.
class Random {
 public:
  using State = std::array<std::uint64_t, 4>;

  explicit Random(std::uint64_t seed);
  /// Goes on where `state()` was taken. A state of four zeros, which no generator reaches, stands for seed 0.
  explicit Random(const State& state);

  [[nodiscard]] const State& state() const { return state_; }

  std::uint64_t next();                      ///< 64 uniform bits
  std::uint64_t below(std::uint64_t bound);  ///< uniform in [0, bound), unbiased; precondition: bound > 0
  double uniform();                          ///< uniform in [0, 1), a multiple of 2^-53
  double uniform(double low, double high);   ///< low + (high - low) * uniform()
  double normal();                           ///< mean 0, variance 1 (Marsaglia's polar method)

  /// A generator whose stream has nothing to do with this one's, e.g. one per worker.
  Random split();

  /// Fisher-Yates from the end: every order equally likely.
  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[static_cast<std::size_t>(below(i))]);
  }

 private:
  State state_;
};

}  // namespace emo::core
