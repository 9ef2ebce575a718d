// The two facts taken from a README, in the notations that cards use.
#include "hf/front_matter.hpp"

#include <gtest/gtest.h>

namespace emo::hf {
namespace {

TEST(FrontMatter, ReadsPlainValues) {
  const auto card = parse_front_matter("---\nlanguage: en\nlicense: apache-2.0\n---\n# Text\nlicense: mit\n");
  EXPECT_EQ(card.licence, "apache-2.0");
  EXPECT_EQ(card.languages, std::vector<std::string>{"en"});
}

TEST(FrontMatter, ReadsBothKindsOfLists) {
  const std::vector<std::string> both{"en", "de"};
  EXPECT_EQ(parse_front_matter("---\r\nlanguage:\r\n- en\r\n- \"de\"\r\nlicense: mit\r\n---\r\n").languages, both);
  EXPECT_EQ(parse_front_matter("---\nlanguage: [en, 'de']\n---\n").languages, both);
  EXPECT_EQ(parse_front_matter("---\ntags:\n- en\nlicense:\n- cc-by-4.0\n---\n").licence, "cc-by-4.0");
  EXPECT_TRUE(parse_front_matter("---\ntags:\n- en\nlicense: mit\n---\n").languages.empty());
}

TEST(FrontMatter, AListThatIsNotUnderstoodThroughoutCountsAsNotStated) {
  for (const char* list : {"- en\n- multilingual", "[en, 'de', multilingual]", "- en\n- code", "- en\n- pt br",
                           "- en\n-\n", "[en, de", "|\n  en", "- en\n- name: de"}) {
    const auto card = parse_front_matter("---\nlanguage: " + std::string(list) + "\nlicense: mit\n---\n");
    EXPECT_TRUE(card.languages.empty()) << list;
    EXPECT_EQ(card.licence, "mit") << list;
  }
}

TEST(FrontMatter, RegionsScriptsAndCapitalsAreTheirLanguage) {
  const auto languages = [](const std::string& list) {
    return parse_front_matter("---\nlanguage:\n" + list + "\n---\n").languages;
  };
  EXPECT_EQ(languages("- en\n- pt-BR"), (std::vector<std::string>{"en", "pt"}));
  EXPECT_EQ(languages("- EN\n- de"), (std::vector<std::string>{"en", "de"}));
  EXPECT_EQ(languages("- zh-Hans\n- zh_TW"), std::vector<std::string>{"zh"});
}

TEST(FrontMatter, CommentsAreNotPartOfAValue) {
  const auto card = parse_front_matter(
      "---\n# language: fr\nlanguage: [\"en\", \"de\"]  # trained on both\nlicense: apache-2.0  # see: LICENSE\n---\n");
  EXPECT_EQ(card.languages, (std::vector<std::string>{"en", "de"}));
  EXPECT_EQ(card.licence, "apache-2.0");
  EXPECT_EQ(parse_front_matter("---\nlanguage:\n- en # English\n# and\n- de\n---\n").languages,
            (std::vector<std::string>{"en", "de"}));
  EXPECT_EQ(parse_front_matter("---\nlicense: c#\n---\n").licence, "");
}

TEST(FrontMatter, AListMayGoOverLines) {
  for (const char* list : {" [en,\n  de]", "\n  [en, de]", " [\n  en,  # English\n  de,\n]", "\n  - en\n\n  - de"}) {
    const auto card = parse_front_matter("---\nlanguage:" + std::string(list) + "\nlicense: mit\n---\n");
    EXPECT_EQ(card.languages, (std::vector<std::string>{"en", "de"})) << list;
    EXPECT_EQ(card.licence, "mit") << list;
  }
}

TEST(FrontMatter, MembersOfMembersAreNotTheModels) {
  const auto card =
      parse_front_matter("---\nmodel-index:\n- name: x\n  license: mit\n  language: de\nlanguage: en\n---\n");
  EXPECT_EQ(card.licence, "");
  EXPECT_EQ(card.languages, std::vector<std::string>{"en"});
}

TEST(FrontMatter, BlanksBehindItsEndChangeNothing) {
  const auto card = parse_front_matter("---\nlanguage: en\nlicense: mit\n--- \t\nlicense: of what is below\n");
  EXPECT_EQ(card.licence, "mit");
  EXPECT_EQ(card.languages, std::vector<std::string>{"en"});
}

TEST(FrontMatter, WithoutAHeadNothingIsStated) {
  EXPECT_EQ(parse_front_matter("").licence, "");
  EXPECT_EQ(parse_front_matter("license: mit\n").licence, "");
  EXPECT_EQ(parse_front_matter("---\nlicense: mit\n").licence, "");  // never closed
  EXPECT_EQ(parse_front_matter("---\nlicense: see\x1b[31m file\n---\n").licence, "");
  EXPECT_EQ(parse_front_matter("---\nlicense: " + std::string(1000, 'a') + "\n---\n").licence, "");
}

}  // namespace
}  // namespace emo::hf
