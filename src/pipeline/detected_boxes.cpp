// Sorting and suppression of boxes: arithmetic on lists. Where they come from does not matter here.
#include "pipeline/detected_boxes.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace emo::pipeline {
namespace {

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
