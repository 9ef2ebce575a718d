// A budget in views and not in minutes, so that the same data and seed give the same run on every machine. What follows
// the clock is the training loop's (LoopPlan::minutes).
#include "train/face_view_budget.hpp"

#include <algorithm>

#include "core/assert.hpp"

namespace emo::train {

std::int64_t epochs_within(std::int64_t epochs, std::int64_t most_views, std::int64_t images) {
  EMO_ASSERT(images >= 1);
  if (most_views == 0) return epochs;
  return std::min(epochs, std::max(kFewestEpochs, most_views / images));
}

}  // namespace emo::train
