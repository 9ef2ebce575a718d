// Grouping by perceptual hash. The hash itself is vision's.
#include "train/duplicate_groups.hpp"

#include <map>
#include <numeric>
#include <unordered_map>

#include "vision/hash.hpp"

namespace emo::train {
namespace {

constexpr int kSameBits = 2;
constexpr std::size_t kMostCompared = 40000;

// Disjoint sets, the smallest member being the root.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    if (a < b) {
      parent_[b] = a;
    } else {
      parent_[a] = b;
    }
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

std::vector<std::size_t> duplicate_groups(const FaceImages& images, const std::vector<std::size_t>& rows) {
  std::vector<std::uint64_t> hashes;
  for (const auto row : rows) hashes.push_back(vision::perceptual_hash(image_of(images, row)));
  Groups groups(rows.size());
  std::unordered_map<std::uint64_t, std::size_t> first;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto [place, fresh] = first.try_emplace(hashes[i], i);
    if (!fresh) groups.join(i, place->second);
  }
  for (std::size_t i = 0; rows.size() <= kMostCompared && i < rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (vision::hamming_distance(hashes[i], hashes[j]) <= kSameBits) groups.join(i, j);
    }
  }
  std::map<std::size_t, std::size_t> numbers;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.push_back(numbers.try_emplace(groups.root(i), numbers.size()).first->second);
  }
  return out;
}

}  // namespace emo::train
