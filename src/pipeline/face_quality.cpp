// Measures of a face box on its pixels, and which of them are too low to rely on. Finds no eyes and estimates no
// angles: a turned head shows only in its lack of symmetry.
#include "pipeline/face_quality.hpp"

#include <algorithm>
#include <cmath>

#include "vision/measure.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

constexpr int kSide = 64;
float mirror_correlation(const vision::Image& grey, double mean, double variance) {
  double sum = 0;
  for (int y = 0; y < grey.height; ++y) {
    const std::uint8_t* row = grey.row(y);
    for (int x = 0; x < grey.width; ++x) sum += (row[x] - mean) * (row[grey.width - 1 - x] - mean);
  }
  return static_cast<float>(sum / (static_cast<double>(grey.pixels.size()) * std::max(1.0, variance)));
}

float share_outside(const vision::Image& image, const vision::RectF& box) {
  const float width = std::min(box.x + box.width, static_cast<float>(image.width)) - std::max(box.x, 0.0F);
  const float height = std::min(box.y + box.height, static_cast<float>(image.height)) - std::max(box.y, 0.0F);
  if (width <= 0 || height <= 0) return 1;
  return std::clamp(1 - width * height / (box.width * box.height), 0.0F, 1.0F);
}

}  // namespace

FaceQuality face_quality(const vision::Image& image, const vision::RectF& box) {
  FaceQuality quality;
  quality.size = std::min(box.width, box.height);
  quality.cut = share_outside(image, box);
  const vision::Image crop = vision::to_grey(vision::crop_resize(image, box, kSide, kSide));
  const vision::Light light = vision::measure_light(crop);
  const double variance = light.deviation * light.deviation;
  quality.light = static_cast<float>(light.mean / 255);
  quality.contrast = static_cast<float>(light.deviation / 255);
  quality.clipped = static_cast<float>(light.dark_share + light.bright_share);
  quality.sharpness = static_cast<float>(vision::sharpness(crop) / std::max(1.0, variance));
  quality.symmetry = mirror_correlation(crop, light.mean, variance);
  return quality;
}

std::vector<std::string_view> quality_problems(const FaceQuality& quality, const FaceGate& gate) {
  std::vector<std::string_view> problems;
  if (quality.size < gate.min_size) problems.emplace_back("too_small");
  if (quality.sharpness < gate.min_sharpness) problems.emplace_back("blurred");
  if (quality.light < gate.min_light) problems.emplace_back("dark");
  if (quality.light > gate.max_light) problems.emplace_back("bright");
  if (quality.contrast < gate.min_contrast) problems.emplace_back("flat");
  if (quality.clipped > gate.max_clipped) problems.emplace_back("clipped");
  if (quality.cut > gate.max_cut) problems.emplace_back("cut");
  return problems;
}

}  // namespace emo::pipeline
