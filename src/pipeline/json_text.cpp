// Writing of JSON strings and numbers at the speed of batches. Not a parser and not a document model: those are in io,
// and everything that is not written once per row uses them.
#include "pipeline/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "core/assert.hpp"
#include "text/utf8.hpp"

namespace emo::pipeline {
namespace {

constexpr unsigned char kFirstPrintable = 0x20;

void append_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 0x0FU];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  if (!text::validate_utf8(value)) return append_json_string(out, text::without_foreign_bytes(value));
  out += '"';
  std::size_t plain = 0;  // start of the run that needs no change
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= kFirstPrintable && byte != '"' && byte != '\\') continue;
    out.append(value, plain, i - plain);
    plain = i + 1;
    append_escape(out, byte);
  }
  out.append(value, plain, std::string_view::npos);
  out += '"';
}

void append_number(std::string& out, double value, int decimals) {
  EMO_ASSERT(std::isfinite(value) && std::abs(value) < 1e15 && decimals >= 0 && decimals <= 9);
  std::array<char, 40> digits{};
  const auto [end, code] =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals);
  EMO_ASSERT(code == std::errc{});
  std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  if (text.find('.') != std::string_view::npos) {
    while (text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
  }
  out += text == "-0" ? std::string_view("0") : text;
}

}  // namespace emo::pipeline
