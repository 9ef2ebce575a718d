// A wider network that begins as the function of a narrower one.
#pragma once

#include <cstdint>

#include "core/image_network.hpp"
#include "emo/error.hpp"
#include "train/image_deploy.hpp"

namespace emo::train {

/// Turns the deployed tensors of `narrow` into tensors of `wide`, which computes the same: the channels that both have
/// keep their weights, the added ones are drawn (He-normal, from `seed`) and nothing reads them yet, heads included.
/// Training then finds a use for them (after Chen, Goodfellow and Shlens, "Net2Net", 2016, but with new channels in
/// place of copies). Both networks: the same layers but for their channels, made of convolutions (one group), pooling,
/// global averages and sums. Errors: kUnsupported where that does not hold or a layer of `wide` has fewer channels.
Result<TensorValues> widened(const core::ImageNetwork& narrow, const core::ImageNetwork& wide, std::uint64_t seed,
                             const TensorValues& values);

}  // namespace emo::train
