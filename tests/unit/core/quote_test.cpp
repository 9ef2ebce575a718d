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

TEST(Quoted, LettersOfAnyScriptStay) {
  EXPECT_EQ(core::quoted("größe 怒り 😡"), "'größe 怒り 😡'");
}

TEST(Quoted, WhatIsNoUtf8IsSpelledOut) {
  EXPECT_EQ(core::quoted("\xc3(\xe2\x82 \xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80"),
            "'\\xc3(\\xe2\\x82 \\xc0\\xaf\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80'");
}

TEST(Quoted, WhatTurnsTheLineIsSpelledOut) {
  EXPECT_EQ(core::quoted("a\u202egpj.exe"), "'a\\xe2\\x80\\xaegpj.exe'");
  EXPECT_EQ(core::quoted("\u0085\u2028"), "'\\xc2\\x85\\xe2\\x80\\xa8'");
}

TEST(Quoted, OfLongValuesBothEndsStay) {
  EXPECT_EQ(core::quoted("abcdef", 6), "'abcdef'");
  EXPECT_EQ(core::quoted("abcdefgh", 6), "'abc...fgh'");
  EXPECT_EQ(core::quoted("ä123456ä", 5), "'ä1...ä'") << "no character is cut";
  const std::string path = "/" + std::string(300, 'x') + "/face.jpg";
  EXPECT_TRUE(core::quoted(path).ends_with("x/face.jpg'")) << core::quoted(path);
}

TEST(Quoted, HarmlessIsWhatItLeavesAsItStands) {
  for (const char* value : {"", "face 1.4.0", "mod\u00E8le", "\u5B09\u3057\u3044"})
    EXPECT_TRUE(is_harmless(value)) << value;
  for (const char* value : {"a\x1b[2J", "a\nb", "a\u009B", "\u202Eabc", "\xFF"})
    EXPECT_FALSE(is_harmless(value)) << quoted(value);
}

TEST(ForTerminal, WhatATerminalWouldObeyBecomesBlank) {
  EXPECT_EQ(for_terminal("größe 怒り"), "größe 怒り");
  EXPECT_EQ(for_terminal("a\x1b[2J\r\n\tb\x7f"), "a [2J   b ");
  EXPECT_EQ(for_terminal("a\u009b2Jb") + for_terminal("\u202Ec\u2066d\u200F"), "a 2Jb c d ") << "C1, direction";
  EXPECT_EQ(for_terminal("caf\xe9 \x9b"
                         "2J"),
            "caf   2J")
      << "bytes that are no UTF-8";
  EXPECT_EQ(for_terminal("one\ntwo\x1b", true), "one\ntwo ");
}

}  // namespace
}  // namespace emo::core
