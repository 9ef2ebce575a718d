#include "text/display_width.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

TEST(DisplayWidth, CountsCellsAndNotBytes) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("joy"), 3U);
  EXPECT_EQ(display_width("d\xC3\xA9go\xC3\xBBt"), 6U);
  EXPECT_EQ(display_width("de\xCC\x81go\xC3\xBBt"), 6U) << "an accent of its own stands on the letter before it";
  EXPECT_EQ(display_width("\xE5\xB9\xB8\xE3\x81\x9B"), 4U) << "two characters of two cells";
  EXPECT_EQ(display_width("\xF0\x9F\x98\x80"), 2U);
}

TEST(DisplayWidth, ABrokenByteIsACell) {
  EXPECT_EQ(display_width("a\xFF\xC3"), 3U);
}

}  // namespace
}  // namespace emo::text
