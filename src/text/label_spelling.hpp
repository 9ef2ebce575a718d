// Spellings of one label: names that differ by case or surrounding blanks alone, and 2 and 2.0.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace emo::text {

/// `label` in lower case without white space around it and core::without_zero_decimals(), the same for all spellings of
/// a label; empty for one of blanks. What is not UTF-8 comes back as it is.
std::string label_key(std::string_view label);

/// Spelling -> the most frequent one of the same label, without white space around it; of equally frequent ones that of
/// most small letters (the last in byte order). Numbers are named core::without_zero_decimals(). `counts`: how often
/// each spelling is met.
std::map<std::string, std::string> usual_spellings(const std::map<std::string, std::uint64_t>& counts);

/// The one of `labels` that is `label`, else the first that is another spelling of it; nullopt: none.
std::optional<std::size_t> find_spelling(std::span<const std::string> labels, const std::string& label);

/// What `map` has for `label`, else for the first other spelling of it; its end() for neither.
template <class Map>
typename Map::const_iterator find_spelled(const Map& map, const std::string& label) {
  if (const auto exact = map.find(label); exact != map.end() || map.empty()) return exact;
  const std::string key = label_key(label);
  return std::find_if(map.begin(), map.end(), [&key](const auto& entry) { return label_key(entry.first) == key; });
}

/// "'JOY' = 'joy', 'Joy ' = 'joy'": the spellings in `usual` that are not the usual one; empty: none.
std::string other_spellings(const std::map<std::string, std::string>& usual);

/// The first of `labels` that is others of them, or known emotions, in one word, and the character between these: "joy,
/// fear" was to be parted. nullopt: none. The characters tried are , ; and |.
std::optional<std::pair<std::string, char>> unparted_label(std::span<const std::string> labels);

/// Whether all of `labels` are numbers, which name no class. False of none.
bool are_numbers(std::span<const std::string> labels);

}  // namespace emo::text
