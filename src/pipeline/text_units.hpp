// A text cut into the pieces that an explanation weighs: words, emoji, emoticons, runs of marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace emo::pipeline {

/// One piece of a text. Byte and code-point ranges are half-open and slice the text as it was given.
struct TextUnit {
  std::size_t begin = 0, end = 0;            ///< bytes
  std::size_t char_begin = 0, char_end = 0;  ///< code points
  /// End (bytes) of what goes when the unit is taken out: the unit, plain marks that lean on it (",", ".") and the
  /// white space up to the next unit.
  std::size_t remove_end = 0;
  bool closes_clause = false;  ///< a mark that ends a clause follows before the next unit
};

/// Cuts valid UTF-8 into units, in order, not overlapping. A unit is a word with its inner marks ("don't",
/// "well-being", "@user", "#tag", a URL), a run of emoji, an emoticon, or a run of marks that can carry feeling: two or
/// more, or one with '!' or '?'. A CJK ideograph is a unit of its own. Single commas and full stops belong to the unit
/// before them. Text without any of these has no units. Linear time; thread-safe.
std::vector<TextUnit> split_units(std::string_view utf8);

/// `utf8` without the units whose flag is set (`removed` has one flag per unit). Nothing else changes.
std::string without_units(std::string_view utf8, const std::vector<TextUnit>& units, const std::vector<bool>& removed);

/// Negators with what they govern: for each "not", "never", "n't"… the half-open range of unit indices that begins with
/// it and ends at the next mark, at "but", or after three further units. Ranges of fewer than two units are left out.
struct UnitRange {
  std::size_t begin = 0, end = 0;
};
std::vector<UnitRange> negation_scopes(std::string_view utf8, const std::vector<TextUnit>& units);

}  // namespace emo::pipeline
