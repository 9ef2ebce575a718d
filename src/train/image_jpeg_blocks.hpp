// What JPEG does to a small grey picture, without writing one.
#pragma once

#include <cstdint>
#include <span>

namespace emo::train {

/// In place: each 8 x 8 block of the [side, side] plane (0..255) is transformed, quantised with the standard luminance
/// table at `quality` 1..100 (ITU-T T.81, annex K; libjpeg's scaling) and transformed back. Pixels beyond the last
/// whole block stay as they are.
void jpeg_blocks(int quality, std::int64_t side, std::span<float> plane);

}  // namespace emo::train
