// Which bytes are one character. Decoding and messages are text's.
#pragma once

#include <cstddef>

namespace emo::core {

inline bool is_utf8_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
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
