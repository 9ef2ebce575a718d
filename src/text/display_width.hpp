// How much room text takes where every cell of a line is equally wide.
#pragma once

#include <cstddef>
#include <string_view>

namespace emo::text {

/// Cells of a terminal that `utf8` fills: two for wide East Asian characters and emoji, none for accents that stand on
/// another letter. A byte that belongs to no character counts as one cell. Thread-safe.
std::size_t display_width(std::string_view utf8);

}  // namespace emo::text
