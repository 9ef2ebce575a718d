// HTML references, NFC, control characters; the shortcut against the full way for every code point.
#include "text/decoding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace emo::text {
namespace {

TEST(Decoding, ShortcutNeverDiffersFromTheFullWay) {
  for (char32_t cp = 0; cp <= 0x10FFFF; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    for (const char* before : {"", "a", "\u0915", "\uAC00"}) {
      std::string text = before;
      append_code_point(text, cp);
      if (!is_decoded(text)) continue;
      ASSERT_EQ(decode_text(text, nullptr), text) << std::hex << static_cast<unsigned>(cp);
    }
  }
}

TEST(Decoding, Composes) {
  EXPECT_EQ(decode_text("e\u0301", nullptr), "\u00E9");
  EXPECT_EQ(decode_text("q\u0307\u0323", nullptr), "q\u0323\u0307");
  EXPECT_EQ(decode_text("\u1100\u1161\u11A8", nullptr), "\uAC01");
  EXPECT_EQ(decode_text("\u212B", nullptr), "\u00C5");
  EXPECT_EQ(decode_text("e&#x301;", nullptr), "\u00E9");
}

TEST(Decoding, DecodesReferencesOnce) {
  EXPECT_EQ(decode_text("a &amp;amp; b &lt;3", nullptr), "a &amp; b <3");
}

TEST(Decoding, DropsControlAndFormatCharacters) {
  EXPECT_EQ(decode_text(std::string("a\0b\x07"
                                    "c\u200B\u202E\uFEFF\u00AD.",
                                    17),
                        nullptr),
            "abc.");
  EXPECT_EQ(decode_text("a\tb\nc\r", nullptr), "a\tb\nc\r");
}

TEST(Decoding, KeepsOrigins) {
  std::vector<std::uint32_t> source;
  EXPECT_EQ(decode_text("&lt;e\u0301!", &source), "<\u00E9!");
  EXPECT_EQ(source, (std::vector<std::uint32_t>{0, 4, 4, 7, 8}));
}

TEST(Decoding, ManyMarksStayLinear) {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += i % 2 == 0 ? "\u0301" : "\u0323";
  const std::string decoded = decode_text(text, nullptr);
  EXPECT_TRUE(validate_utf8(decoded).has_value());
  EXPECT_GT(decoded.size(), 300'000U);
}

}  // namespace
}  // namespace emo::text
