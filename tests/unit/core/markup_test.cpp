// What data can put into a page.
#include "core/markup.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(Markup, MarksBecomeEntitiesAndBadBytesAReplacement) {
  EXPECT_EQ(escaped("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
  EXPECT_EQ(escaped(std::string("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(escaped("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(escaped("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(escaped("\xF0\x9F\x98\x80 \xC3\xA9"), "\xF0\x9F\x98\x80 \xC3\xA9");
  EXPECT_EQ(escaped("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Markup, MarkdownCannotBeBrokenOutOf) {
  EXPECT_EQ(markdown_escaped("a|b\n# *c* <img>"), "a\\|b \\# \\*c\\* &lt;img>");
}

TEST(Markup, EveryEndOfALineKeepsCodeIndented) {
  EXPECT_EQ(markdown_code("one\n\r\n\r<img src=x>\rtwo"), "    one\n    \n    \n    <img src=x>\n    two");
  EXPECT_EQ(markdown_code("\x1b]0;\xff"), "    \xEF\xBF\xBD]0;\xEF\xBF\xBD");
}

}  // namespace
}  // namespace emo::core
