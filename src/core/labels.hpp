// The taxonomies every data set is read in: basic emotions, GoEmotions' 28, polarity; and the
// synonyms that other data sets use for them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emo::core {

/// The 7 basic classes in the order of every score vector: six emotions after Ekman, and neutral.
enum class Basic : std::uint8_t { kAnger, kDisgust, kFear, kJoy, kNeutral, kSadness, kSurprise };
inline constexpr std::size_t kBasicCount = 7;
/// "anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise".
std::span<const std::string_view, kBasicCount> basic_names();

/// Polarity classes: "negative", "neutral", "positive".
enum class Polarity : std::uint8_t { kNegative, kNeutral, kPositive };
inline constexpr std::size_t kPolarityCount = 3;
std::span<const std::string_view, kPolarityCount> polarity_names();

/// The 27 emotions and neutral of GoEmotions (Demszky et al. 2020), alphabetical with neutral last.
inline constexpr std::size_t kFineCount = 28;
std::span<const std::string_view, kFineCount> fine_names();

/// The basic class that a label of any supported data set means ("happiness", "joy", "Happy" -> joy;
/// "gratitude" -> joy; "trust" -> none). Case-insensitive. Source: GoEmotions' Ekman mapping, and the
/// names of FER2013, RAF-DB, CARER, TEC, SSEC, EmoEvent, SemEval-2018, MELD, DailyDialog, XED.
std::optional<Basic> basic_of(std::string_view label);

/// The polarity that a label means, by GoEmotions' sentiment mapping and common synonyms
/// ("positive", "pos", "joy" -> positive); none for ambiguous ones ("surprise", "confusion").
std::optional<Polarity> polarity_of(std::string_view label);

/// Whether the tables know `label` at all, even as one without a counterpart ("anticipation"). Case-insensitive.
bool is_known_label(std::string_view label);

/// Every label that the tables know, in lower case, sorted.
std::vector<std::string_view> known_labels();

/// "3" of "3.0" and "3.": programs write whole numbers so where a column or list has gaps. Any other label is itself.
std::string_view without_zero_decimals(std::string_view label);

/// `label` in lower case, with spaces and dashes as '_', without_zero_decimals(), and known synonyms replaced by the
/// name used here ("happiness" -> "joy", "no_emotion" -> "neutral"). Unknown labels come back folded only.
std::string canonical_label(std::string_view label);

}  // namespace emo::core
