// Text as it may be shown on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "emo/error.hpp"

namespace emo::cli {

/// The first `max_characters` code points, what could steer the terminal as blanks (core::for_terminal), and "…" after
/// a cut.
std::string terminal_text(std::string_view text, std::size_t max_characters);

/// Of a path or a line of a bundle: what is longer nobody reads.
inline std::string shown_line(std::string_view text) {
  return terminal_text(text, 1000);
}

/// How a list of results shows an item that has none, with its end of line.
std::string error_line(const Error& error);

/// A bar of `share` (0..1) of `cells` cells, in eighths, padded with blanks to `cells`.
std::string bar(double share, int cells);

/// Of a text, a name or a score in a list of results.
inline constexpr std::size_t kShownCharacters = 160;
inline constexpr int kBarCells = 24;

/// Escape code (SGR) of the colour of a basic class or polarity; white for other labels.
const char* colour_of(std::string_view label);

/// shown_line() and the blanks that it lacks of `width` cells, and the cells that it fills.
std::string padded(std::string_view text, std::size_t width);
std::size_t shown_width(std::string_view text);

/// A line of a list of scores (0..1): the label, padded to `width` cells and two blanks, a bar, and the score.
std::string score_line(std::string_view label, std::size_t width, float score, bool colour);

}  // namespace emo::cli
