// Which bytes are one character. Decoding and messages are text's.
#pragma once

#include <cstddef>
#include <string_view>

namespace emo::core {

inline bool is_utf8_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}
inline bool is_utf8_continuation(char byte) {
  return is_utf8_continuation(static_cast<unsigned char>(byte));
}

/// At most the first `limit` bytes of `text`, none of its characters cut.
inline std::string_view utf8_prefix(std::string_view text, std::size_t limit) {
  if (limit >= text.size()) return text;
  while (limit > 0 && is_utf8_continuation(text[limit])) --limit;
  return text.substr(0, limit);
}

/// Length of the well-formed UTF-8 sequence at `p`, of which `left` >= 1 bytes may be read (Unicode Standard, table
/// 3-7); 0 if there is none.
inline std::size_t utf8_sequence_length(const unsigned char* p, std::size_t left) {
  const unsigned char lead = p[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return left >= 2 && is_utf8_continuation(p[1]) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !is_utf8_continuation(p[1]) || !is_utf8_continuation(p[2])) return 0;
    if (lead == 0xE0 && p[1] < 0xA0) return 0;  // overlong
    if (lead == 0xED && p[1] > 0x9F) return 0;  // surrogate
    return 3;
  }
  if (left < 4 || !is_utf8_continuation(p[1]) || !is_utf8_continuation(p[2]) || !is_utf8_continuation(p[3])) return 0;
  if (lead == 0xF0 && p[1] < 0x90) return 0;  // overlong
  if (lead == 0xF4 && p[1] > 0x8F) return 0;  // above U+10FFFF
  return 4;
}

}  // namespace emo::core
