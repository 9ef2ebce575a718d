// Quoting of foreign values in messages, so that a hostile name cannot forge a line on a terminal. Not JSON (io/json),
// HTML or shell escaping: nothing reads these quotes back.
#include "core/quote.hpp"

#include "core/utf8.hpp"

namespace emo::core {
namespace {

using Byte = unsigned char;

char32_t code_point(std::string_view text, std::size_t at) {
  return next_code_point(text, at);
}

// Controls, line separators, marks and overrides of direction, the byte order mark.
bool is_harmful(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C || code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

void append(std::string_view value, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t length = utf8_sequence_length(reinterpret_cast<const Byte*>(value.data()) + i, value.size() - i);
    if (length > 0 && !is_harmful(code_point(value, i))) {
      out += value.substr(i, length);
      i += length;
      continue;
    }
    for (std::size_t end = i + (length > 0 ? length : 1); i < end; ++i) {
      const auto byte = static_cast<Byte>(value[i]);
      out += "\\x";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
}

}  // namespace

std::string for_terminal(std::string_view text, bool lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_sequence_length(reinterpret_cast<const Byte*>(text.data()) + i, text.size() - i);
    const bool kept = length > 0 && ((lines && text[i] == '\n') || !is_harmful(code_point(text, i)));
    const std::size_t step = length > 0 ? length : 1;
    if (kept) {
      out += text.substr(i, step);
    } else {
      out += ' ';
    }
    i += step;
  }
  return out;
}

std::string quoted(std::string_view value, std::size_t max_bytes) {
  std::string out = "'";
  if (value.size() <= max_bytes) {
    append(value, out);
  } else {
    std::size_t head = (max_bytes + 1) / 2;
    std::size_t tail = value.size() - max_bytes / 2;
    while (head > 0 && is_utf8_continuation(value[head])) --head;  // no character is cut
    while (tail < value.size() && is_utf8_continuation(value[tail])) ++tail;
    append(value.substr(0, head), out);
    out += "...";
    append(value.substr(tail), out);
  }
  out += '\'';
  return out;
}

bool is_harmless(std::string_view value) {
  std::string shown;
  append(value, shown);
  return shown == value;
}

std::string quoted_path(std::string_view path) {
  constexpr std::size_t kMaxPathShown = 400;
  return quoted(path, kMaxPathShown);
}

}  // namespace emo::core
