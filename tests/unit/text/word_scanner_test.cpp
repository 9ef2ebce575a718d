// BertNormalizer's exact path and the ASCII classes of the fast one.
#include "text/word_scanner.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

constexpr BertNormalizerSpec kUncased{true, true, true, true}, kCased{true, true, false, false};

TEST(BertNormalize, Uncased) {
  EXPECT_EQ(bert_normalize("H\u00C9llo \u0130", kUncased), "hello i");
  EXPECT_EQ(bert_normalize("a\u4E2Db", kUncased), "a \u4E2D b");
  EXPECT_EQ(bert_normalize(std::string_view("a\0\t\u200Bb\uFFFD", 10), kUncased), "a b");
  EXPECT_EQ(bert_normalize("\uAC01", kUncased), "\u1100\u1161\u11A8");
}

TEST(BertNormalize, Cased) {
  EXPECT_EQ(bert_normalize("H\u00C9llo\u4E2D", kCased), "H\u00C9llo \u4E2D ");
}

TEST(BertNormalize, OtherMarksAreReordered) {
  // U+302E (class 224, not stripped) moves behind U+1D165 (216); nonspacing marks between them go.
  EXPECT_EQ(bert_normalize("a\u302E\u0301\U0001D165", kUncased), "a\U0001D165\u302E");
}

TEST(BertNormalize, KeepsSourceRanges) {
  const auto chars = bert_normalize("x\u00C9", 10, kUncased);
  ASSERT_EQ(chars.size(), 2U);
  EXPECT_EQ(chars[1].code_point, U'e');
  EXPECT_EQ(chars[1].begin, 11U);
  EXPECT_EQ(chars[1].end, 13U);
}

TEST(AsciiClasses, FollowTheSpec) {
  const AsciiClasses uncased(kUncased), raw({false, false, false, false});
  EXPECT_EQ(uncased.of['\x01'], AsciiClasses::kIgnored);
  EXPECT_EQ(uncased.of['\n'], AsciiClasses::kGap);
  EXPECT_EQ(uncased.of['!'], AsciiClasses::kSingle);
  EXPECT_EQ(uncased.lower['Q'], 'q');
  EXPECT_EQ(raw.lower['Q'], 'Q');
  EXPECT_EQ(raw.of['\x01'], AsciiClasses::kWordByte);
  EXPECT_EQ(raw.of[0], AsciiClasses::kBeyond);
}

}  // namespace
}  // namespace emo::text
