// Decoding and suppression of boxes: arithmetic on lists. Runs no network and knows no picture; the priors are those of
// the one architecture that face_detector.cpp accepts.
#include "pipeline/ultraface_boxes.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

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

void sort_surest_first(std::vector<DetectedBox>& boxes) {
  std::sort(boxes.begin(), boxes.end(), [](const DetectedBox& a, const DetectedBox& b) {
    return std::tuple(-a.score, a.box.x, a.box.y, a.box.width, a.box.height) <
           std::tuple(-b.score, b.box.x, b.box.y, b.box.width, b.box.height);
  });
}

void sort_by_place(std::vector<DetectedBox>& boxes) {
  std::sort(boxes.begin(), boxes.end(), [](const DetectedBox& a, const DetectedBox& b) {
    return std::tuple(a.box.x, a.box.y, -a.score) < std::tuple(b.box.x, b.box.y, -b.score);
  });
}

float area(const vision::RectF& box) {
  return std::max(0.0F, box.width) * std::max(0.0F, box.height);
}

bool overlaps(const vision::RectF& a, const vision::RectF& b, float iou, float containment) {
  const float shared = vision::shared_area(a, b);
  if (shared <= 0) return false;
  const float smaller = std::min(area(a), area(b));
  return shared > iou * (area(a) + area(b) - shared) || (containment < 1 && shared > containment * smaller);
}

bool lies_on_one(const DetectedBox& box, std::span<const DetectedBox> others, float iou, float containment) {
  return std::any_of(others.begin(), others.end(),
                     [&](const DetectedBox& other) { return overlaps(other.box, box.box, iou, containment); });
}

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
    const float prior_x = (static_cast<float>(cell % columns) + 0.5F) * stride;
    const float prior_y = (static_cast<float>(cell / columns) + 0.5F) * stride;
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
    out.push_back({{x - width / 2, y - height / 2, width, height}, 1 / (1 + std::exp(-difference))});
  }
}

float intersection_over_union(const vision::RectF& a, const vision::RectF& b) {
  const float shared = vision::shared_area(a, b);
  return shared > 0 ? shared / (area(a) + area(b) - shared) : 0;
}

std::vector<DetectedBox> suppress(std::vector<DetectedBox> boxes, float iou, float containment, std::size_t most) {
  sort_surest_first(boxes);
  std::vector<DetectedBox> kept;
  for (const DetectedBox& box : boxes) {
    if (kept.size() == most) break;
    if (!lies_on_one(box, kept, iou, containment)) kept.push_back(box);
  }
  sort_by_place(kept);
  return kept;
}

std::vector<DetectedBox> with_apart(std::vector<DetectedBox> first, std::span<const DetectedBox> second, float iou,
                                    float containment) {
  std::vector<DetectedBox> apart;
  std::copy_if(second.begin(), second.end(), std::back_inserter(apart),
               [&](const DetectedBox& box) { return !lies_on_one(box, first, iou, containment); });
  first.insert(first.end(), apart.begin(), apart.end());
  sort_by_place(first);
  return first;
}

std::vector<DetectedBox> surest(std::vector<DetectedBox> boxes, std::size_t most) {
  if (boxes.size() <= most) return boxes;
  sort_surest_first(boxes);
  boxes.resize(most);
  sort_by_place(boxes);
  return boxes;
}

}  // namespace emo::pipeline
