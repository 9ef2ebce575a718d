// One function per family of image networks. Extents have been checked by build_network(). Private to src/core.
#pragma once

#include "core/image_network.hpp"

namespace emo::core {

/// 3x3 convolutions only: stem at full size, then stages that each begin with stride 2. `branches`: trained in the
/// re-parameterised form of RepVGG (Ding et al. 2021).
ImageNetwork plain_network(const ImageArchitecture& architecture, bool branches);

}  // namespace emo::core
