// The one text normaliser of training and serving. Versioned: a bundle names the version it was trained with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emo::text {

inline constexpr int kNormalizerVersion = 2;  // the newest

/// Normalised text, and for every byte of it the byte offset in the source it came from.
struct NormalizedText {
  std::string text;
  std::vector<std::uint32_t> source;  ///< source[i] = offset of text[i]'s origin; size text.size() + 1; ascending
};

/// Version 1, in this order: HTML entities decoded; NFC; control characters dropped, all white space to one
/// blank; URLs -> "url"; @name -> "@user"; #CamelCase_tag -> its words; emoji -> their Unicode short name in words;
/// emoticons (":-)", "<3", "T_T") -> the same words as the emoji they stand for; a letter repeated more than
/// twice -> twice ("soooo" -> "soo"); the same for runs of "!?." longer than three.
/// Version 2: after control characters, typographic quotes, apostrophes, ellipses and full-width ASCII become plain
/// (plain_marks.hpp); the rest as version 1.
/// `version` 0 returns the text as it is. Precondition: `utf8` is valid UTF-8. Never fails; thread-safe.
std::string normalize(std::string_view utf8, int version = kNormalizerVersion);

/// The same with offsets; slower.
NormalizedText normalize_with_offsets(std::string_view utf8, int version = kNormalizerVersion);

}  // namespace emo::text
