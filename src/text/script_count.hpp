// Which scripts the letters of a text are in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace emo::text {

enum class Script : std::uint8_t {
  kLatin,
  kCyrillic,
  kArabic,
  kDevanagari,
  kHan,
  kKana,
  kHangul,
  kThai,
  kHebrew,
  kGreek,
  kArmenian,
  kGeorgian,
  kBengali,
  kGurmukhi,
  kGujarati,
  kTamil,
  kTelugu,
  kKannada,
  kMalayalam,
  kSinhala,
  kLao,
  kTibetan,
  kMyanmar,
  kEthiopic,
  kKhmer,
  kOther
};
inline constexpr std::size_t kScripts = static_cast<std::size_t>(Script::kOther) + 1;

/// Script of a letter; kOther for scripts without an entry. By block, which is what tells languages apart.
Script script_of(char32_t letter);

/// The language a script is nearly always used for ("ru" for Cyrillic, where several are likely); "und" for Latin and
/// unknown ones.
std::string_view usual_language(Script script);

/// Whether only one widely written language uses the script, so that it need not be looked at further.
bool decides_language(Script script);

}  // namespace emo::text
