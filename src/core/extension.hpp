// The ending by which the kind of a file is told, in any case of its letters.
#pragma once

#include <string>
#include <string_view>

#include "core/ascii.hpp"

namespace emo::core {

/// ".jpg" of "photos/A.JPG"; empty for a name without a dot.
inline std::string lower_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  return lower_ascii(path.substr(dot));
}

}  // namespace emo::core
