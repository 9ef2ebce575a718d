// Boxes that a detector gives, and the choice among overlapping ones.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "vision/image.hpp"

namespace emo::pipeline {

/// A face that a detector sees.
struct DetectedBox {
  vision::RectF box;  ///< pixels; may reach outside of the picture
  float score = 0;    ///< 0..1

  friend bool operator==(const DetectedBox&, const DetectedBox&) = default;
};

/// Area of the intersection over area of the union; 0 for empty boxes.
float intersection_over_union(const vision::RectF& a, const vision::RectF& b);

/// Greedy non-maximum suppression: best score first (equal scores: by x, then y), a box goes when it overlaps a kept
/// one by more than `iou`. With `containment` < 1 it also goes when that share of the smaller of the two boxes lies in
/// the other (halves of a face seen by two tiles). At most `most` boxes are kept. Returns them by x, then y.
std::vector<DetectedBox> suppress(std::vector<DetectedBox> boxes, float iou, float containment, std::size_t most);

/// `first` as it is, and those of `second` that lie on none of it (overlap as of `suppress`), by x, then y.
std::vector<DetectedBox> with_apart(std::vector<DetectedBox> first, std::span<const DetectedBox> second, float iou,
                                    float containment);

/// The `most` boxes of best score, by x, then y; all of them as they are where there are no more.
std::vector<DetectedBox> surest(std::vector<DetectedBox> boxes, std::size_t most);

}  // namespace emo::pipeline
