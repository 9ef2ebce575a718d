// Names in one line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/number_words.hpp"

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

/// "a, b and 3 more": the first `most` of `names`, any range of strings or views of them; empty of none.
template <class Names>
std::string joined_first(const Names& names, std::size_t most) {
  std::string line;
  std::size_t count = 0;
  for (const auto& name : names) {
    if (count++ >= most) continue;
    if (count > 1) line += ", ";
    line += name;
  }
  return count > most ? line + " and " + grouped(count - most) + " more" : line;
}

}  // namespace emo::core
