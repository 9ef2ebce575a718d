// How far apart two spellings are, for "did you mean".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace emo::core {

/// Fewest insertions, deletions and replacements of bytes and swaps of neighbours that turn `a` into `b`, no byte
/// edited twice (optimal string alignment). Time and memory grow with a.size() * b.size() and b.size(): cut what comes
/// from outside.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Whether two spellings `edits` apart look like one word misspelt: at most a third of the longer one's bytes differ,
/// or a single one.
bool is_near(std::string_view a, std::string_view b, std::size_t edits);

/// The one of `known` that `word`, which may come from outside and be long, is a misspelling of: the fewest edits, of
/// several the first, letters of either case alike. Empty where none is_near().
std::string nearest_spelling(std::string_view word, std::span<const std::string> known);

}  // namespace emo::core
