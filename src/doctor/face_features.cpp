// HOG and the cross-validation on it. A weak reader of faces, but one that has not seen the label it judges, and needs
// no bundle. A trained model in its place comes through FaceOptions::scores.
#include "doctor/face_features.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/assert.hpp"
#include "doctor/label_noise.hpp"
#include "linear/dense.hpp"

namespace emo::doctor {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr float kClip = 0.2F;
constexpr std::size_t kSide = kFaceSide;
constexpr std::size_t kCellSide = kSide / kHogCells;

void scale_to_unit(std::span<float> block) {
  float squares = 1e-6F;
  for (const float v : block) squares += v * v;
  const float scale = 1.0F / std::sqrt(squares);
  for (float& v : block) v *= scale;
}

std::vector<std::uint8_t> mirror(const std::uint8_t* face) {
  std::vector<std::uint8_t> mirrored(kFacePixels);
  for (std::size_t y = 0; y < kSide; ++y) {
    for (std::size_t x = 0; x < kSide; ++x) mirrored[y * kSide + x] = face[y * kSide + kSide - 1 - x];
  }
  return mirrored;
}

}  // namespace

std::vector<float> hog(const std::uint8_t* face) {
  std::array<float, kHogCells * kHogCells * kHogBins> cells{};
  const auto pixel = [&](std::size_t x, std::size_t y) {
    return static_cast<float>(face[std::min(y, kSide - 1) * kSide + std::min(x, kSide - 1)]);
  };
  for (std::size_t y = 0; y < kSide; ++y) {
    for (std::size_t x = 0; x < kSide; ++x) {
      const float gx = pixel(x + 1, y) - pixel(x == 0 ? 0 : x - 1, y);
      const float gy = pixel(x, y + 1) - pixel(x, y == 0 ? 0 : y - 1);
      const float size = std::sqrt(gx * gx + gy * gy);
      if (size <= 0) continue;
      double angle = std::atan2(static_cast<double>(gy), static_cast<double>(gx)) / kPi;  // -1..1
      if (angle < 0) angle += 1;
      const double at = angle * static_cast<double>(kHogBins);
      const auto low = static_cast<std::size_t>(at) % kHogBins;
      const auto part = static_cast<float>(at - std::floor(at));
      float* cell = cells.data() + (y / kCellSide * kHogCells + x / kCellSide) * kHogBins;
      cell[low] += size * (1 - part);
      cell[(low + 1) % kHogBins] += size * part;
    }
  }
  std::vector<float> features;
  features.reserve(kHogFeatures);
  for (std::size_t by = 0; by + 1 < kHogCells; ++by) {
    for (std::size_t bx = 0; bx + 1 < kHogCells; ++bx) {
      std::array<float, 4 * kHogBins> block{};
      for (std::size_t c = 0; c < 4; ++c) {
        const float* cell = cells.data() + ((by + c / 2) * kHogCells + bx + c % 2) * kHogBins;
        std::copy_n(cell, kHogBins, block.begin() + static_cast<std::ptrdiff_t>(c * kHogBins));
      }
      scale_to_unit(block);
      for (float& v : block) v = std::min(v, kClip);
      scale_to_unit(block);
      features.insert(features.end(), block.begin(), block.end());
    }
  }
  return features;
}

std::vector<std::string> keys_of(const FaceSet& faces, std::span<const std::uint32_t> subset) {
  std::vector<std::string> keys;
  for (const std::uint32_t item : subset) keys.push_back(std::to_string(faces.digests[item]));
  return keys;
}

std::vector<float> out_of_fold_faces(const FaceSet& faces, std::span<const std::uint32_t> subset, int folds,
                                     std::uint64_t seed, const FaceProgress& progress) {
  const std::size_t classes = faces.view.labels.size();
  std::vector<float> plain, mirrored;
  std::vector<std::int32_t> labels;
  for (const std::uint32_t item : subset) {
    EMO_ASSERT(faces.view.items[item].labels.size() == 1);
    labels.push_back(static_cast<std::int32_t>(faces.view.items[item].labels.front()));
    const auto row = hog(faces.face(item)), flipped = hog(mirror(faces.face(item)).data());
    plain.insert(plain.end(), row.begin(), row.end());
    mirrored.insert(mirrored.end(), flipped.begin(), flipped.end());
  }
  const auto fold = folds_of(keys_of(faces, subset), folds, seed);
  std::vector<float> probabilities(subset.size() * classes);
  std::vector<float> other(classes);
  linear::DenseOptions options;
  options.seed = seed;
  for (int held_out = 0; held_out < folds; ++held_out) {
    if (progress) progress(static_cast<std::uint64_t>(held_out), static_cast<std::uint64_t>(folds));
    std::vector<std::int32_t> seen = labels;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (fold[i] == held_out) seen[i] = -1;
    }
    const auto model = linear::train_dense(plain, seen, kHogFeatures, classes, options);
    for (std::size_t i = 0; i < subset.size(); ++i) {
      if (fold[i] != held_out) continue;
      const auto out = std::span(probabilities).subspan(i * classes, classes);
      model.predict(std::span(plain).subspan(i * kHogFeatures, kHogFeatures), out);
      model.predict(std::span(mirrored).subspan(i * kHogFeatures, kHogFeatures), other);
      for (std::size_t k = 0; k < classes; ++k) out[k] = (out[k] + other[k]) / 2;
    }
  }
  if (progress) progress(static_cast<std::uint64_t>(folds), static_cast<std::uint64_t>(folds));
  return probabilities;
}

}  // namespace emo::doctor
