// Copies among faces: equal pixels by their hash, near copies by vision. What follows from a group is for the data set
// to say (face_split.cpp); copies of texts are text_split.cpp's.
#include "train/face_duplicate_groups.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/union_find.hpp"
#include "vision/hash.hpp"
#include "vision/near_copies.hpp"
#include "vision/transform.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kMostCompared = 150000;  // some 15 seconds

}  // namespace

std::vector<std::size_t> duplicate_groups(const FaceImages& images, const std::vector<std::size_t>& rows) {
  core::UnionFind same(rows.size());
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  std::vector<std::uint32_t> originals;
  std::vector<std::uint8_t> faces(rows.size() <= kMostCompared ? rows.size() * vision::kComparedPixels : 0);
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const vision::Image image = image_of(images, rows[i]);
    const auto [place, fresh] = first.try_emplace(vision::pixel_hash(image), i);
    if (!fresh) {
      same.join(i, place->second);
      continue;
    }
    originals.push_back(i);
    if (faces.empty()) continue;
    const vision::Image small = vision::resize(vision::to_grey(image), vision::kComparedSide, vision::kComparedSide);
    std::copy(small.pixels.begin(), small.pixels.end(),
              faces.begin() + static_cast<std::ptrdiff_t>(i * vision::kComparedPixels));
  }
  if (!faces.empty()) {
    vision::find_near_copies(faces, originals, {}, [&](std::uint32_t a, std::uint32_t b) { same.join(a, b); });
  }
  std::map<std::size_t, std::size_t> numbers;
  std::vector<std::size_t> out;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    out.push_back(numbers.try_emplace(same.root(i), numbers.size()).first->second);
  }
  return out;
}

}  // namespace emo::train
