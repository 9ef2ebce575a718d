// How many epochs of a data set a budget of views holds.
#pragma once

#include <cstdint>

namespace emo::train {

/// The fewest epochs that a budget leaves: below, a schedule of rates has no time to do its work.
inline constexpr std::int64_t kFewestEpochs = 8;

/// The epochs of `images` (>= 1) that need no more than `most_views` views: at most `epochs`, and at least
/// kFewestEpochs of them. `most_views` 0 is no budget. Pure.
std::int64_t epochs_within(std::int64_t epochs, std::int64_t most_views, std::int64_t images);

}  // namespace emo::train
