// Names in one line.
#pragma once

#include <string>
#include <string_view>

namespace emo::core {

/// "a, b, c": what is in `names`, any range of strings or views of them, in its order; empty of none.
template <class Names>
std::string joined(const Names& names, std::string_view between = ", ") {
  std::string line;
  std::string_view before;
  for (const auto& name : names) {
    line += before;
    line += name;
    before = between;
  }
  return line;
}

}  // namespace emo::core
