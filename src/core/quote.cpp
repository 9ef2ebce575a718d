// Quoting of foreign values in messages. Not JSON or shell escaping.
#include "core/quote.hpp"

#include <cstdint>

namespace emo::core {
namespace {

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Bytes of the well-formed UTF-8 sequence that `text` begins with; 0: there is none. Its code point goes to `code`.
std::size_t sequence(std::string_view text, std::uint32_t& code) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || length > text.size()) return 0;
  code = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[i])) return 0;
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  const bool too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  return too_long || surrogate || code > 0x10FFFF ? 0 : length;
}

// Controls, line separators, marks and overrides of direction, the byte order mark.
bool is_harmful(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C || code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

void append(std::string_view value, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  for (std::size_t i = 0; i < value.size();) {
    std::uint32_t code = 0;
    const std::size_t length = sequence(value.substr(i), code);
    if (length > 0 && !is_harmful(code)) {
      out += value.substr(i, length);
      i += length;
      continue;
    }
    for (std::size_t end = i + (length > 0 ? length : 1); i < end; ++i) {
      const auto byte = static_cast<unsigned char>(value[i]);
      out += "\\x";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
}

}  // namespace

std::string quoted(std::string_view value, std::size_t max_bytes) {
  std::string out = "'";
  if (value.size() <= max_bytes) {
    append(value, out);
  } else {
    std::size_t head = (max_bytes + 1) / 2;
    std::size_t tail = value.size() - max_bytes / 2;
    while (head > 0 && continues(value[head])) --head;  // no character is cut
    while (tail < value.size() && continues(value[tail])) ++tail;
    append(value.substr(0, head), out);
    out += "...";
    append(value.substr(tail), out);
  }
  out += '\'';
  return out;
}

}  // namespace emo::core
