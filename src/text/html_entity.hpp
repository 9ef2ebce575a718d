// HTML character references ("&amp;", "&#39;", "&#x1F602;").
#pragma once

#include <cstddef>
#include <string_view>

namespace emo::text {

namespace table {
struct HtmlEntity {
  std::string_view name;
  char32_t code_point;
};
extern const std::size_t kHtmlEntityCount;
extern const HtmlEntity kHtmlEntities[];
extern const char32_t kWindows1252[];
}  // namespace table

/// The character reference at `pos` (where a '&' is), which must end with ';'. Named: HTML 4's and &apos;. Numeric ones
/// that are no character give U+FFFD; 128..159 mean windows-1252, as in browsers.
struct HtmlReference {
  char32_t code_point = 0;
  std::size_t size = 0;  ///< bytes from '&' to ';'; 0: no reference here
};
HtmlReference match_html_reference(std::string_view utf8, std::size_t pos);

}  // namespace emo::text
