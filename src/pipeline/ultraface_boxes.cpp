// Decoding of boxes: arithmetic on lists. Runs no network and knows no picture; the priors are those of the one
// architecture that face_detector.cpp accepts, and which boxes stay is detected_boxes.cpp's.
#include "pipeline/ultraface_boxes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/activation.hpp"
#include "core/assert.hpp"

namespace emo::pipeline {
namespace {

constexpr std::array<int, 3> kSides8{10, 16, 24};
constexpr std::array<int, 2> kSides16{32, 48};
constexpr std::array<int, 2> kSides32{64, 96};
constexpr std::array<int, 3> kSides64{128, 192, 256};
constexpr std::array<UltrafaceScale, 4> kScales{{{8, kSides8}, {16, kSides16}, {32, kSides32}, {64, kSides64}}};

constexpr float kCentreVariance = 0.1F;
constexpr float kSizeVariance = 0.2F;
constexpr float kLargestLogSide = 8;  // exp of it is far beyond any picture

}  // namespace

std::span<const UltrafaceScale> ultraface_scales() {
  return kScales;
}

void decode_ultraface(const UltrafaceMaps& maps, const UltrafaceScale& scale, int input_width, int input_height,
                      float threshold, std::vector<DetectedBox>& out) {
  const std::size_t priors = scale.sides.size();
  const std::size_t cells = static_cast<std::size_t>(maps.rows) * static_cast<std::size_t>(maps.columns);
  EMO_ASSERT(maps.classes.size() == cells * priors * 2 && maps.offsets.size() == cells * priors * 4);
  // softmax > t is a difference of logits > log(t / (1 - t)): one comparison for the thousands of cells without a face.
  const float margin = threshold <= 0 ? -INFINITY : threshold >= 1 ? INFINITY : std::log(threshold / (1 - threshold));
  for (std::size_t i = 0; i < cells * priors; ++i) {
    const float difference = maps.classes[2 * i + 1] - maps.classes[2 * i];
    if (!(difference > margin) || !std::isfinite(difference)) continue;
    const float* offset = &maps.offsets[4 * i];
    const std::size_t cell = i / priors;
    const auto stride = static_cast<float>(scale.stride);
    const auto columns = static_cast<std::size_t>(maps.columns);
    const std::size_t column = cell % columns, row = cell / columns;
    const float prior_x = (static_cast<float>(column) + 0.5F) * stride;
    const float prior_y = (static_cast<float>(row) + 0.5F) * stride;
    const int side = scale.sides[i % priors];
    const auto prior_width = static_cast<float>(std::min(side, input_width));
    const auto prior_height = static_cast<float>(std::min(side, input_height));
    const float log_width = kSizeVariance * offset[2];
    const float log_height = kSizeVariance * offset[3];
    if (!(std::abs(log_width) < kLargestLogSide) || !(std::abs(log_height) < kLargestLogSide)) continue;
    const float width = prior_width * std::exp(log_width);
    const float height = prior_height * std::exp(log_height);
    const float x = std::min(prior_x, static_cast<float>(input_width)) + kCentreVariance * offset[0] * prior_width;
    const float y = std::min(prior_y, static_cast<float>(input_height)) + kCentreVariance * offset[1] * prior_height;
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    out.push_back({{x - width / 2, y - height / 2, width, height}, core::logistic(difference)});
  }
}

}  // namespace emo::pipeline
