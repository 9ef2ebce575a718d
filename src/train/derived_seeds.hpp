// The seeds of epochs, steps and rows, which follow from that of the run: what is done again, after a resumption say,
// is drawn as it was before.
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

/// Seeds that a step has to give away: one for each row of its batch, and the last for what the batch draws as a whole.
inline constexpr std::int64_t kSeedsOfStep = 4096;
/// So many rows a batch may have.
inline constexpr std::int64_t kMostSeededRows = kSeedsOfStep - 1;

/// For what is drawn for one row of a batch. Precondition: 0 <= row < kMostSeededRows.
inline std::uint64_t row_seed(std::uint64_t seed_of_step, std::int64_t row) {
  return seed_of_step * static_cast<std::uint64_t>(kSeedsOfStep) + static_cast<std::uint64_t>(row);
}

/// For what is drawn for the batch as a whole.
inline std::uint64_t batch_seed(std::uint64_t seed_of_step) {
  return row_seed(seed_of_step, kMostSeededRows);
}

}  // namespace emo::train
