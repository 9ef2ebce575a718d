// Films whose pixels are not square: DV, DVDs, HDV.
#pragma once

#include <cmath>

namespace emo::vision {

/// The width that makes the pixels of a picture `width` wide square, when each is `num` / `den` times as wide as high.
/// Unknown (0) and absurd shapes (beyond 1:4 and 4:1) change nothing.
inline int square_pixel_width(int width, int num, int den) {
  constexpr double kWidest = 4;
  if (num < 1 || den < 1 || num == den) return width;
  const double shape = static_cast<double>(num) / den;
  if (shape > kWidest || shape < 1 / kWidest) return width;
  const int shown = static_cast<int>(std::lround(width * shape));
  return shown < 1 ? 1 : shown;
}

}  // namespace emo::vision
