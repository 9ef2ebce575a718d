// Groups of what text::near_copies() joins, equal and nearly equal ones apart. What a group across splits means is
// duplicate_rules.cpp's; faces have face_duplicates.cpp.
#include "doctor/text_duplicates.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace emo::doctor {
namespace {

/// Groups of items by a class each, those of at least two, ordered by their first item.
std::vector<std::vector<std::uint32_t>> groups_of(const std::vector<std::uint32_t>& class_of_item) {
  std::vector<std::vector<std::uint32_t>> groups(class_of_item.size());
  for (std::uint32_t i = 0; i < class_of_item.size(); ++i) groups[class_of_item[i]].push_back(i);
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace

DuplicateGroups exact_duplicates(std::span<const std::string> keys) {
  std::unordered_map<std::string_view, std::uint32_t> seen;
  seen.reserve(keys.size());
  std::vector<std::uint32_t> class_of_item;
  for (std::uint32_t i = 0; i < keys.size(); ++i) class_of_item.push_back(seen.emplace(keys[i], i).first->second);
  return {groups_of(class_of_item),
          "same words, ignoring case and punctuation; links are all alike, and so are @names"};
}

DuplicateGroups near_duplicates(std::span<const std::string> keys, const text::NearCopyOptions& options) {
  core::UnionFind same = text::near_copies(keys, options);
  std::vector<std::uint32_t> class_of_item;
  for (std::uint32_t i = 0; i < keys.size(); ++i) class_of_item.push_back(same.root(i));
  auto groups = groups_of(class_of_item);
  // Groups of equal keys alone are exact_duplicates' business.
  std::erase_if(groups, [&](const auto& group) {
    return std::all_of(group.begin(), group.end(), [&](std::uint32_t i) { return keys[i] == keys[group.front()]; });
  });
  return {std::move(groups), "at least " + std::to_string(std::lround(100 * options.min_jaccard)) +
                                 " % of their character 5-grams in common"};
}

}  // namespace emo::doctor
