// The page and the Markdown text walk the same document; here both are held against one with every kind of block.
#include <gtest/gtest.h>

#include "report/document.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

Document sample_document() {
  Document document;
  document.title = "Title <1>";
  document.subtitle = "sub & title";
  Canvas canvas(60, 40, "figure", "what it shows");
  canvas.text(5, 20, "a < b");
  document.figures.push_back({"loss_curve", "Loss", "It falls from 2 to 1.", canvas});
  Example example;
  example.text = {{"a <b>", 0.5}};
  example.weighed = "b";
  example.where = "row 3";
  example.gold = "joy";
  example.answered = "anger";
  example.confidence = "91 %";
  document.sections.push_back({"part",
                               "Part & parcel",
                               {Sentence{"A sentence | with a bar.", "Its rule."}, Bullets{{"first", "second"}, true},
                                Table{"Cells", {"class", "n"}, {{"joy", "5"}, {"a|b", "6"}}, false}, FigureBlock{0},
                                Tiles{{{"accuracy", "0.91", "n 100"}}}, NoteBlock{true, "Careful <here>."},
                                CodeBlock{"emo report \"x\" <y>"}, Examples{{example}}}});
  return document;
}

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

TEST(Html, APageOfARunInProgressReloadsItself) {
  Document document = sample_document();
  document.refresh_seconds = 15;
  EXPECT_NE(to_html(document).find("content=\"15\""), std::string::npos);
}

TEST(Markdown, EveryBlockIsThereAndFiguresAreLinks) {
  const std::string text = to_markdown(sample_document(), true);
  for (const char* part : {"Part &amp; parcel", "A sentence \\| with a bar.", "*Rule: Its rule.*",
                           "1. first\n2. second", "| joy | 5 |", "| a\\|b | 6 |", "![Loss](figures/loss_curve.png)",
                           "It falls from 2 to 1.", "| accuracy | **0.91** | n 100 |", "row 3"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  EXPECT_NE(to_markdown(sample_document(), false).find("figures/loss_curve.svg"), std::string::npos);
}

}  // namespace
}  // namespace emo::report
