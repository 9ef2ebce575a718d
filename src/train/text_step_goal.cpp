// Batches are cut by tokens and pools of them by length, so the steps that come of it are near the goal, not it.
#include "train/text_step_goal.hpp"

#include <algorithm>

#include "core/assert.hpp"

namespace emo::train {

RunLength with_fewest_steps(RunLength asked, std::int64_t fewest_steps, std::int64_t tokens) {
  EMO_ASSERT(tokens >= 1);
  if (fewest_steps == 0 || asked.epochs == 0) return asked;
  RunLength out = asked;
  const std::int64_t batch = std::max(kSmallestTokensPerBatch, tokens * asked.epochs / fewest_steps);
  out.tokens_per_batch = std::min(asked.tokens_per_batch, batch);
  const std::int64_t epochs = (fewest_steps * out.tokens_per_batch + tokens - 1) / tokens;
  out.epochs = std::max(asked.epochs, std::min(kMostEpochsForSteps, epochs));
  return out;
}

}  // namespace emo::train
