// Quoting of foreign values in messages. Not JSON or shell escaping.
#include "core/quote.hpp"

#include <algorithm>

namespace emo::core {

std::string quoted(std::string_view value, std::size_t max_bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "'";
  for (const char c : value.substr(0, std::min(value.size(), max_bytes))) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f) {
      out += c;
    } else {
      out += "\\x";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
  if (value.size() > max_bytes) out += "...";
  out += '\'';
  return out;
}

}  // namespace emo::core
