#include "vision/near_copies.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace emo::vision {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// A smooth picture of its own for each `kind`, `brighter` by so many grey levels.
void add(std::vector<std::uint8_t>& faces, int kind, int brighter, bool mirrored) {
  for (int y = 0; y < kComparedSide; ++y) {
    for (int column = 0; column < kComparedSide; ++column) {
      const int x = mirrored ? kComparedSide - 1 - column : column;
      const double v = 128 + 50 * std::sin(0.07 * (kind + 1) * x + kind) * std::cos(0.05 * (2 * kind + 1) * y);
      faces.push_back(static_cast<std::uint8_t>(std::clamp(v + brighter, 0.0, 255.0)));
    }
  }
}

Pairs pairs_of(const std::vector<std::uint8_t>& faces, const std::vector<std::uint32_t>& items) {
  Pairs pairs;
  find_near_copies(faces, items, {}, [&](std::uint32_t a, std::uint32_t b) { pairs.emplace_back(a, b); });
  return pairs;
}

TEST(NearCopies, LightAndMirroringAreSeenThrough) {
  std::vector<std::uint8_t> faces;
  add(faces, 1, 0, false);
  add(faces, 3, 0, false);
  add(faces, 1, 20, false);
  add(faces, 3, -10, true);
  add(faces, 2, 0, false);
  EXPECT_EQ(pairs_of(faces, {0, 1, 2, 3, 4}), (Pairs{{0, 2}, {1, 3}}));
  EXPECT_EQ(pairs_of(faces, {0, 1, 4}), Pairs{}) << "the others were not asked for";
}

TEST(NearCopies, FlatFacesAreNoCopiesOfEachOther) {
  const std::vector<std::uint8_t> faces(2 * kComparedPixels, 90);
  EXPECT_EQ(pairs_of(faces, {0, 1}), Pairs{});
}

}  // namespace
}  // namespace emo::vision
