#include "pipeline/explanation_html.hpp"

#include <gtest/gtest.h>

#include "linear_recognizer.hpp"

namespace emo::pipeline {
namespace {

std::string page_of(const std::string& text) {
  const test::LinearRecognizer recognizer({{"lovely", 2.0}, {"vile", -2.0}});
  auto explanation = explain_text(recognizer, text, {.label = "good"});
  EXPECT_TRUE(explanation);
  const std::vector<ExplainedText> items{{text, *explanation}};
  return explanation_html(items, recognizer.manifest());
}

TEST(ExplanationHtml, ShadesWordsBySign) {
  const auto page = page_of("a lovely, vile day");
  EXPECT_NE(page.find("rgba(var(--for),0.55)\" title=\"+2.00\">lovely</span>"), std::string::npos) << page;
  EXPECT_NE(page.find("class=\"against\""), std::string::npos);
  EXPECT_NE(page.find("these words do carry the answer"), std::string::npos);
}

TEST(ExplanationHtml, LoadsNothingAndEscapesTheText) {
  const auto page = page_of("<script>alert(1)</script> & \"lovely\"");
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("http"), std::string::npos);
  EXPECT_NE(page.find("&lt;"), std::string::npos);
  EXPECT_NE(page.find("&amp;"), std::string::npos);
}

TEST(ExplanationHtml, AnEmptyTextIsAnArticleWithoutTable) {
  const auto page = page_of("");
  EXPECT_NE(page.find("<article>"), std::string::npos);
  EXPECT_EQ(page.find("<table>"), std::string::npos);
}

TEST(ExplanationHtml, WhatWasLeftOutIsSaidAtTheEnd) {
  EXPECT_EQ(describe(LeftOut{}), "");
  EXPECT_EQ(describe(LeftOut{1, 0}), "1 more text is not shown");
  EXPECT_EQ(describe(LeftOut{0, 2}), "2 errors are not shown");
  EXPECT_EQ(describe(LeftOut{3, 1}), "3 more texts and 1 error are not shown");
  const test::LinearRecognizer recognizer({{"lovely", 2.0}});
  EXPECT_NE(explanation_html({}, recognizer.manifest(), {3, 1})
                .find("<p class=\"note\">3 more texts and 1 error are not shown.</p>"),
            std::string::npos);
  EXPECT_EQ(page_of("lovely").find("not shown"), std::string::npos);
}

}  // namespace
}  // namespace emo::pipeline
