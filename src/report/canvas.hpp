// A picture as a list of shapes: figures draw into it, SVG and pixels are made from it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "report/palette.hpp"

namespace emo::report {

/// Pixels from the upper left corner, y down.
struct Point {
  double x = 0, y = 0;
};

enum class Anchor : std::uint8_t { kStart, kMiddle, kEnd };

struct TextStyle {
  double size = 12;  ///< pixels
  Colour colour = Role::kInk;
  Anchor anchor = Anchor::kStart;
  bool bold = false;
  double angle = 0;  ///< degrees, clockwise, about the anchor point
};

struct RectShape {
  double x = 0, y = 0, width = 0, height = 0;
  Colour fill = Role::kInk;
};
struct CircleShape {
  double x = 0, y = 0, radius = 0;
  Colour fill = Role::kInk;
};
/// `dash`: lengths of stroke and gap, both 0 = solid.
struct PathShape {
  std::vector<Point> points;
  Colour stroke = Role::kInk;
  double width = 1;
  double dash = 0, gap = 0;
};
struct TextShape {
  double x = 0, y = 0;  ///< of the anchor, on the baseline
  std::string text;     ///< UTF-8
  TextStyle style;
};
using Shape = std::variant<RectShape, CircleShape, PathShape, TextShape>;

/// Not thread-safe while drawn into.
class Canvas {
 public:
  /// `title` and `description` are read out by screen readers. Preconditions: sides positive.
  Canvas(double width, double height, std::string title, std::string description);

  void rect(double x, double y, double width, double height, Colour fill);
  void circle(double x, double y, double radius, Colour fill);
  void line(Point from, Point to, Colour stroke, double width = 1, double dash = 0, double gap = 0);
  void polyline(std::vector<Point> points, Colour stroke, double width = 1, double dash = 0, double gap = 0);
  void text(double x, double y, std::string text, TextStyle style = {});

  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::string& description() const { return description_; }
  [[nodiscard]] const std::vector<Shape>& shapes() const { return shapes_; }

 private:
  double width_, height_;
  std::string title_, description_;
  std::vector<Shape> shapes_;
};

/// Width of `text` in pixels when set in DejaVu Sans, which is about as wide as a sans-serif gets: what fits with this
/// fits with the fonts that a browser may take instead. Characters outside of ASCII count as one em.
double text_width(const std::string& text, double size, bool bold = false);
/// `text`, cut at the end with "…" if it is wider than `width`.
std::string fitted(const std::string& text, double width, double size, bool bold = false);

/// The picture as one <svg> element with light colours as attributes, and the classes of palette.hpp, by which a page
/// that holds figure_css() turns it dark. `standalone`: with an XML head, as a file of its own.
std::string to_svg(const Canvas& canvas, bool standalone);

}  // namespace emo::report
