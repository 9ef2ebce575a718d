// Axes: from data to places on a canvas, with round ticks and labels that do not touch.
#pragma once

#include <string>
#include <vector>

#include "report/canvas.hpp"

namespace emo::report {

struct Span {
  double low = 0, high = 1;
};

/// About `wanted` round numbers (1, 2, 2.5, 5 x 10^k) inside `span`, ascending. `whole`: whole numbers only.
std::vector<double> round_ticks(Span span, std::size_t wanted, bool whole = false);
/// `span` of the finite values, widened by `margin` of its length on both sides; an empty or flat one becomes 1 wide.
Span span_of(const std::vector<double>& values, double margin = 0.06);
/// A tick as text: enough digits to tell it from its neighbours `step` away.
std::string tick_text(double value, double step);

struct AxisStyle {
  Span span;
  std::vector<double> ticks;
  bool percent = false;  ///< labels as "40 %"
  std::string title;
};

/// A rectangle of a canvas with two axes.
class Plot {
 public:
  /// Draws frame, grid, tick labels and axis titles. `area` (x, y, width, height) is where the data go: leave 52 px on
  /// its left and 40 px below. Preconditions: spans not empty.
  Plot(Canvas& canvas, RectShape area, AxisStyle x, AxisStyle y);

  [[nodiscard]] Point at(double x, double y) const;
  [[nodiscard]] const RectShape& area() const { return area_; }

 private:
  Canvas* canvas_;
  RectShape area_;
  AxisStyle x_, y_;
};

/// One entry of a legend.
struct LegendEntry {
  std::string text;
  Colour colour = Role::kInk;
  double dash = 0, gap = 0;
};
/// Draws entries from (x, y) to the right, on further lines where `width` ends; returns the height used.
double draw_legend(Canvas& canvas, double x, double y, double width, const std::vector<LegendEntry>& entries);

}  // namespace emo::report
