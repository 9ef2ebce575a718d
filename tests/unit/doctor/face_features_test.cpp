#include "doctor/face_features.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "doctor/label_noise.hpp"

namespace emo::doctor {
namespace {

/// Upright, level or crossed stripes (each its own mirror image) under noise.
std::vector<std::uint8_t> stripes(core::Random& random, std::uint32_t kind) {
  const double a = random.uniform(0, 6.28), b = random.uniform(0, 6.28);
  std::vector<std::uint8_t> face;
  for (int y = 0; y < kFaceSide; ++y) {
    for (int x = 0; x < kFaceSide; ++x) {
      double wave = kind == 0 ? std::sin(0.8 * x + a) : std::sin(0.8 * y + a);
      if (kind == 2) wave = 0.7 * (std::sin(0.57 * (x + y) + a) + std::sin(0.57 * (x - y) + b));
      face.push_back(static_cast<std::uint8_t>(std::clamp(128 + 40 * wave + 25 * random.normal(), 0.0, 255.0)));
    }
  }
  return face;
}

TEST(Hog, HasUnitBlocksAndKnowsDirections) {
  core::Random random(1);
  const auto face = stripes(random, 0);
  const auto features = hog(face.data());
  ASSERT_EQ(features.size(), kHogFeatures);
  double squares = 0;
  for (std::size_t i = 0; i < 4 * kHogBins; ++i)
    squares += static_cast<double>(features[i]) * static_cast<double>(features[i]);
  EXPECT_NEAR(squares, 1, 1e-3);
  const std::vector<std::uint8_t> flat(kFacePixels, 99);
  for (const float value : hog(flat.data())) EXPECT_EQ(value, 0);
}

TEST(OutOfFoldFaces, FindPlantedLabelErrors) {
  constexpr std::uint64_t kSeed = 5;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  FaceSet set;
  set.view.labels = {"a", "b", "c"};
  set.view.splits = {{"train", "t", SplitRole::kTrain}};
  std::vector<std::uint32_t> subset;
  std::vector<bool> planted;
  double plants = 0;
  for (std::uint32_t i = 0; i < 450; ++i) {
    const auto truth = static_cast<std::uint32_t>(random.below(3));
    const auto face = stripes(random, truth);
    set.pixels.insert(set.pixels.end(), face.begin(), face.end());
    set.digests.push_back(i);
    planted.push_back(random.below(10) == 0);
    plants += planted.back() ? 1 : 0;
    set.view.items.push_back({0, i + 1, {planted.back() ? (truth + 1) % 3 : truth}});
    subset.push_back(i);
  }
  const auto probabilities = out_of_fold_faces(set, subset, 4, 1, {});
  double rate = 0, hits = 0;
  const auto guesses = guess_label_errors(set.view, subset, probabilities, rate);
  for (const auto& guess : guesses) hits += planted[guess.item] ? 1 : 0;
  EXPECT_GE(hits / plants, 0.7);
  EXPECT_GE(hits / static_cast<double>(guesses.size()), 0.7);
}

}  // namespace
}  // namespace emo::doctor
