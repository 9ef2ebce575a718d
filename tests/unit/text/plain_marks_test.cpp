#include "text/plain_marks.hpp"

#include <gtest/gtest.h>

#include "text/normalizer.hpp"

namespace emo::text {
namespace {

TEST(PlainMarks, AreThoseOfAKeyboard) {
  const std::pair<const char*, const char*> texts[] = {
      {"It\u2019s \u2018fine\u2019\u2026", "It's 'fine'..."},
      {"\u201CNo\u201D, \u00ABnon\u00BB, \u201Enein\u201F", "\"No\", \"non\", \"nein\""},
      {"\uFF37\uFF28\uFF21\uFF34\uFF01\uFF1F", "WHAT!?"},
      {"o\u02BCclock", "o'clock"}};
  for (const auto& [typed, plain] : texts) {
    EXPECT_TRUE(has_typographic_marks(typed)) << typed;
    EXPECT_EQ(plain_marks(typed, nullptr), plain);
  }
  for (const char* same :
       {"It's \"fine\"...", "a \u2013 b \u2014 c", "\u3042\u3001\u4F60\u597D", "\U0001F600 caf\u00E9", ""}) {
    EXPECT_FALSE(has_typographic_marks(same)) << same;
    EXPECT_EQ(plain_marks(same, nullptr), same);
  }
}

TEST(PlainMarks, EveryByteKnowsWhereItCameFrom) {
  std::vector<std::uint32_t> source;
  EXPECT_EQ(plain_marks("a\u2026\u00E9\u2019", &source), "a...\u00E9'");
  EXPECT_EQ(source, (std::vector<std::uint32_t>{0, 1, 1, 1, 4, 5, 6, 9}));
}

TEST(PlainMarks, AreVersionTwoOfTheNormaliser) {
  const std::string typed = "It\u2019s &rdquo;soooo\u201D bad\u2026 #notOk\uFF01\uFF01 \u263A";
  const std::string keyboard = "It's \"soooo\" bad... #notOk!! \u263A";
  EXPECT_EQ(normalize(typed, 2), normalize(keyboard, 1));
  EXPECT_EQ(normalize(keyboard, 2), normalize(keyboard, 1)) << "nothing to fold";
  EXPECT_NE(normalize(typed, 1), normalize(keyboard, 1)) << "version 1 is frozen";
  for (const int version : {1, 2}) {
    const NormalizedText with = normalize_with_offsets(typed, version);
    EXPECT_EQ(with.text, normalize(typed, version));
    ASSERT_EQ(with.source.size(), with.text.size() + 1);
    EXPECT_TRUE(std::is_sorted(with.source.begin(), with.source.end()));
    EXPECT_EQ(with.source.back(), typed.size());
  }
  const NormalizedText dots = normalize_with_offsets("no\u2026 yes", 2);
  EXPECT_EQ(dots.text, "no... yes");
  EXPECT_EQ(dots.source[6], 6U) << "y";
}

}  // namespace
}  // namespace emo::text
