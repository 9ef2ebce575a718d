// GPT-2's regular expression as a hand-written scanner.
#pragma once

#include <cstddef>
#include <string_view>

namespace emo::text {

/// End of the match that begins at `pos` of
///   's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// Matches follow each other without gaps. Preconditions: valid UTF-8, pos < size.
std::size_t next_byte_level_split(std::string_view text, std::size_t pos);

}  // namespace emo::text
