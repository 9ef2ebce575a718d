// How small sets of texts get steps enough.
#pragma once

#include <cstdint>

namespace emo::train {

/// The smallest batches and the most epochs that a goal of steps leads to: smaller batches say too little about the
/// direction of a step, more epochs of few rows learn these by heart.
inline constexpr std::int64_t kSmallestTokensPerBatch = 320, kMostEpochsForSteps = 16;

struct RunLength {
  std::int64_t epochs = 1, tokens_per_batch = 1;
};

/// `asked`, changed where it makes fewer than `fewest_steps` steps of an epoch of `tokens` (>= 1): the batches become
/// smaller, which costs nothing, and where that is not enough there are more epochs. Larger batches and fewer epochs
/// than asked for do not come out. `fewest_steps` 0 is no goal, and 0 epochs stay 0. Pure.
RunLength with_fewest_steps(RunLength asked, std::int64_t fewest_steps, std::int64_t tokens);

}  // namespace emo::train
