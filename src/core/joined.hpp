// Names in one line.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace emo::core {

/// "a, b, c"; empty of none.
inline std::string joined(std::span<const std::string> names, std::string_view between = ", ") {
  std::string line;
  for (const std::string& name : names) {
    if (&name != names.data()) line += between;
    line += name;
  }
  return line;
}

}  // namespace emo::core
