// The page of a document with every kind of block.
#include <gtest/gtest.h>

#include "report/document.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

using test::sample_document;

TEST(Html, EveryBlockIsThereAndNothingBreaksOut) {
  const std::string page = to_html(sample_document());
  for (const char* part : {"Title &lt;1&gt;", "Part &amp; parcel", "A sentence | with a bar.", "Its rule.", "<ol",
                           "a|b", "<svg", "a &lt; b", "accuracy", "0.91", "Careful &lt;here&gt;.",
                           "emo report &quot;x&quot; &lt;y&gt;", "a &lt;b&gt;", "row 3", "91 %"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(page.find("a <b>"), std::string::npos);
  EXPECT_EQ(page.find("http-equiv=\"refresh\""), std::string::npos);
}

TEST(Html, NoFigureIsDrawnSmallerThanItsWordsCanBeRead) {
  Document document;
  for (const double width : {760.0, 1040.0}) {
    document.figures.push_back({"figure", "Figure", "words", Canvas(width, 400, "figure", "words")});
  }
  document.sections.push_back({"part", "Part", {FigureBlock{0}, FigureBlock{1}}});
  const std::string page = to_html(document);
  EXPECT_NE(page.find("svg{min-width:var(--least)}"), std::string::npos);
  EXPECT_NE(page.find("<div class=\"fig\" style=\"--least:570px\""), std::string::npos);
  EXPECT_NE(page.find("<div class=\"fig\" style=\"--least:780px\""), std::string::npos);
  EXPECT_NE(page.find("figure svg{min-width:0}}"), std::string::npos) << "on paper nothing can be moved";
}

// As the section and the figure of slices.
TEST(Html, AFigureAndASectionOfOneNameHaveIdsOfTheirOwn) {
  Document document;
  document.figures.push_back({"slices", "Figure", "words", Canvas(760, 400, "figure", "words")});
  document.sections.push_back({"slices", "Part", {FigureBlock{0}}});
  const std::string page = to_html(document);
  EXPECT_EQ(page.find("id=\"slices\""), page.rfind("id=\"slices\""));
}

TEST(Html, APageOfARunInProgressReloadsItself) {
  Document document = sample_document();
  document.refresh_seconds = 15;
  EXPECT_NE(to_html(document).find("content=\"15\""), std::string::npos);
}

}  // namespace
}  // namespace emo::report
