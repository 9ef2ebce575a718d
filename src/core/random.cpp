// xoshiro256** and the distributions on it, written out because the standard library's distributions differ between
// implementations. Not cryptographic.
#include "core/random.hpp"

#include <bit>
#include <cmath>

#include "core/assert.hpp"

namespace emo::core {
namespace {

std::uint64_t split_mix(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

Random::State seeded(std::uint64_t seed) {
  Random::State state{};
  for (auto& word : state) word = split_mix(seed);
  return state;
}

}  // namespace

Random::Random(std::uint64_t seed) : state_(seeded(seed)) {}

Random::Random(const State& state) : state_(state == State{} ? seeded(0) : state) {}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
  EMO_ASSERT(bound > 0);
  // Values under 2^64 mod bound would make the small remainders likelier by one case; they are drawn again.
  const std::uint64_t first_fair = (0 - bound) % bound;
  for (;;) {
    const std::uint64_t value = next();
    if (value >= first_fair) return value % bound;
  }
}

double Random::uniform() {
  return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
  return low + (high - low) * uniform();
}

double Random::normal() {
  for (;;) {
    const double x = uniform(-1.0, 1.0);
    const double y = uniform(-1.0, 1.0);
    const double square = x * x + y * y;
    // The method's second value is dropped, so that the state is the four words alone.
    if (square > 0.0 && square < 1.0) return x * std::sqrt(-2.0 * std::log(square) / square);
  }
}

Random Random::split() {
  return Random(next());
}

}  // namespace emo::core
