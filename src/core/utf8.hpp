// Which bytes are one character, and which it is. Validation and messages are text's.
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

/// Decodes the code point at `pos` and moves past it. Precondition: valid UTF-8 there, pos < size.
inline char32_t next_code_point(std::string_view utf8, std::size_t& pos) {
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(utf8[i]); };
  const char32_t lead = byte(pos);
  if (lead < 0x80) {
    pos += 1;
    return lead;
  }
  if (lead < 0xE0) {
    pos += 2;
    return (lead & 0x1FU) << 6U | (byte(pos - 1) & 0x3FU);
  }
  if (lead < 0xF0) {
    pos += 3;
    return (lead & 0x0FU) << 12U | (byte(pos - 2) & 0x3FU) << 6U | (byte(pos - 1) & 0x3FU);
  }
  pos += 4;
  return (lead & 0x07U) << 18U | (byte(pos - 3) & 0x3FU) << 12U | (byte(pos - 2) & 0x3FU) << 6U |
         (byte(pos - 1) & 0x3FU);
}

}  // namespace emo::core
