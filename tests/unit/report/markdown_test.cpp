// The Markdown text of a document with every kind of block.
#include <gtest/gtest.h>

#include "report/document.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

using test::sample_document;

TEST(Markdown, EveryBlockIsThereAndFiguresAreLinks) {
  const std::string text = to_markdown(sample_document(), true);
  for (const char* part : {"Part &amp; parcel", "A sentence \\| with a bar.", "*Rule: Its rule.*",
                           "1. first\n2. second", "| joy | 5 |", "| a\\|b | 6 |", "![Loss](figures/loss_curve.png)",
                           "It falls from 2 to 1.", "| accuracy | **0.91** | n 100 |", "row 3"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  EXPECT_NE(to_markdown(sample_document(), false).find("figures/loss_curve.svg"), std::string::npos);
}

TEST(Markdown, CodeCannotBeClosedFromInside) {
  Document document;
  document.sections.push_back({"code", "Code", {CodeBlock{"one\n```\n# two"}}});
  EXPECT_NE(to_markdown(document, true).find("    one\n    ```\n    # two\n"), std::string::npos);
}

TEST(Markdown, ShadedPartsAreBoldForAndSlantedAgainst) {
  Document document;
  Example example;
  example.text = {{"not", -0.4}, {" so ", 0.1}, {"good", 0.9}};
  document.sections.push_back({"examples", "Examples", {Examples{{example}}}});
  EXPECT_NE(to_markdown(document, true).find("\u201C<i>not</i> so <b>good</b>\u201D"), std::string::npos)
      << to_markdown(document, true);
}

TEST(Markdown, MarksHoldAtPunctuationAndNeighboursShareThem) {
  Document document;
  Example example;
  example.text = {{"Maybe", -0.5}, {" ", 0}, {"[", 0.4}, {"NAME", 0.9}, {"].", 0.3}, {"<b>", -0.3}, {"**", -1}};
  document.sections.push_back({"examples", "Examples", {Examples{{example}}}});
  EXPECT_NE(to_markdown(document, true).find("\u201C<i>Maybe</i> <b>\\[NAME\\].</b><i>&lt;b>\\*\\*</i>\u201D"),
            std::string::npos)
      << to_markdown(document, true);
}

TEST(Markdown, ColumnsOfWordsAreSetLeft) {
  Document document;
  document.sections.push_back(
      {"t", "T", {Table{"Words", {"a", "b"}, {{"x", "y"}}, true}, Table{"Numbers", {"a", "b"}, {{"x", "1"}}, false}}});
  const std::string text = to_markdown(document, true);
  EXPECT_NE(text.find("**Words**\n\n| a | b |\n|---|---|\n| x | y |\n"), std::string::npos) << text;
  EXPECT_NE(text.find("**Numbers**\n\n| a | b |\n|---|---:|\n| x | 1 |\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace emo::report
