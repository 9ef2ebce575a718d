// Groups of equal and of nearly equal faces: by digests of their pixels, and by the near copies of vision. What a group
// across splits means is duplicate_rules.cpp's.
#include "doctor/face_duplicates.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

#include "core/union_find.hpp"

namespace emo::doctor {

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

DuplicateGroups near_face_duplicates(const FaceSet& faces, const vision::NearCopyOptions& options) {
  const DuplicateGroups exact = exact_face_duplicates(faces);
  std::vector<bool> is_copy(faces.size(), false);
  core::UnionFind same(faces.size());
  for (const auto& group : exact.groups) {
    for (std::size_t i = 1; i < group.size(); ++i) {
      is_copy[group[i]] = true;
      same.join(group.front(), group[i]);
    }
  }
  std::vector<std::uint32_t> originals;
  for (std::uint32_t i = 0; i < faces.size(); ++i) {
    if (!is_copy[i]) originals.push_back(i);
  }
  bool any = false;
  vision::find_near_copies(faces.pixels, originals, options, [&](std::uint32_t a, std::uint32_t b) {
    same.join(a, b);
    any = true;
  });
  DuplicateGroups duplicates{{}, "the same picture but for light, noise or mirroring"};
  if (!any) return duplicates;
  std::vector<std::vector<std::uint32_t>> of_root(faces.size());
  for (std::uint32_t i = 0; i < faces.size(); ++i) of_root[same.root(i)].push_back(i);
  for (auto& group : of_root) {
    const auto apart = std::count_if(group.begin(), group.end(), [&](std::uint32_t i) { return !is_copy[i]; });
    if (apart > 1) duplicates.groups.push_back(std::move(group));
  }
  return duplicates;
}

}  // namespace emo::doctor
