#include "core/number_words.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdint>
#include <string>

namespace emo::core {
namespace {

TEST(NumberWords, ThousandsAreSetApart) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(UINT64_MAX), "18,446,744,073,709,551,615");
}

TEST(NumberWords, OneIsSingular) {
  EXPECT_EQ(counted(0, "row", "rows"), "0 rows");
  EXPECT_EQ(counted(1, "row", "rows"), "1 row");
  EXPECT_EQ(counted(5427, "row", "rows"), "5,427 rows");
}

TEST(NumberWords, WhatIsFormattedMayBeLong) {
  EXPECT_EQ(formatted("%s %d", std::string(1000, 'x').c_str(), 7), std::string(1000, 'x') + " 7");
  EXPECT_EQ(formatted("100 %%"), "100 %");
}

TEST(NumberWords, ANumberStandsInFront) {
  EXPECT_EQ(leading_number("10 to 20"), 10.0);
  EXPECT_EQ(leading_number("1e3"), 1000.0);
  EXPECT_FALSE(leading_number("x1"));
  EXPECT_FALSE(leading_number(""));
}

// As in a program with a window, whose toolkit sets the user's locale. A machine need not have any of these.
TEST(NumberWords, ADecimalPointIsAPointWhateverTheLocale) {
  int with_comma = 0;
  for (const char* locale : {"C", "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "fr_FR"}) {
    if (std::setlocale(LC_NUMERIC, locale) == nullptr) continue;
    with_comma += std::string(std::localeconv()->decimal_point) == "," ? 1 : 0;
    const std::string text = formatted(",%+.2f %s,", 0.5, "x");
    const auto number = leading_number(" 1.5 apples");
    std::setlocale(LC_NUMERIC, "C");
    EXPECT_EQ(text, ",+0.50 x,") << locale;
    EXPECT_EQ(number, 1.5) << locale;
  }
  if (with_comma == 0) GTEST_SKIP() << "no locale with a decimal comma here";
}

}  // namespace
}  // namespace emo::core
