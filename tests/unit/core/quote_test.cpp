// Foreign values in messages.
#include "core/quote.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

using namespace std::string_literals;

TEST(Quoted, PlainTextIsPutInQuotes) {
  EXPECT_EQ(core::quoted("joy"), "'joy'");
}

TEST(Quoted, BytesThatATerminalCouldObeyAreSpelledOut) {
  EXPECT_EQ(core::quoted("a\x1b[31m\n\0b\xff"s), "'a\\x1b[31m\\x0a\\x00b\\xff'");
}

TEST(Quoted, LongValuesAreCut) {
  EXPECT_EQ(core::quoted("abcdef", 6), "'abcdef'");
  EXPECT_EQ(core::quoted("abcdefg", 6), "'abcdef...'");
}

}  // namespace
}  // namespace emo::core
