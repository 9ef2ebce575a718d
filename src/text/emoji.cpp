// Longest-match search in the generated emoji table, skin tones and selectors passed over. Emoticons such as ":-)" are
// emoticon.cpp's; how the words are put into the text is normalizer.cpp's.
#include "text/emoji.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace emo::text {
namespace {

constexpr std::size_t kLongestSequence = 10;  // family and flag sequences; a test compares it with the table

bool is_skipped(char32_t cp) {
  return (cp >= 0x1F3FB && cp <= 0x1F3FF) || cp == 0xFE0E || cp == 0xFE0F;
}

}  // namespace

WordedSymbol match_emoji(std::string_view utf8, std::size_t pos) {
  const std::size_t start = pos;
  const char32_t first = next_code_point(utf8, pos);
  if (first < 0x203C || (first >= 0x3300 && first < 0x1F000)) return {};
  const auto* end = table::kEmoji + table::kEmojiCount;
  const auto* entry =
      std::lower_bound(table::kEmoji, end, first, [](const table::EmojiEntry& e, char32_t cp) { return e.first < cp; });
  if (entry == end || entry->first != first) return {};

  // The code points behind the first one without tones and selectors, and where each ends with those behind it.
  std::array<char32_t, kLongestSequence> rest{};
  std::array<std::size_t, kLongestSequence + 1> ends{};
  std::size_t count = 0;
  for (;;) {
    std::size_t next = pos;
    while (next < utf8.size()) {
      std::size_t peek = next;
      if (!is_skipped(next_code_point(utf8, peek))) break;
      next = peek;
    }
    pos = ends[count] = next;
    if (pos >= utf8.size() || count == kLongestSequence) break;
    rest[count++] = next_code_point(utf8, pos);
  }
  for (; entry != end && entry->first == first; ++entry) {
    if (entry->rest_size > count) continue;
    const char32_t* wanted = table::kEmojiRest + entry->rest_begin;
    if (std::equal(wanted, wanted + entry->rest_size, rest.begin())) {
      return {{table::kEmojiNames + entry->name_begin, entry->name_size}, ends[entry->rest_size] - start};
    }
  }
  return {};
}

}  // namespace emo::text
