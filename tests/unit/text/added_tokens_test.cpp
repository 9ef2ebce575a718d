// Added tokens: leftmost-longest search, stripping, word boundaries.
#include "text/added_tokens.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

std::vector<AddedTokenMatcher::Match> all_matches(const std::vector<AddedToken>& tokens, std::string_view text) {
  AddedTokenMatcher matcher;
  matcher.build(tokens);
  std::vector<AddedTokenMatcher::Match> found;
  AddedTokenMatcher::Match match;
  std::size_t search = 0, taken = 0;
  while (matcher.next(text, search, taken, match)) {
    found.push_back(match);
    taken = match.end;
  }
  return found;
}

AddedToken token(std::string content, std::int32_t id) {
  AddedToken made;
  made.content = std::move(content);
  made.id = id;
  return made;
}

TEST(AddedTokens, LeftmostLongestWithoutOverlap) {
  const auto found = all_matches({token("ab", 1), token("abc", 2), token("bcd", 3)}, "xabcd ab");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, 2);
  EXPECT_EQ(found[0].begin, 1U);
  EXPECT_EQ(found[0].end, 4U);
  EXPECT_EQ(found[1].id, 1);
}

TEST(AddedTokens, TakeWhiteSpaceAlong) {
  AddedToken left = token("<m>", 1);
  left.lstrip = true;
  AddedToken right = token("<r>", 2);
  right.rstrip = true;
  const auto found = all_matches({left, right}, "a \u3000<m> b<r>  <m>");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].begin, 1U);
  EXPECT_EQ(found[1].end, found[2].begin);  // the blanks belong to the first that took them
}

/// As `tokenizers` has it (0.22 and 0.23): only a token with lstrip gives way to the one that took its white space.
TEST(AddedTokens, WhiteSpaceThatWasTakenAlongIsNotFoundAgain) {
  AddedToken line = token("\n", 1);
  line.rstrip = true;
  EXPECT_EQ(all_matches({line}, "\n\n?").size(), 2U);
  line.lstrip = true;
  const auto found = all_matches({line}, "\n\n? \n \n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].begin, 0U);
  EXPECT_EQ(found[0].end, 2U);
  EXPECT_EQ(found[1].begin, 3U);
  EXPECT_EQ(found[1].end, 7U);
  AddedToken right = token("<r>", 2);
  right.rstrip = true;
  AddedToken blank = token(" x", 3);
  blank.lstrip = true;
  const auto shared = all_matches({right, blank}, "<r> x");
  ASSERT_EQ(shared.size(), 2U);
  EXPECT_EQ(shared[1].begin, shared[0].end) << "what is left of it";
}

TEST(AddedTokens, SingleWordNeedsBoundaries) {
  AddedToken word = token("happy", 1);
  word.single_word = true;
  EXPECT_EQ(all_matches({word}, "unhappy happyish").size(), 0U);
  EXPECT_EQ(all_matches({word}, "happy, happy").size(), 2U);
  EXPECT_EQ(all_matches({word}, "\u00E9happy").size(), 0U);
}

TEST(AddedTokens, EmptyContentIsNeverFound) {
  EXPECT_TRUE(all_matches({token("", 1)}, "abc").empty());
}

}  // namespace
}  // namespace emo::text
