#include "train/face_duplicate_groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace emo::train {
namespace {

// A smooth picture of its own for each `kind`.
void add(FaceImages& images, int kind, int brightness) {
  for (int y = 0; y < 48; ++y) {
    for (int x = 0; x < 48; ++x) {
      const double v =
          128 + 50 * std::sin(0.07 * (kind + 1) * x + kind) * std::cos(0.05 * (2 * kind + 1) * y) + brightness;
      images.pixels.push_back(static_cast<std::uint8_t>(std::clamp(v, 0.0, 255.0)));
    }
  }
}

TEST(DuplicateGroupsTest, CopiesAndLightenedCopiesAreOneGroup) {
  FaceImages images{48, 48, 1, {}};
  add(images, 0, 0);
  add(images, 1, 0);
  add(images, 0, 0);
  add(images, 2, 0);
  add(images, 1, 12);
  const auto groups = duplicate_groups(images, {0, 1, 2, 3, 4});
  EXPECT_EQ(groups, (std::vector<std::size_t>{0, 1, 0, 2, 1}));
}

TEST(DuplicateGroupsTest, AMirrorImageIsACopy) {
  FaceImages images{48, 48, 1, {}};
  add(images, 3, 0);
  add(images, 1, 0);
  for (std::size_t y = 0; y < 48; ++y) {
    for (std::size_t x = 0; x < 48; ++x) images.pixels.push_back(images.pixels[y * 48 + 47 - x]);
  }
  EXPECT_EQ(duplicate_groups(images, {0, 1, 2}), (std::vector<std::size_t>{0, 1, 0}));
}

TEST(DuplicateGroupsTest, NoRowsNoGroups) {
  EXPECT_TRUE(duplicate_groups({48, 48, 1, {}}, {}).empty());
}

}  // namespace
}  // namespace emo::train
