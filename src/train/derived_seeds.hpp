// The seeds of epochs and steps, which follow from that of the run: what is done again, after a resumption say, is drawn
// as it was before.
#pragma once

#include <cstddef>
#include <cstdint>

namespace emo::train {

/// For what is drawn once in an epoch. Different for all epochs of a run, and in runs of other seeds.
inline std::uint64_t epoch_seed(std::int64_t seed, std::int64_t epoch) {
  constexpr std::uint64_t kMostEpochs = 1000003;  // prime, as those below
  return static_cast<std::uint64_t>(seed) * kMostEpochs + static_cast<std::uint64_t>(epoch);
}

/// For what is drawn in one step. Different for all steps of a run with fewer than 104,729 of them in an epoch.
inline std::uint64_t step_seed(std::int64_t seed, std::int64_t epoch, std::size_t batch) {
  return static_cast<std::uint64_t>(seed) * 7919 + static_cast<std::uint64_t>(epoch) * 104729 +
         static_cast<std::uint64_t>(batch);
}

}  // namespace emo::train
