// How a range of floats maps to u8: shared by every quantising kernel so that all produce the same bytes.
#pragma once

#include <cstdint>

namespace emo::nn {

struct AffineU8 {
  float scale = 1.0F;    ///< x ~ scale * (q - zero)
  float inverse = 1.0F;  ///< q = round(x * inverse + zero)
  std::int32_t zero = 0;
};

/// Affine map of [low, high], low <= 0 <= high, onto [0, 255] with 0 represented exactly. An empty or tiny range gives
/// the identity scale; one that is not finite, or too wide for a float, the scale NaN, so that all that is computed
/// from the codes says so. `first` is any of the values: min and max lose NaN, which a row or a map is as a whole or
/// nearly.
static inline AffineU8 affine_u8(float low, float high, float first) {
  const float range = high - low + 0.0F * first;
  AffineU8 affine;
  if (range > 1e-30F && range < 3e38F) {
    affine.scale = range / 255.0F;
    affine.inverse = 255.0F / range;
    affine.zero = static_cast<std::int32_t>(__builtin_rintf(-low * affine.inverse));
  } else if (!(range < 3e38F)) {
    affine.scale = __builtin_nanf("");
  }
  return affine;
}

}  // namespace emo::nn
