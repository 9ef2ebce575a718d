// Frames, ticks and legends: where a value lies on a canvas. The curves and bars inside are drawn by the
// *_figure(s).cpp; linear axes only, as nothing here spans decades.
#include "report/plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/assert.hpp"
#include "core/number_words.hpp"

namespace emo::report {
namespace {

constexpr double kTickSize = 11, kTitleSize = 12, kLegendSize = 12;

std::string axis_text(const AxisStyle& axis, double value) {
  const double step = axis.ticks.size() > 1 ? axis.ticks[1] - axis.ticks[0] : 1;
  return axis.percent ? tick_text(100 * value, 100 * step) + " %" : tick_text(value, step);
}

}  // namespace

std::vector<double> round_ticks(Span span, std::size_t wanted, bool whole) {
  const double length = span.high - span.low;
  if (!(length > 0) || wanted == 0) return {span.low};
  const double raw = length / static_cast<double>(wanted);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= raw * 0.999) {
      step = factor * power;
      break;
    }
  }
  if (whole) step = std::max(1.0, std::ceil(step));
  std::vector<double> ticks;
  const double slack = step * 1e-6;
  for (double at = std::ceil((span.low - slack) / step); at * step <= span.high + slack; ++at) {
    ticks.push_back(at == 0 ? 0 : at * step);
  }
  return ticks;
}

Span span_of(const std::vector<double>& values, double margin) {
  Span span{INFINITY, -INFINITY};
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    span.low = std::min(span.low, value);
    span.high = std::max(span.high, value);
  }
  if (span.low > span.high) return {0, 1};
  const double length = span.high - span.low;
  // A wobble of a ten-thousandth is flat: drawn to full height it would look like a fall, between ticks that differ in
  // their last digits alone.
  const double largest = std::max(std::abs(span.low), std::abs(span.high));
  if (length <= 1e-4 * largest) {
    const double half = std::max(0.5, 0.05 * largest);  // half of one is nothing beside a large value
    return {span.low - half, span.high + half};
  }
  return {span.low - margin * length, span.high + margin * length};
}

std::string tick_text(double value, double step) {
  constexpr int kMostDigits = 6;  // more, or a larger number, would not fit beside an axis
  constexpr double kLargeStep = 1e7;
  int digits = 0;
  for (double rest = std::abs(step); digits <= kMostDigits && std::abs(rest - std::round(rest)) > 1e-6 * rest;
       rest *= 10) {
    ++digits;
  }
  if (digits <= kMostDigits && std::abs(step) < kLargeStep) return core::formatted("%.*f", digits, value);
  if (value == 0) return "0";
  const double steps = std::max(1.0, std::abs(value / step));
  return core::formatted("%.*g", 3 + static_cast<int>(std::log10(steps)), value);
}

Plot::Plot(Canvas& canvas, RectShape area, AxisStyle x, AxisStyle y)
    : canvas_(&canvas), area_(area), x_(std::move(x)), y_(std::move(y)) {
  EMO_ASSERT(x_.span.high > x_.span.low && y_.span.high > y_.span.low);
  const double bottom = area_.y + area_.height, right = area_.x + area_.width;
  for (const double tick : y_.ticks) {
    const Point place = at(x_.span.low, tick);
    canvas.line({area_.x, place.y}, {right, place.y}, Role::kGrid);
    canvas.text(area_.x - 7, place.y + 4, axis_text(y_, tick), {kTickSize, Role::kMuted, Anchor::kEnd});
  }
  double free_from = -INFINITY;
  for (const double tick : x_.ticks) {
    const Point place = at(tick, y_.span.low);
    canvas.line({place.x, area_.y}, {place.x, bottom}, Role::kGrid);
    const std::string text = axis_text(x_, tick);
    const double half = text_width(text, kTickSize) / 2;
    if (place.x - half < free_from) continue;
    free_from = place.x + half + 6;
    canvas.text(place.x, bottom + 16, text, {kTickSize, Role::kMuted, Anchor::kMiddle});
  }
  canvas.line({area_.x, bottom}, {right, bottom}, Role::kMuted);
  canvas.line({area_.x, area_.y}, {area_.x, bottom}, Role::kMuted);
  if (!x_.title.empty()) {
    canvas.text(area_.x + area_.width / 2, bottom + 34, x_.title, {kTitleSize, Role::kMuted, Anchor::kMiddle});
  }
  if (!y_.title.empty()) {
    canvas.text(area_.x - 44, area_.y + area_.height / 2, y_.title,
                {kTitleSize, Role::kMuted, Anchor::kMiddle, false, -90});
  }
}

Point Plot::at(double x, double y) const {
  return {area_.x + (x - x_.span.low) / (x_.span.high - x_.span.low) * area_.width,
          area_.y + (y_.span.high - y) / (y_.span.high - y_.span.low) * area_.height};
}

double draw_legend(Canvas& canvas, double x, double y, double width, const std::vector<LegendEntry>& entries) {
  constexpr double kLine = 26, kGap = 7, kBetween = 20, kRow = 19;
  double at_x = x, at_y = y;
  for (const LegendEntry& entry : entries) {
    const double needed = kLine + kGap + text_width(entry.text, kLegendSize);
    if (at_x > x && at_x + needed > x + width) {
      at_x = x;
      at_y += kRow;
    }
    canvas.line({at_x, at_y - 4}, {at_x + kLine, at_y - 4}, entry.colour, 2.5, entry.dash, entry.gap);
    canvas.text(at_x + kLine + kGap, at_y, entry.text, {kLegendSize});
    at_x += needed + kBetween;
  }
  return at_y - y + kRow;
}

}  // namespace emo::report
