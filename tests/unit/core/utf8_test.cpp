// Prefixes that cut no character. Which sequences are well-formed is asked of text/utf8's tests.
#include "core/utf8.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(Utf8Prefix, CutsNoCharacter) {
  constexpr std::string_view kText = "a\xC3\xA9\xF0\x9F\x98\x80";  // 1, 2 and 4 bytes
  constexpr std::size_t kLengths[] = {0, 1, 1, 3, 3, 3, 3, 7, 7};
  for (std::size_t limit = 0; limit < std::size(kLengths); ++limit) {
    EXPECT_EQ(utf8_prefix(kText, limit), kText.substr(0, kLengths[limit])) << limit;
  }
  EXPECT_EQ(utf8_prefix("", 3), "");
}

TEST(Utf8Prefix, OfForeignBytesEndsAtTheBeginning) {
  EXPECT_EQ(utf8_prefix("\x80\x80\x80", 2), "");
}

}  // namespace
}  // namespace emo::core
