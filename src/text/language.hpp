// Which language a text is in, with an explicit "cannot tell".
#pragma once

#include <string>
#include <string_view>

namespace emo::text {

/// A language is held against a text, or counted, only when the identification is at least this sure (0..1).
inline constexpr double kLanguageConfidence = 0.7;

struct Language {
  std::string code;         ///< ISO 639-1 ("en"), or "und" when it cannot be told
  double confidence = 0.0;  ///< 0..1
};

/// Whether `code` is written as Language::code is: two small letters. No text is in a language called otherwise.
bool is_language_code(std::string_view code);

/// Identifies the language of valid UTF-8 `text`. Short Latin-script texts without evidence for another language
/// come back as "und". Thread-safe, a few microseconds per text.
Language detect_language(std::string_view text);

}  // namespace emo::text
