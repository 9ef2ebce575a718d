// Escaping for HTML, XML and Markdown. Everything shown comes from data, so nothing reaches a page without passing
// here. JSON is escaped by io, messages by core/quote.
#include "report/markup.hpp"

#include <cstdint>

namespace emo::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the UTF-8 character at `at`, 0 if the bytes are not one (overlong, surrogate, cut, > U+10FFFF).
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : (lead & 0xF0U) == 0xE0      ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || at + length > text.size()) return 0;
  std::uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
    code = code << 6U | (byte(at + i) & 0x3FU);
  }
  if (length == 3 && (code < 0x800 || (code >= 0xD800 && code < 0xE000) || code >= 0xFFFE)) return 0;
  if (length == 4 && (code < 0x10000 || code > 0x10FFFF)) return 0;
  return length;
}

// Calls `ascii(char)` for printable ASCII and white space and appends whole characters as they are.
template <class Ascii>
std::string walked(std::string_view text, Ascii ascii) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    const auto code = static_cast<unsigned char>(text[i]);
    if (length == 0 ||
        (length == 1 && (code == 0x7F || (code < 0x20 && code != '\n' && code != '\t' && code != '\r')))) {
      out += kReplacement;
      ++i;
    } else if (length == 1) {
      ascii(text[i++], out);
    } else {
      out += text.substr(i, length);
      i += length;
    }
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) {
  return walked(text, [](char c, std::string& out) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  });
}

std::string markdown_escaped(std::string_view text) {
  return walked(text, [](char c, std::string& out) {
    constexpr std::string_view kSpecial = "\\`*_[]|#~";
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
    } else {
      if (kSpecial.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  });
}

}  // namespace emo::report
