// Where a film passes from one take to another.
#pragma once

#include <optional>

#include "vision/image.hpp"

namespace emo::vision {

/// Compares every picture with the one before, as 32 x 18 cells: less their mean, so that a flash or a change of
/// exposure is no cut; at the best of small shifts, so that a moving camera is none; against the differences just
/// before, so that fast movement in the picture is none. Slow dissolves are not found. Constant memory. Not
/// thread-safe.
class SceneCuts {
 public:
  /// Whether `image` begins a new take. The first picture does not; one of another size or other channels does.
  bool cut_before(const Image& image);

 private:
  std::optional<Image> cells_;  ///< of the picture before
  int width_ = 0, height_ = 0;  ///< its size
  double usual_ = 0;            ///< how far neighbouring pictures of this take differ, in grey levels
};

}  // namespace emo::vision
