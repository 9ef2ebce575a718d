// Perceptual hashes compared pair by pair, candidates verified on pixels.
#include "doctor/face_duplicates.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>
#include <unordered_map>

#include "doctor/union_find.hpp"
#include "vision/hash.hpp"
#include "vision/transform.hpp"

namespace emo::doctor {
namespace {

constexpr double kFlatContrast = 4;   // standard deviation in grey levels
constexpr double kUnitContrast = 48;  // to which faces are equalised before they are compared

struct Look {
  double mean = 0, contrast = 0;
};
Look look_of(const std::uint8_t* face) {
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < kFacePixels; ++i) {
    sum += static_cast<double>(face[i]);
    squares += static_cast<double>(face[i]) * static_cast<double>(face[i]);
  }
  const double n = static_cast<double>(kFacePixels);
  return {sum / n, std::sqrt(std::max(0.0, squares / n - sum / n * sum / n))};
}

/// Mean absolute difference of the faces brought to one mean and contrast.
double difference(const std::uint8_t* a, const Look& look_a, const std::uint8_t* b, const Look& look_b, bool mirrored) {
  const double scale_a = kUnitContrast / look_a.contrast, scale_b = kUnitContrast / look_b.contrast;
  double sum = 0;
  for (std::size_t y = 0; y < static_cast<std::size_t>(kFaceSide); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(kFaceSide); ++x) {
      const std::size_t other = y * kFaceSide + (mirrored ? kFaceSide - 1 - x : x);
      sum += std::abs((static_cast<double>(a[y * kFaceSide + x]) - look_a.mean) * scale_a -
                      (static_cast<double>(b[other]) - look_b.mean) * scale_b);
    }
  }
  return sum / static_cast<double>(kFacePixels);
}

}  // namespace

DuplicateGroups exact_face_duplicates(const FaceSet& faces) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> of_digest;
  for (std::uint32_t i = 0; i < faces.size(); ++i) of_digest[faces.digests[i]].push_back(i);
  DuplicateGroups duplicates{{}, "byte-identical pixels"};
  for (auto& [digest, items] : of_digest) {
    if (items.size() < 2) continue;
    // A digest is 64 bits: pictures that only collide are told apart here.
    while (items.size() > 1) {
      const std::uint8_t* first = faces.face(items.front());
      const auto others = std::stable_partition(items.begin(), items.end(), [&](std::uint32_t i) {
        return std::memcmp(first, faces.face(i), kFacePixels) == 0;
      });
      std::vector<std::uint32_t> same(items.begin(), others);
      items.erase(items.begin(), others);
      if (same.size() > 1) duplicates.groups.push_back(std::move(same));
    }
  }
  std::sort(duplicates.groups.begin(), duplicates.groups.end());
  return duplicates;
}

DuplicateGroups near_face_duplicates(const FaceSet& faces, const NearFaceOptions& options) {
  const DuplicateGroups exact = exact_face_duplicates(faces);
  std::vector<bool> is_copy(faces.size(), false);
  UnionFind same(faces.size());
  for (const auto& group : exact.groups) {
    for (std::size_t i = 1; i < group.size(); ++i) {
      is_copy[group[i]] = true;
      same.join(group.front(), group[i]);
    }
  }
  struct Hashed {
    std::uint64_t plain, mirrored;
    std::uint32_t item;
    Look look;
  };
  std::vector<Hashed> hashed;
  for (std::uint32_t i = 0; i < faces.size(); ++i) {
    const Look look = look_of(faces.face(i));
    if (is_copy[i] || look.contrast < kFlatContrast) continue;
    vision::Image image(kFaceSide, kFaceSide, 1);
    std::copy_n(faces.face(i), kFacePixels, image.pixels.begin());
    hashed.push_back(
        {vision::perceptual_hash(image), vision::perceptual_hash(vision::flip_horizontal(image)), i, look});
  }
  bool any = false;
  for (std::size_t a = 0; a < hashed.size(); ++a) {
    const Hashed first = hashed[a];
    for (std::size_t b = a + 1; b < hashed.size(); ++b) {
      const bool plain = std::popcount(first.plain ^ hashed[b].plain) <= options.max_bits;
      const bool mirrored = std::popcount(first.mirrored ^ hashed[b].plain) <= options.max_bits;
      if (!plain && !mirrored) continue;
      const auto close = [&](bool flip) {
        return difference(faces.face(first.item), first.look, faces.face(hashed[b].item), hashed[b].look, flip) <=
               options.max_difference;
      };
      if ((plain && close(false)) || (mirrored && close(true))) {
        same.join(first.item, hashed[b].item);
        any = true;
      }
    }
  }
  DuplicateGroups duplicates{{}, "the same picture but for light, noise or mirroring"};
  if (!any) return duplicates;
  std::vector<std::vector<std::uint32_t>> of_root(faces.size());
  for (std::uint32_t i = 0; i < faces.size(); ++i) of_root[same.root(i)].push_back(i);
  for (auto& group : of_root) {
    const auto originals = std::count_if(group.begin(), group.end(), [&](std::uint32_t i) { return !is_copy[i]; });
    if (originals > 1) duplicates.groups.push_back(std::move(group));
  }
  return duplicates;
}

}  // namespace emo::doctor
