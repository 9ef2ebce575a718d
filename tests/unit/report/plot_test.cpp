#include "report/plot.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <variant>

namespace emo::report {
namespace {

TEST(Plot, TicksAreRoundAndInside) {
  for (const Span span : {Span{0, 1}, Span{-0.3, 12.7}, Span{1e-4, 3e-4}, Span{5, 2e6}}) {
    const auto ticks = round_ticks(span, 5);
    ASSERT_GE(ticks.size(), 2U);
    for (const double t : ticks) {
      EXPECT_GE(t, span.low - 1e-9);
      EXPECT_LE(t, span.high + 1e-9);
    }
  }
  EXPECT_EQ(tick_text(0.25, 0.25), "0.25");
  EXPECT_EQ(tick_text(3, 1), "3");
  for (const double t : round_ticks({1, 3}, 8, true)) EXPECT_EQ(t, std::round(t));
  const Span flat = span_of({2, 2, NAN});
  EXPECT_LT(flat.low, 2);
  EXPECT_GT(flat.high, 2);
}

TEST(Plot, ALargeValueAloneHasASpanToo) {
  for (const double value : {3e15, -3e17, 1e300}) {
    const Span span = span_of({value});
    EXPECT_LT(span.low, value);
    EXPECT_GT(span.high, value);
    EXPECT_LT(round_ticks(span, 5).size(), 20U);
  }
}

TEST(Plot, DataGoWhereTheAxesSay) {
  Canvas canvas(200, 120, "t", "d");
  const Plot plot(canvas, {52, 10, 100, 50}, {{0, 10}, {0, 5, 10}, false, "x"}, {{-1, 1}, {-1, 0, 1}, false, "y"});
  EXPECT_DOUBLE_EQ(plot.at(0, -1).x, 52);
  EXPECT_DOUBLE_EQ(plot.at(0, -1).y, 60);
  EXPECT_DOUBLE_EQ(plot.at(10, 1).x, 152);
  EXPECT_DOUBLE_EQ(plot.at(10, 1).y, 10);
  EXPECT_DOUBLE_EQ(plot.at(5, 0).y, 35);
}

TEST(Plot, TickLabelsThatWouldTouchAreLeftOut) {
  Canvas canvas(200, 120, "t", "d");
  std::vector<double> many;
  for (int i = 0; i <= 100; ++i) many.push_back(i);
  const Plot plot(canvas, {52, 10, 100, 50}, {{0, 100}, many, false, ""}, {{0, 1}, {0, 1}, false, ""});
  double free_from = -1;
  std::size_t labels = 0;
  for (const Shape& shape : canvas.shapes()) {
    const auto* text = std::get_if<TextShape>(&shape);
    if (text == nullptr || text->style.anchor != Anchor::kMiddle) continue;
    const double half = text_width(text->text, text->style.size) / 2;
    EXPECT_GE(text->x - half, free_from) << text->text;
    free_from = text->x + half;
    ++labels;
  }
  EXPECT_GE(labels, 3U);
  EXPECT_LT(labels, 30U);
}

TEST(Plot, ALegendTakesAsManyLinesAsItNeeds) {
  Canvas canvas(400, 200, "t", "d");
  const std::vector<LegendEntry> entries{{"surprise", Role::kSeries0}, {"happiness", Role::kSeries1}};
  const double wide = draw_legend(canvas, 0, 20, 400, entries), narrow = draw_legend(canvas, 0, 20, 110, entries);
  EXPECT_DOUBLE_EQ(narrow, 2 * wide);
}

TEST(Plot, TicksOfAnySizeDifferAndFitBesideAnAxis) {
  for (const Span span : {Span{0, 2e-7}, Span{0, 1e36}, Span{1e-6, 9e-6}, Span{0, 3e7}, Span{0.69, 0.6902}}) {
    const auto ticks = round_ticks(span, 5);
    ASSERT_GE(ticks.size(), 2U);
    std::string last;
    for (const double tick : ticks) {
      const std::string text = tick_text(tick, ticks[1] - ticks[0]);
      EXPECT_NE(text, last) << tick;
      EXPECT_LE(text.size(), 9U) << text;
      EXPECT_NEAR(std::stod(text), tick, 0.01 * (ticks[1] - ticks[0]));
      last = text;
    }
  }
}

TEST(Plot, AWobbleOfALastDigitIsFlat) {
  const Span span = span_of({0.69, 0.690004});
  EXPECT_LT(span.low, 0.5);
  EXPECT_GT(span.high, 0.8);
}

}  // namespace
}  // namespace emo::report
