// Typographic punctuation as keyboards have it: what a phone or a word processor made of a text should not change how
// it is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emo::text {

/// True where plain_marks() may change `utf8`; false for ASCII at the speed of memory. Precondition: valid UTF-8.
bool has_typographic_marks(std::string_view utf8);

/// Curly, low and modifier apostrophes and single quotes -> '; double ones and guillemets -> "; the ellipsis -> three
/// full stops; full-width ASCII (U+FF01 to U+FF5E) -> ASCII. Everything else stays, dashes too. `source`, if given,
/// gets the offset in `utf8` of each byte's origin and of the end. Precondition: valid UTF-8.
std::string plain_marks(std::string_view utf8, std::vector<std::uint32_t>* source);

}  // namespace emo::text
