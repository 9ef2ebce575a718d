// Widths of the letters of DejaVu Sans in thousandths of an em, and the shapes of a canvas. Paints nothing: svg.cpp and
// raster.cpp do. The font itself is needed by the latter alone.
#include "report/canvas.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "core/assert.hpp"
#include "core/utf8.hpp"

namespace emo::report {
namespace {

constexpr unsigned char kFirst = 0x20, kLast = 0x7e;
// Advance widths of the characters 0x20..0x7e, read from fonts-dejavu 2.37.
constexpr std::array<std::uint16_t, 95> kRegular{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr std::array<std::uint16_t, 95> kBold{
    348, 456,  521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415,  380, 365, 696, 696,  696,
    696, 696,  696, 696, 696, 696,  696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830,  683,
    683, 821,  837, 372, 372, 775,  637, 995, 837, 850, 733, 850, 770, 720,  682, 812, 774, 1103, 771,
    724, 725,  457, 365, 457, 838,  500, 500, 675, 716, 593, 716, 678, 435,  716, 712, 343, 343,  665,
    343, 1042, 712, 687, 716, 716,  493, 595, 478, 712, 652, 924, 645, 652,  582, 712, 365, 712,  838};
constexpr double kEllipsisEm = 1.0;

double advance(char byte, bool bold) {
  const auto code = static_cast<unsigned char>(byte);
  if (code >= kFirst && code <= kLast) {
    return (bold ? kBold : kRegular)[static_cast<std::size_t>(code - kFirst)] / 1000.0;
  }
  return core::is_utf8_continuation(byte) ? 0.0 : 1.0;
}

}  // namespace

Canvas::Canvas(double width, double height, std::string title, std::string description)
    : width_(width), height_(height), title_(std::move(title)), description_(std::move(description)) {
  EMO_ASSERT(width > 0 && height > 0);
}

void Canvas::rect(double x, double y, double width, double height, Colour fill) {
  shapes_.emplace_back(RectShape{x, y, width, height, fill});
}

void Canvas::circle(double x, double y, double radius, Colour fill) {
  shapes_.emplace_back(CircleShape{x, y, radius, fill});
}

void Canvas::line(Point from, Point to, Colour stroke, double width, double dash, double gap) {
  shapes_.emplace_back(PathShape{{from, to}, stroke, width, dash, gap});
}

void Canvas::polyline(std::vector<Point> points, Colour stroke, double width, double dash, double gap) {
  if (points.size() < 2) return;
  shapes_.emplace_back(PathShape{std::move(points), stroke, width, dash, gap});
}

void Canvas::text(double x, double y, std::string text, TextStyle style) {
  shapes_.emplace_back(TextShape{x, y, std::move(text), style});
}

double text_width(const std::string& text, double size, bool bold) {
  double em = 0;
  for (const char byte : text) em += advance(byte, bold);
  return em * size;
}

std::string fitted(const std::string& text, double width, double size, bool bold) {
  if (text_width(text, size, bold) <= width) return text;
  double em = kEllipsisEm;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    em += advance(text[i], bold);
    if (em * size > width) break;
    if (i + 1 == text.size() || !core::is_utf8_continuation(text[i + 1])) end = i + 1;
  }
  return text.substr(0, end) + "\u2026";
}

}  // namespace emo::report
