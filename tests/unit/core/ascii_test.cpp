#include "core/ascii.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(LowerAscii, ChangesCapitalsAlone) {
  EXPECT_EQ(lower_ascii("AZaz[@`{ \xC3\x84 09"), "azaz[@`{ \xC3\x84 09");
  EXPECT_EQ(lower_ascii('Q'), 'q');
  EXPECT_EQ(lower_ascii('\xC4'), '\xC4');
}

TEST(Ascii, TrimmedLosesTheEndsAlone) {
  EXPECT_EQ(trimmed(" \ta b\r", " \t\r"), "a b");
  EXPECT_EQ(trimmed("a b", " "), "a b");
  EXPECT_EQ(trimmed(",,a,", ","), "a");
  EXPECT_EQ(trimmed(" \t ", " \t"), "");
  EXPECT_EQ(trimmed("", " "), "");
}

}  // namespace
}  // namespace emo::core
