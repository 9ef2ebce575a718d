// GPT-2's splitting expression, alternative by alternative.
#include "text/byte_level_split.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace emo::text {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t next = next_byte_level_split(text, pos);
    parts.emplace_back(text.substr(pos, next - pos));
    pos = next;
  }
  return parts;
}

using Parts = std::vector<std::string>;

TEST(ByteLevelSplit, FollowsTheExpression) {
  EXPECT_EQ(split("Hello world, it's 2024!"), (Parts{"Hello", " world", ",", " it", "'s", " 2024", "!"}));
  EXPECT_EQ(split("I'LL we'll 'tis"), (Parts{"I", "'", "LL", " we", "'ll", " '", "tis"}));
  EXPECT_EQ(split("a  b\n\nc"), (Parts{"a", " ", " b", "\n", "\n", "c"}));
  EXPECT_EQ(split("end  "), (Parts{"end", "  "}));
  EXPECT_EQ(split("\tx"), (Parts{"\t", "x"}));
  EXPECT_EQ(split(" \tx"), (Parts{" ", "\t", "x"}));
  EXPECT_EQ(split("\u00E9t\u00E9 \u4E2D\u6587\u3000x \u00BD"),
            (Parts{"\u00E9t\u00E9", " \u4E2D\u6587", "\u3000", "x", " \u00BD"}));
  EXPECT_EQ(split("?!'s"), (Parts{"?!'", "s"}));
  EXPECT_EQ(split("'"), (Parts{"'"}));
}

}  // namespace
}  // namespace emo::text
