// HTML character references.
#include "text/html_entity.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

void expect(std::string_view text, char32_t code_point, std::size_t size) {
  const HtmlReference found = match_html_reference(text, 0);
  EXPECT_EQ(found.code_point, code_point) << text;
  EXPECT_EQ(found.size, size) << text;
}

TEST(HtmlEntity, DecodesNames) {
  expect("&amp;x", '&', 5);
  expect("&lt;", '<', 4);
  expect("&apos;", '\'', 6);
  expect("&eacute;", 0xE9, 8);
  expect("&thetasym;", 0x3D1, 10);
  expect("&hearts;", 0x2665, 8);
}

// As in a program with a recognizer among its globals, whose objects come before the library's.
const HtmlReference kReadBeforeMain = match_html_reference("&eacute;", 0);

TEST(HtmlEntity, KnowsItsNamesBeforeMain) {
  EXPECT_EQ(kReadBeforeMain.code_point, char32_t{0xE9});
}

TEST(HtmlEntity, DecodesNumbers) {
  expect("&#39;", '\'', 5);
  expect("&#x1F602;", 0x1F602, 9);
  expect("&#X1f602;", 0x1F602, 9);
  expect("&#146;", 0x2019, 6);  // windows-1252
}

TEST(HtmlEntity, NumbersThatAreNoCharacterAreReplaced) {
  for (const auto* text : {"&#0;", "&#xD800;", "&#x110000;", "&#999999999;"})
    EXPECT_EQ(match_html_reference(text, 0).code_point, 0xFFFDU) << text;
}

TEST(HtmlEntity, LeavesOtherAmpersandsAlone) {
  for (const auto* text :
       {"&", "& ", "&;", "&amp", "&bogus;", "&#;", "&#x;", "&#12a;", "&#-1;", "&AMP;", "&verylongnamethatis;"}) {
    EXPECT_EQ(match_html_reference(text, 0).size, 0U) << text;
  }
}

TEST(HtmlEntity, TableIsSorted) {
  for (std::size_t i = 1; i < table::kHtmlEntityCount; ++i) {
    EXPECT_LT(table::kHtmlEntities[i - 1].name, table::kHtmlEntities[i].name);
  }
}

}  // namespace
}  // namespace emo::text
