// Which of several values is the largest.
#pragma once

#include <algorithm>
#include <cstddef>

#include "core/assert.hpp"

namespace emo::core {

/// Index of the largest of `values`, a vector or a span of numbers without NaN; of equals the first. Precondition: not
/// empty.
template <class Values>
std::size_t index_of_largest(const Values& values) {
  EMO_ASSERT(!values.empty());
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

}  // namespace emo::core
