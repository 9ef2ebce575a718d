#include "pipeline/text_units.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/utf8.hpp"

namespace emo::pipeline {
namespace {

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& unit : split_units(text)) out.emplace_back(text.substr(unit.begin, unit.end - unit.begin));
  return out;
}

using Pieces = std::vector<std::string>;

TEST(TextUnits, WordsKeepTheirInnerMarks) {
  EXPECT_EQ(pieces("I don't like well-being, t.co or 3.5."),
            (Pieces{"I", "don't", "like", "well-being", "t.co", "or", "3.5"}));
  EXPECT_EQ(pieces("@user said #fail at https://t.co/a?b=c!"),
            (Pieces{"@user", "said", "#fail", "at", "https://t.co/a?b=c!"}));
}

TEST(TextUnits, LoudMarksEmojiAndEmoticonsAreUnits) {
  EXPECT_EQ(pieces("No!! why?  so... ok."), (Pieces{"No", "!!", "why", "?", "so", "...", "ok"}));
  EXPECT_EQ(pieces("great\xF0\x9F\x98\x80\xF0\x9F\x98\x80 day :-)"),
            (Pieces{"great", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", "day", ":-)"}));
}

TEST(TextUnits, IdeographsStandAlone) {
  EXPECT_EQ(pieces("\xE6\x88\x91\xE7\x88\xB1 x"), (Pieces{"\xE6\x88\x91", "\xE7\x88\xB1", "x"}));
}

TEST(TextUnits, WhatIsReadAsOneWordIsOneUnit) {
  EXPECT_EQ(pieces("I&#39;m so&nbsp;glad &lt;3 in caf&eacute;s&#33;"),
            (Pieces{"I&#39;m", "so", "glad", "&lt;3", "in", "caf&eacute;s", "&#33;"}));
  EXPECT_EQ(pieces("R&B; lo\u200Bve"), (Pieces{"R&B", "lo\u200Bve"}));
  const std::string text = "lo\u200Bve &hearts;";
  const auto units = split_units(text);
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(units[0].char_end, 5U);
  EXPECT_EQ(units[1].char_begin, 6U);
  EXPECT_EQ(units[1].char_end, 14U);
  EXPECT_EQ(without_units(text, units, {true, false}), "&hearts;");
}

TEST(TextUnits, TextWithoutWordsHasNone) {
  EXPECT_TRUE(split_units("").empty());
  EXPECT_TRUE(split_units(" \t\n , . ").empty());
}

TEST(TextUnits, CodePointOffsetsCountCharacters) {
  const std::string text = "\xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x80 fin";
  const auto units = split_units(text);
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[0].char_begin, 0U);
  EXPECT_EQ(units[0].char_end, 3U);
  EXPECT_EQ(units[1].char_begin, 4U);
  EXPECT_EQ(units[1].char_end, 5U);
  EXPECT_EQ(units[2].char_begin, 6U);
  EXPECT_EQ(units[2].char_end, 9U);
}

TEST(TextUnits, TakingOutLeavesTheRestAsItWas) {
  const std::string text = "Not bad, really!";
  const auto units = split_units(text);
  ASSERT_EQ(units.size(), 4U);
  EXPECT_EQ(without_units(text, units, {false, false, false, false}), text);
  EXPECT_EQ(without_units(text, units, {true, false, false, false}), "bad, really!");
  EXPECT_EQ(without_units(text, units, {false, true, false, false}), "Not really!");
  EXPECT_EQ(without_units(text, units, {true, true, true, true}), "");
}

TEST(TextUnits, NegationReachesToTheNextMarkOrBut) {
  const auto scopes = [](std::string_view text) {
    Pieces out;
    const auto units = split_units(text);
    for (const auto& scope : negation_scopes(text, units)) {
      out.emplace_back(text.substr(units[scope.begin].begin, units[scope.end - 1].end - units[scope.begin].begin));
    }
    return out;
  };
  EXPECT_EQ(scopes("I am not happy with any of this"), (Pieces{"not happy with any"}));
  EXPECT_EQ(scopes("I don\xE2\x80\x99t care, he did"), (Pieces{"don\xE2\x80\x99t care"}));
  EXPECT_EQ(scopes("I don&#39;t care, he did"), (Pieces{"don&#39;t care"}));
  EXPECT_EQ(scopes("It is NOT good but fine"), (Pieces{"NOT good"}));
  EXPECT_TRUE(scopes("why not?").size() <= 1U);
  EXPECT_TRUE(scopes("notable knots").empty());
}

TEST(TextUnits, RandomTextIsCoveredInOrder) {
  constexpr unsigned kSeed = 5;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  const std::u32string alphabet =
      U"ab'-.,!? @#:)(<3\u2019\u00e9\u6211\U0001F600\U0001F44D\U0001F3FD\u200d\uFE0F\n&39;\u0301\u200B\u1100\u1161";
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (unsigned i = random() % 30; i > 0; --i) text::append_code_point(text, alphabet[random() % alphabet.size()]);
    std::size_t at = 0;
    for (const auto& unit : split_units(text)) {
      ASSERT_LE(at, unit.begin) << text;
      ASSERT_LT(unit.begin, unit.end) << text;
      ASSERT_LE(unit.end, unit.remove_end) << text;
      ASSERT_EQ(unit.char_begin, text::count_code_points(std::string_view(text).substr(0, unit.begin))) << text;
      ASSERT_EQ(unit.char_end, text::count_code_points(std::string_view(text).substr(0, unit.end))) << text;
      at = unit.end;
    }
  }
}

}  // namespace
}  // namespace emo::pipeline
