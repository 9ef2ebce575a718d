// Hard cuts by the difference of coarse pictures, one picture after the other. Slow dissolves are not found; what a cut
// means for tracks of faces is pipeline/face_film's.
#include "vision/scene_cuts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "vision/transform.hpp"

namespace emo::vision {
namespace {

constexpr int kColumns = 32;
constexpr int kRows = 18;
constexpr int kMostAcross = 3;  // cells that the camera may turn from picture to picture
constexpr int kMostDown = 2;
constexpr double kLeast = 14;        // grey levels that the cells of a cut differ by on average
constexpr double kTimesUsual = 4;    // and how many times as much as those of the pictures before
constexpr double kUsualAtFirst = 3;  // of a take whose pictures have not been compared yet
constexpr double kMemory = 0.8;      // of the usual difference

/// Mean difference of the cells that both have when `b` is moved by (dx, dy), less the mean shift of each channel.
double difference(const Image& a, const Image& b, int dx, int dy) {
  const int left = std::max(0, dx), right = std::min(kColumns, kColumns + dx);
  const int top = std::max(0, dy), bottom = std::min(kRows, kRows + dy);
  const double cells = static_cast<double>(right - left) * (bottom - top);
  double sum = 0;
  for (std::size_t channel = 0; channel < static_cast<std::size_t>(a.channels); ++channel) {
    const auto by = [&](int x, int y) { return a.at(x, y)[channel] - b.at(x - dx, y - dy)[channel]; };
    double shift = 0;
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) shift += by(x, y) / cells;
    }
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) sum += std::abs(by(x, y) - shift) / cells;
    }
  }
  return sum / a.channels;
}

/// The least difference over small movements of the camera.
double least_difference(const Image& a, const Image& b) {
  double least = difference(a, b, 0, 0);
  if (least < kLeast / 2) return least;  // nearly every picture: no cut whatever the shift
  for (int dy = -kMostDown; dy <= kMostDown; ++dy) {
    for (int dx = -kMostAcross; dx <= kMostAcross; ++dx) least = std::min(least, difference(a, b, dx, dy));
  }
  return least;
}

}  // namespace

bool SceneCuts::cut_before(const Image& image) {
  Image cells = resize(image, kColumns, kRows);
  const bool first = !cells_;
  const bool comparable =
      !first && width_ == image.width && height_ == image.height && cells_->channels == cells.channels;
  const double differs = comparable ? least_difference(cells, *cells_) : 0;
  const bool cut = !first && (!comparable || differs >= std::max(kLeast, kTimesUsual * usual_));
  usual_ = first || cut ? kUsualAtFirst : kMemory * usual_ + (1 - kMemory) * differs;
  cells_ = std::move(cells);
  width_ = image.width;
  height_ = image.height;
  return cut;
}

}  // namespace emo::vision
