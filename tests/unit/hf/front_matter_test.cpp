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
  EXPECT_EQ(parse_front_matter("---\nlanguage: [en, 'de', multilingual]\n---\n").languages, both);
  EXPECT_EQ(parse_front_matter("---\ntags:\n- en\nlicense:\n- cc-by-4.0\n---\n").licence, "cc-by-4.0");
  EXPECT_TRUE(parse_front_matter("---\ntags:\n- en\nlicense: mit\n---\n").languages.empty());
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
