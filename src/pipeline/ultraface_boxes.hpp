// From the maps of the UltraFace detector to boxes, and the choice among overlapping ones.
#pragma once

#include <array>
#include <cstdint>
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

/// One scale of the detector's output.
struct UltrafaceScale {
  int stride = 8;              ///< input pixels per cell
  std::span<const int> sides;  ///< side of each prior of a cell, input pixels
};
/// The four scales of the 320-pixel RFB model: strides 8, 16, 32, 64 with priors of 10 16 24, 32 48, 64 96, 128 192
/// 256.
std::span<const UltrafaceScale> ultraface_scales();

/// Maps of one scale, each [rows, columns, priors x …], channels innermost.
struct UltrafaceMaps {
  int rows = 0, columns = 0;
  std::span<const float> classes;  ///< per prior: background and face logits
  std::span<const float> offsets;  ///< per prior: dx, dy, log width, log height
};

/// Appends the faces of one scale whose score exceeds `threshold`, in input pixels, to `out`. score = softmax of the
/// two logits; centre = prior + 0.1 x offset x prior side; side = prior side x exp(0.2 x offset); a prior is never
/// larger than the input. Numbers that are not finite give no face. Precondition: the maps have the sizes that rows,
/// columns and the scale say. Source: Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB, vision/utils/box_utils.py and
/// vision/ssd/config/fd_config.py.
void decode_ultraface(const UltrafaceMaps& maps, const UltrafaceScale& scale, int input_width, int input_height,
                      float threshold, std::vector<DetectedBox>& out);

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
