// How much a face in a picture can be trusted to show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vision/image.hpp"

namespace emo::pipeline {

/// Measured on the face box (without margin), at 64 x 64 grey pixels.
struct FaceQuality {
  float size = 0;       ///< shorter side of the box in pixels of the picture
  float sharpness = 0;  ///< variance of the Laplacian over that of the grey values; low = blurred or enlarged
  float light = 0;      ///< mean grey value, 0 black to 1 white
  float contrast = 0;   ///< standard deviation of the grey values, 0 to 0.5
  float clipped = 0;    ///< share of pixels at the ends of the scale
  float cut = 0;        ///< share of the box outside of the picture
  float symmetry = 0;   ///< correlation with the mirror image, -1 to 1: low when the head is turned or lit from a side
};

FaceQuality face_quality(const vision::Image& image, const vision::RectF& box);

/// What is not good enough. A result with one of these is given, and marked as not to be acted on. The defaults are
/// where face 1.0.0 had lost ten points of accuracy; light and contrast where it began to lose, as the
/// darkening that was measured has none of a sensor's noise (tools/face_gates.cpp, docs/results/face_gates.md).
struct FaceGate {
  float min_size = 16;
  float min_sharpness = 0.01F;
  float min_light = 0.02F, max_light = 0.97F;
  float min_contrast = 0.008F;
  float max_clipped = 0.5F;
  float max_cut = 0.35F;
};

/// Reason codes in a fixed order: "too_small", "blurred", "dark", "bright", "flat", "clipped", "cut". Empty = good.
std::vector<std::string_view> quality_problems(const FaceQuality& quality, const FaceGate& gate);

}  // namespace emo::pipeline
