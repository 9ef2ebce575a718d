#include "doctor/face_duplicates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace emo::doctor {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

/// A smooth random picture: a few bright and dark blobs.
std::vector<std::uint8_t> picture(core::Random& random) {
  std::vector<double> sum(kFacePixels, 120);
  for (int blob = 0; blob < 8; ++blob) {
    const double cx = random.uniform(0, kFaceSide), cy = random.uniform(0, kFaceSide);
    const double width = random.uniform(4, 12), height = random.uniform(-90, 90);
    for (int y = 0; y < kFaceSide; ++y) {
      for (int x = 0; x < kFaceSide; ++x) {
        const double d = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (2 * width * width);
        sum[static_cast<std::size_t>(y * kFaceSide + x)] += height * std::exp(-d);
      }
    }
  }
  std::vector<std::uint8_t> face;
  for (const double value : sum) face.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
  return face;
}

void add(FaceSet& set, const std::vector<std::uint8_t>& face) {
  std::uint64_t digest = 1;
  for (const auto pixel : face) digest = digest * 1099511628211ULL + pixel;
  set.pixels.insert(set.pixels.end(), face.begin(), face.end());
  set.digests.push_back(digest);
  set.view.items.push_back({0, set.digests.size(), {}});
}

TEST(FaceDuplicates, ExactCopiesOnly) {
  core::Random random(1);
  FaceSet set;
  const auto a = picture(random), b = picture(random);
  auto c = a;
  c[100] ^= 1;
  for (const auto& face : {a, b, a, c}) add(set, face);
  EXPECT_EQ(exact_face_duplicates(set).groups, (Groups{{0, 2}}));
  set.digests[1] = set.digests[0];  // a collision must not make copies of different pictures
  EXPECT_EQ(exact_face_duplicates(set).groups, (Groups{{0, 2}}));
}

TEST(FaceDuplicates, LightNoiseAndMirroringAreSeenThrough) {
  constexpr std::uint64_t kSeed = 3;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  FaceSet set;
  constexpr std::size_t kPictures = 60;
  std::vector<std::vector<std::uint8_t>> pictures;
  for (std::size_t i = 0; i < kPictures; ++i) {
    pictures.push_back(picture(random));
    add(set, pictures.back());
  }
  // Items 60..: a darker, softer copy of every third; a mirrored, noisy one of every fifth.
  std::vector<std::uint32_t> of_item;
  for (std::size_t i = 0; i < kPictures; i += 3) {
    auto copy = pictures[i];
    for (auto& pixel : copy) pixel = static_cast<std::uint8_t>(20 + 0.7 * pixel);
    add(set, copy);
    of_item.push_back(static_cast<std::uint32_t>(i));
  }
  for (std::size_t i = 1; i < kPictures; i += 5) {
    auto copy = pictures[i];
    for (std::size_t y = 0; y < kFaceSide; ++y) {
      std::reverse(copy.begin() + static_cast<std::ptrdiff_t>(y * kFaceSide),
                   copy.begin() + static_cast<std::ptrdiff_t>((y + 1) * kFaceSide));
    }
    for (auto& pixel : copy) pixel = static_cast<std::uint8_t>(std::clamp(pixel + 2 * random.normal(), 0.0, 255.0));
    add(set, copy);
    of_item.push_back(static_cast<std::uint32_t>(i));
  }
  const auto groups = near_face_duplicates(set).groups;
  std::size_t found = 0;
  for (const auto& group : groups) {
    for (const auto item : group) {
      if (item < kPictures) continue;
      const auto original = of_item[item - kPictures];
      EXPECT_NE(std::find(group.begin(), group.end(), original), group.end()) << "item " << item;
      ++found;
    }
    EXPECT_GE(group.size(), 2U);
    EXPECT_LE(group.size(), 3U);
  }
  EXPECT_GE(found, of_item.size() * 9 / 10);
}

TEST(FaceDuplicates, FlatFacesAndExactCopiesAreNotNear) {
  FaceSet set;
  core::Random random(2);
  const auto a = picture(random);
  for (const auto& face :
       {std::vector<std::uint8_t>(kFacePixels, 10), std::vector<std::uint8_t>(kFacePixels, 12), a, a}) {
    add(set, face);
  }
  EXPECT_TRUE(near_face_duplicates(set).groups.empty());
}

}  // namespace
}  // namespace emo::doctor
