// Emoji and emoticons as words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace emo::text {

namespace table {
struct EmojiEntry {
  char32_t first;            // sorted by it, then longest first
  std::uint16_t rest_begin;  // in kEmojiRest
  std::uint16_t rest_size;
  std::uint16_t name_begin;  // in kEmojiNames
  std::uint16_t name_size;
};
extern const std::size_t kEmojiCount;
extern const EmojiEntry kEmoji[];
extern const char32_t kEmojiRest[];
extern const char kEmojiNames[];
}  // namespace table

/// Something recognised at a place in a text: its words, and how many bytes it takes. `size` 0: nothing there.
struct WordedSymbol {
  std::string_view words;
  std::size_t size = 0;
};

/// The longest emoji sequence (ZWJ sequences, flags, with any skin tones and variation selectors) that begins at `pos`.
/// Precondition: valid UTF-8, pos < size.
WordedSymbol match_emoji(std::string_view utf8, std::size_t pos);

/// The emoticon (":-)", "<3", "T_T") that begins at `pos` and is not part of something else ("http://", "10:3", "(8)").
/// Words are those of the emoji it stands for. `open_parens`: brackets opened before `pos` and not closed.
WordedSymbol match_emoticon(std::string_view utf8, std::size_t pos, int open_parens);

/// Skin tones, variation selectors, joiners and tags: parts of emoji that mean nothing alone.
inline bool is_emoji_part(char32_t cp) {
  return (cp >= 0x1F3FB && cp <= 0x1F3FF) || cp == 0xFE0E || cp == 0xFE0F || cp == 0x200D || cp == 0x20E3 ||
         (cp >= 0xE0020 && cp <= 0xE007F);
}

}  // namespace emo::text
