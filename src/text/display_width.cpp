// Widths of characters as utf8proc has them from Unicode's tables.
#include "text/display_width.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace emo::text {

std::size_t display_width(std::string_view utf8) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
  std::size_t cells = 0;
  for (auto left = static_cast<utf8proc_ssize_t>(utf8.size()); left > 0;) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(at, left, &code_point);
    cells += length <= 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
    at += std::max<utf8proc_ssize_t>(1, length);
    left -= std::max<utf8proc_ssize_t>(1, length);
  }
  return cells;
}

}  // namespace emo::text
