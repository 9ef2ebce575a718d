// How far apart two spellings are, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace emo::core {

/// Fewest insertions, deletions and replacements of bytes that turn `a` into `b` (Levenshtein). Time and memory grow
/// with a.size() * b.size() and b.size(): cut what comes from outside.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace emo::core
