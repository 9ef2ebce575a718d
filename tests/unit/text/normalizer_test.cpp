// Version 1 of the normaliser, rule by rule, and the offsets of both stages.
#include "text/normalizer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "text/utf8.hpp"

namespace emo::text {
namespace {

void expect(std::string_view text, std::string_view normalized) {
  EXPECT_EQ(normalize(text, 1), normalized) << text;
}

// These outputs are the definition of version 1: a change here needs a new version.
TEST(NormalizerVersion1, Urls) {
  expect("see https://example.org/a?b=c#d.", "see url.");
  expect("HTTP://X.Y www.example.com/path), t.co/abc", "url url), url");
  expect("(http://x.y/z\u2026", "(url\u2026");
  expect("awww. www. http", "aww. ww. http");
  expect("http://x.y/\u4E2D\u6587\u201Cz", "url\u201Cz");
}

TEST(NormalizerVersion1, Mentions) {
  expect("@john_doe hi @a @b", "@user hi @user @user");
  expect("@me@social.example.org, me@example.org", "@user, me@example.org");
  expect("@ home @@", "@ home @@");
}

TEST(NormalizerVersion1, Hashtags) {
  expect("#ThisIsGreat_day2day", "This Is Great day 2 day");
  expect("#NLPRocks #WWE #Top10 (#love)", "NLP Rocks WWE Top 10 (love)");
  expect("#a#b #1 a#b #", "a b #1 a#b #");
  expect("#\u00C9t\u00E9Chaud #\u65E5\u672C\u8A9E", "\u00C9t\u00E9 Chaud \u65E5\u672C\u8A9E");
  expect("#soooGood", "soo Good");
}

TEST(NormalizerVersion1, Emoji) {
  expect("ok\U0001F602ok", "ok face with tears of joy ok");
  expect("\U0001F602\U0001F602\U0001F602 \U0001F602!", "face with tears of joy face with tears of joy !");
  expect("\u2764\uFE0F \U0001F1EA\U0001F1F8 1\uFE0F\u20E3", "red heart flag spain 1");
  expect("lone \U0001F3FD tone\uFE0F", "lone tone");
}

TEST(NormalizerVersion1, Emoticons) {
  expect("I &lt;3 u :) :-( T_T", "I red heart u smiling face frowning face loudly crying face");
  expect("(see note:) at 10:30 ok:)", "(see note:) at 10:30 ok smiling face");
  expect(":) :) :) :)", "smiling face smiling face");
}

TEST(NormalizerVersion1, Repetition) {
  expect("Soooo happyyyy!!!!!! ?????", "Soo happyy!!! ???");
  expect("NOOOooo 100000 -----", "NOO 100000 -----");
  expect("\u0434\u0430\u0430\u0430\u0430 wait.....", "\u0434\u0430\u0430 wait...");
}

TEST(NormalizerVersion1, WhiteSpaceAndControls) {
  expect("  a\t\tb\r\n\u00A0c\u3000 ", "a b c");
  expect(std::string_view("a\0b", 3), "ab");
  expect("", "");
  expect(" \n ", "");
}

TEST(Normalizer, VersionZeroIsTheTextItself) {
  const std::string text = " :)  &amp; ";
  EXPECT_EQ(normalize(text, 0), text);
  const NormalizedText with = normalize_with_offsets(text, 0);
  EXPECT_EQ(with.text, text);
  EXPECT_EQ(with.source.size(), text.size() + 1);
  EXPECT_EQ(with.source.back(), text.size());
}

TEST(Normalizer, OffsetsPointAtTheOrigin) {
  const std::string text = "a  &lt;3 #BigDay e\u0301 @bob!";
  const NormalizedText n = normalize_with_offsets(text);
  EXPECT_EQ(n.text, "a red heart Big Day \u00E9 @user!");
  EXPECT_EQ(n.source[n.text.find("red")], text.find("&lt;"));
  EXPECT_EQ(n.source[n.text.find("Big")], text.find("Big"));
  EXPECT_EQ(n.source[n.text.find("Day")], text.find("Day"));
  EXPECT_EQ(n.source[n.text.find("@user")], text.find("@bob"));
  EXPECT_EQ(n.source[n.text.find('!')], text.find('!'));
}

TEST(NormalizerProperty, BothWaysAgreeAndOffsetsAscend) {
  const std::string parts[] = {"a",
                               "bb",
                               "ccc",
                               "dddd",
                               " ",
                               "  ",
                               "\n",
                               ":)",
                               ":(",
                               "<3",
                               "&lt;",
                               "&#x1F602;",
                               "&amp;",
                               "@x",
                               "#A",
                               "#aB1_c",
                               "_",
                               "http://t.co/x",
                               "www.",
                               ".",
                               "!",
                               "!!!!",
                               "(",
                               ")",
                               "T_T",
                               "xD",
                               "\u00E9",
                               "e\u0301",
                               "\u0301",
                               "\U0001F602",
                               "\U0001F469\U0001F3FD\u200D\U0001F680",
                               "\u200D",
                               "\uFE0F",
                               "\u20E3",
                               "\U0001F1EA",
                               "\u4E2D",
                               "\u4E2D\u4E2D\u4E2D",
                               "\u3000",
                               "\u200B",
                               "1",
                               "\u2026",
                               "\\",
                               "-",
                               "0_0"};
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += parts[random() % std::size(parts)];
    const std::string plain = normalize(text);
    const NormalizedText with = normalize_with_offsets(text);
    ASSERT_EQ(with.text, plain) << text;
    ASSERT_TRUE(validate_utf8(plain).has_value()) << text;
    ASSERT_EQ(with.source.size(), plain.size() + 1) << text;
    ASSERT_TRUE(std::is_sorted(with.source.begin(), with.source.end())) << text;
    ASSERT_EQ(with.source.back(), text.size());
    ASSERT_EQ(plain.find("  "), std::string::npos) << text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
      const bool begins = (static_cast<unsigned char>(plain[i]) & 0xC0U) != 0x80U;
      const std::uint32_t origin = with.source[i];
      if (!begins || origin == text.size()) continue;
      ASSERT_NE(static_cast<unsigned char>(text[origin]) & 0xC0U, 0x80U) << text;
    }
  }
}

}  // namespace
}  // namespace emo::text
