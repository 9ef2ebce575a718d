#include <gtest/gtest.h>

#include "report/canvas.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

TEST(Svg, HasEveryShapeInTheOrderDrawn) {
  Canvas canvas(100, 50, "A & B", "says <what>");
  canvas.rect(1, 2, 3, 4, Role::kPanel);
  canvas.circle(10, 10, 5, Role::kGood);
  canvas.polyline({{0, 0}, {5, 5}, {9, 1}}, Role::kTrain, 2, 4, 3);
  canvas.text(50, 25, "1 < 2", {12, Role::kInk, Anchor::kMiddle, true, -90});
  const std::string svg = to_svg(canvas, false);
  EXPECT_EQ(test::xml_problem(svg), "");
  std::size_t at = 0;
  for (const char* part : {"<svg", "A &amp; B", "says &lt;what&gt;", "<rect", "<circle", "stroke-dasharray=\"4 3\"",
                           "rotate(-90", "1 &lt; 2", "</svg>"}) {
    const auto found = svg.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << " after byte " << at << "\n" << svg;
    at = found;
  }
  EXPECT_EQ(svg.rfind("<?xml", 0), std::string::npos);
  EXPECT_EQ(to_svg(canvas, true).rfind("<?xml", 0), 0U);
}

}  // namespace
}  // namespace emo::report
