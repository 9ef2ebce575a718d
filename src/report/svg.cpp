// A canvas as SVG 1.1: plain shapes and text, no script, nothing fetched. Letters stay letters, in whatever font the
// reader has; fixed pixels are raster.cpp's.
#include <algorithm>
#include <cmath>
#include <string>

#include "core/markup.hpp"
#include "core/number_words.hpp"
#include "report/canvas.hpp"

namespace emo::report {
namespace {

using core::escaped;

constexpr const char* kFonts = "'DejaVu Sans',Verdana,Geneva,sans-serif";

// Two digits are finer than any screen; a figure that is not finite is drawn at the origin, never written as "nan".
std::string number(double value) {
  if (!std::isfinite(value)) value = 0;
  std::string out = core::formatted("%.2f", value);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string fill(Colour colour) {
  return "class=\"f-" + css_name(colour) + "\" fill=\"" + hex(light(colour)) + "\"";
}

struct SvgShape {
  std::string& out;

  void operator()(const RectShape& r) const {
    out += "<rect x=\"" + number(r.x) + "\" y=\"" + number(r.y) + "\" width=\"" + number(std::max(0.0, r.width)) +
           "\" height=\"" + number(std::max(0.0, r.height)) + "\" " + fill(r.fill) + "/>\n";
  }
  void operator()(const CircleShape& c) const {
    out += "<circle cx=\"" + number(c.x) + "\" cy=\"" + number(c.y) + "\" r=\"" + number(c.radius) + "\" " +
           fill(c.fill) + "/>\n";
  }
  void operator()(const PathShape& p) const {
    out += "<polyline class=\"s-" + css_name(p.stroke) + "\" fill=\"none\" stroke=\"" + hex(light(p.stroke)) +
           "\" stroke-width=\"" + number(p.width) + "\" stroke-linejoin=\"round\"";
    if (p.dash > 0) out += " stroke-dasharray=\"" + number(p.dash) + " " + number(p.gap) + "\"";
    out += " points=\"";
    for (std::size_t i = 0; i < p.points.size(); ++i) {
      out += (i == 0 ? "" : " ") + number(p.points[i].x) + "," + number(p.points[i].y);
    }
    out += "\"/>\n";
  }
  void operator()(const TextShape& t) const {
    out += "<text x=\"" + number(t.x) + "\" y=\"" + number(t.y) + "\" " + fill(t.style.colour) + " font-size=\"" +
           number(t.style.size) + "\"";
    if (t.style.anchor != Anchor::kStart) {
      out += t.style.anchor == Anchor::kMiddle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
    }
    if (t.style.bold) out += " font-weight=\"bold\"";
    if (t.style.angle != 0) {
      out += " transform=\"rotate(" + number(t.style.angle) + " " + number(t.x) + " " + number(t.y) + ")\"";
    }
    out += ">" + escaped(t.text) + "</text>\n";
  }
};

}  // namespace

std::string to_svg(const Canvas& canvas, bool standalone) {
  std::string out = standalone ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(canvas.width()) + " " +
         number(canvas.height()) + "\" width=\"" + number(canvas.width()) + "\" height=\"" + number(canvas.height()) +
         "\" role=\"img\" font-family=\"" + kFonts + "\">\n<title>" + escaped(canvas.title()) + "</title>\n<desc>" +
         escaped(canvas.description()) + "</desc>\n";
  SvgShape writer{out};
  writer(RectShape{0, 0, canvas.width(), canvas.height(), Role::kPaper});
  for (const Shape& shape : canvas.shapes()) std::visit(writer, shape);
  return out + "</svg>\n";
}

}  // namespace emo::report
