// Escaping for HTML, XML and Markdown. Everything shown comes from data, so nothing reaches a page without passing
// here. JSON is escaped by io, messages by core/quote.
#include "core/markup.hpp"

#include "core/utf8.hpp"

namespace emo::core {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the UTF-8 character at `at`, 0 if the bytes are not one that XML allows (U+FFFE and U+FFFF are none).
std::size_t character_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) return 0;
  return core::utf8_sequence_length(reinterpret_cast<const unsigned char*>(rest.data()), rest.size());
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

std::string markdown_code(std::string_view text) {
  std::string lines;  // to Markdown a carriage return alone ends a line as well
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      lines += text[i];
    } else if (text.substr(i + 1, 1) != "\n") {
      lines += '\n';
    }
  }
  return "    " + walked(lines, [](char c, std::string& out) {
           out += c;
           if (c == '\n') out += "    ";
         });
}

}  // namespace emo::core
