// Emoji sequences to words, and the order of the table the search relies on.
#include "text/emoji.hpp"

#include <gtest/gtest.h>

#include <string>

namespace emo::text {
namespace {

void expect(const std::string& text, std::string_view words) {
  const WordedSymbol found = match_emoji(text + " tail", 0);
  EXPECT_EQ(found.words, words) << text;
  EXPECT_EQ(found.size, words.empty() ? 0 : text.size()) << text;
}

TEST(Emoji, NamesSingleOnes) {
  expect("\U0001F602", "face with tears of joy");
  expect("\u2764\uFE0F", "red heart");
  expect("\u2764", "red heart");
  expect("\U0001F643", "upside down face");
}

TEST(Emoji, DropsSkinTones) {
  expect("\U0001F44D\U0001F3FF", "thumbs up");
  expect("\U0001F469\U0001F3FD\u200D\U0001F680", "woman astronaut");
  expect("\U0001F937\U0001F3FB\u200D\u2642\uFE0F", "man shrugging");
}

TEST(Emoji, TakesTheLongestSequence) {
  expect("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", "family man woman girl boy");
  expect("\u2764\uFE0F\u200D\U0001F525", "heart on fire");
  // An unknown sequence falls back to its first emoji.
  EXPECT_EQ(match_emoji("\U0001F602\u200D\U0001F680", 0).size, 4U);
}

TEST(Emoji, NamesFlags) {
  expect("\U0001F1EA\U0001F1F8", "flag spain");
  expect("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "flag england");
}

TEST(Emoji, LeavesTextAlone) {
  for (const auto* text : {"a", "\u00A9", "\u2122", "\u4E2D", "\u201C", "1"})
    EXPECT_EQ(match_emoji(text, 0).size, 0U) << text;
}

TEST(Emoji, TableIsSoundForTheSearch) {
  for (std::size_t i = 0; i < table::kEmojiCount; ++i) {
    const table::EmojiEntry& entry = table::kEmoji[i];
    EXPECT_LE(entry.rest_size, 10);  // kLongestSequence
    EXPECT_GT(entry.name_size, 0);
    if (i == 0) continue;
    const table::EmojiEntry& before = table::kEmoji[i - 1];
    EXPECT_TRUE(before.first < entry.first || (before.first == entry.first && before.rest_size >= entry.rest_size));
  }
}

}  // namespace
}  // namespace emo::text
