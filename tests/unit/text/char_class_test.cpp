// The generated character tables: spot checks of every property.
#include "text/char_class.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace emo::text {
namespace {

std::vector<char32_t> decomposed(char32_t cp) {
  std::array<char32_t, kMaxDecomposition> out{};
  const std::size_t size = decompose(cp, out);
  return {out.begin(), out.begin() + static_cast<std::ptrdiff_t>(size)};
}

TEST(CharClass, KnowsTheAsciiClasses) {
  EXPECT_TRUE(char_bits(0) & kDrop);
  EXPECT_TRUE(char_bits(0x7F) & kDrop);
  EXPECT_TRUE(char_bits('\n') & kBlank);
  EXPECT_TRUE(char_bits(' ') & kSpace);
  for (const char c : {'!', '"', '#', '$', '+', '<', '^', '`', '|', '~'})
    EXPECT_TRUE(char_bits(static_cast<unsigned char>(c)) & kPunct) << c;
  EXPECT_TRUE(char_bits('a') & kLetter);
  EXPECT_TRUE(char_bits('A') & kLowers);
  EXPECT_TRUE(char_bits('7') & kNumber);
  EXPECT_TRUE(char_bits('_') & kWord);
  EXPECT_TRUE(char_bits('_') & kPunct);
}

TEST(CharClass, KnowsOtherClasses) {
  EXPECT_TRUE(char_bits(0x0301) & kMark);
  EXPECT_TRUE(char_bits(0x0301) & kCombines);
  EXPECT_TRUE(char_bits(0x3000) & kSpace);
  EXPECT_TRUE(char_bits(0xFFFD) & kDrop);
  EXPECT_TRUE(char_bits(0x200D) & kDrop);
  EXPECT_TRUE(char_bits(0x2026) & kPunct);
  EXPECT_TRUE(char_bits(0xE000) & kDrop);
  EXPECT_FALSE(char_bits(0x4E2D) & kPunct);
}

TEST(CharClass, Decomposes) {
  EXPECT_EQ(decomposed(0xE9), (std::vector<char32_t>{'e', 0x301}));
  EXPECT_EQ(decomposed(0x1E69), (std::vector<char32_t>{'s', 0x323, 0x307}));
  EXPECT_EQ(decomposed(0xAC00), (std::vector<char32_t>{0x1100, 0x1161}));
  EXPECT_EQ(decomposed(0xAC01), (std::vector<char32_t>{0x1100, 0x1161, 0x11A8}));
  EXPECT_EQ(decomposed(0xD7A3), (std::vector<char32_t>{0x1112, 0x1175, 0x11C2}));
  EXPECT_EQ(decomposed('x'), (std::vector<char32_t>{'x'}));
}

TEST(CharClass, Lowers) {
  std::array<char32_t, kMaxDecomposition> out{};
  EXPECT_EQ(to_lower(0x130, out), 2U);
  EXPECT_EQ(out[1], 0x307U);
  EXPECT_EQ(to_lower(0x3A3, out), 1U);
  EXPECT_EQ(out[0], 0x3C3U);
  EXPECT_EQ(to_lower('!', out), 1U);
  EXPECT_EQ(out[0], U'!');
}

TEST(CharClass, CombiningClasses) {
  EXPECT_EQ(combining_class(0x301), 230);
  EXPECT_EQ(combining_class(0x323), 220);
  EXPECT_EQ(combining_class('a'), 0);
}

TEST(CharClass, CjkRangesEndWhereTheReferenceEndsThem) {
  EXPECT_TRUE(is_cjk(0x4E00));
  EXPECT_TRUE(is_cjk(0x2CEAF));
  EXPECT_FALSE(is_cjk(0x3042));  // kana
  EXPECT_FALSE(is_cjk(0xAC00));  // hangul
  EXPECT_FALSE(is_cjk(0x2CEB0));
}

}  // namespace
}  // namespace emo::text
