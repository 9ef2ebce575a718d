// From the maps of the UltraFace detector to boxes.
#pragma once

#include <span>
#include <vector>

#include "pipeline/detected_boxes.hpp"

namespace emo::pipeline {

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

}  // namespace emo::pipeline
