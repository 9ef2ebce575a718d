// Decoding of one HTML character reference, for texts that were cut out of pages. Not an HTML parser: tags are left
// alone, and so are references without their semicolon, which may be anything.
#include "text/html_entity.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace emo::text {
namespace {

constexpr std::size_t kLongestReference = 12;  // "&#x0010FFFF;" and "&thetasym;"

char32_t numeric(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (end != digits.data() + digits.size()) return 0;  // not a number: no reference
  if (status != std::errc{} || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0xFFFD;
  return value >= 128 && value < 160 ? table::kWindows1252[value - 128] : value;
}

}  // namespace

HtmlReference match_html_reference(std::string_view utf8, std::size_t pos) {
  const std::string_view window = utf8.substr(pos, kLongestReference);
  const std::size_t end = window.find(';');
  if (end == std::string_view::npos || end < 2) return {};
  std::string_view name = window.substr(1, end - 1);
  char32_t code_point = 0;
  if (name[0] == '#') {
    name.remove_prefix(1);
    const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
    if (hex) name.remove_prefix(1);
    if (name.empty()) return {};
    code_point = numeric(name, hex ? 16 : 10);
  } else {
    const auto* last = table::kHtmlEntities + table::kHtmlEntityCount;
    const auto* found = std::lower_bound(table::kHtmlEntities, last, name,
                                         [](const table::HtmlEntity& e, std::string_view key) { return e.name < key; });
    if (found != last && found->name == name) code_point = found->code_point;
  }
  if (code_point == 0) return {};
  return {code_point, end + 1};
}

}  // namespace emo::text
