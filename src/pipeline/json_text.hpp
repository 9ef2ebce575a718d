// JSON values appended to a string: what results are written with.
#pragma once

#include <string>
#include <string_view>

namespace emo::pipeline {

/// Appends `value` as a JSON string with its quotes (RFC 8259). Control characters are escaped, other characters stay
/// as they are; bytes that are no valid UTF-8 become U+FFFD, so the output is always valid JSON.
void append_json_string(std::string& out, std::string_view value);

/// Appends a finite number with at most `decimals` digits after the point, trailing zeros cut ("0.91", "1", "-0.7").
/// The decimal point does not depend on the locale. Precondition: finite, |value| < 1e15, decimals <= 9.
void append_number(std::string& out, double value, int decimals);

/// Digits after the point of what results hold, in JSON and CSV alike.
inline constexpr int kScoreDecimals = 6;   ///< probabilities
inline constexpr int kAffectDecimals = 4;  ///< valence and arousal

}  // namespace emo::pipeline
