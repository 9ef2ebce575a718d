// Emoticons where they are ones, and where they are not.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "text/emoji.hpp"

namespace emo::text {
namespace {

/// The emoticon at the place of the bar, which is taken out first.
WordedSymbol at_bar(std::string text, int open_parens = 0) {
  const std::size_t pos = text.find('|');
  text.erase(pos, 1);
  return match_emoticon(text, pos, open_parens);
}

TEST(Emoticon, ReadsFaces) {
  const std::pair<const char*, const char*> faces[] = {{":)", "smiling face"},
                                                       {":-)", "smiling face"},
                                                       {"=)", "smiling face"},
                                                       {":]", "smiling face"},
                                                       {":(", "frowning face"},
                                                       {":-((", "frowning face"},
                                                       {":'(", "crying face"},
                                                       {";)", "winking face"},
                                                       {":D", "grinning face with big eyes"},
                                                       {"xD", "grinning squinting face"},
                                                       {":P", "face with tongue"},
                                                       {":/", "confused face"},
                                                       {":O", "face with open mouth"},
                                                       {"<3", "red heart"},
                                                       {"</3", "broken heart"},
                                                       {":*", "face blowing a kiss"},
                                                       {"T_T", "loudly crying face"},
                                                       {"^_^", "smiling face with smiling eyes"},
                                                       {">:(", "angry face"},
                                                       {">_<", "persevering face"},
                                                       {"o_O", "flushed face"},
                                                       {"(:", "smiling face"},
                                                       {"):", "frowning face"},
                                                       {"-_-", "expressionless face"},
                                                       {"\u00AF\\_(\u30C4)_/\u00AF", "person shrugging"},
                                                       {"\u0CA0_\u0CA0", "unamused face"},
                                                       {"\\o/", "raising hands"},
                                                       {"D:", "anguished face"},
                                                       {":-*", "face blowing a kiss"}};
  for (const auto& [face, words] : faces) {
    const WordedSymbol found = at_bar(std::string("ok |") + face);
    EXPECT_EQ(found.words, words) << face;
    EXPECT_EQ(found.size, std::string_view(face).size()) << face;
  }
}

TEST(Emoticon, WordsAreEmojiNames) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < table::kEmojiCount; ++i) {
    names.insert({table::kEmojiNames + table::kEmoji[i].name_begin, table::kEmoji[i].name_size});
  }
  for (const char* face : {":)",    ":(",  ";)",  ":D",  ":P",   ";P",  ":/",
                           ":|",    ":O",  ":*",  ":$",  ":S",   ":X",  ":@",
                           ">:)",   ">:(", ":')", ":'(", ":'D",  "xD",  "<3",
                           "</3",   "(:",  "(;",  "D:",  "^_^",  ">_<", "-_-",
                           "T_T",   "o_O", "u_u", "*_*", "\\o/", "D':", "\u00AF\\_(\u30C4)_/\u00AF",
                           "\u2661"}) {
    const WordedSymbol found = match_emoticon(face, 0, 0);
    ASSERT_NE(found.size, 0U) << face;
    EXPECT_TRUE(names.contains(found.words)) << face << " gives " << found.words;
  }
}

TEST(Emoticon, IsNotSeenInOtherThings) {
  for (const char* text :
       {"http|://x.y", "10|:3", "1|:0", "a|=D", "std|::Dog", "re|:Post", "|:[NAME]", "x|=(1)", "|<30", "|<3.5", "2|<3",
        "|xDrive", "list|: )", "|T.TV", "|(8)", "|(:note", "vitamin |D: good"}) {
    EXPECT_EQ(at_bar(text).size, 0U) << text;
  }
}

TEST(Emoticon, ClosingBracketsBelongToTheirOpening) {
  EXPECT_EQ(at_bar("(note|:)", 1).size, 0U);
  EXPECT_EQ(at_bar("thanks|:)", 0).size, 2U);
  EXPECT_EQ(at_bar("(thanks |:)", 1).size, 2U);
}

}  // namespace
}  // namespace emo::text
