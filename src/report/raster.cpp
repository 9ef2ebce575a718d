// Anti-aliased filling of outlines by FreeType's own rasteriser, which it has for letters anyway: no other library
// draws.
#include "report/raster.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <type_traits>

#include "core/utf8.hpp"

namespace emo::report {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kMaxPixels = 1e8;
constexpr double kSubpixels = 64;  // FreeType's 26.6 numbers

struct LibraryEnd {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceEnd {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, LibraryEnd>;
using Face = std::unique_ptr<FT_FaceRec_, FaceEnd>;
using Polygon = std::vector<Point>;
// Their types differ between versions of FreeType.
using PointTag = std::remove_pointer_t<decltype(FT_Outline::tags)>;
using ContourEnd = std::remove_pointer_t<decltype(FT_Outline::contours)>;

/// One UTF-8 character from `at` on, which moves; U+FFFD for what is none.
char32_t next_character(const std::string& text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (core::utf8_sequence_length(bytes + at, text.size() - at) > 0) return core::next_code_point(text, at);
  ++at;
  return 0xFFFD;
}

class Painter {
 public:
  Painter(Library library, Face regular, Face bold, int width, int height, double scale)
      : library_(std::move(library)),
        regular_(std::move(regular)),
        bold_(std::move(bold)),
        scale_(scale),
        image_(width, height, 3) {
    std::fill(image_.pixels.begin(), image_.pixels.end(), std::uint8_t{255});
  }

  void operator()(const RectShape& r) {
    if (r.width <= 0 || r.height <= 0) return;
    fill({{{r.x, r.y}, {r.x + r.width, r.y}, {r.x + r.width, r.y + r.height}, {r.x, r.y + r.height}}}, light(r.fill));
  }
  void operator()(const CircleShape& c) { fill({disc({c.x, c.y}, c.radius)}, light(c.fill)); }
  void operator()(const PathShape& p) {
    if (p.dash <= 0) {
      stroke(p.points, p.width, light(p.stroke));
      return;
    }
    for (const Polygon& piece : dashes(p)) stroke(piece, p.width, light(p.stroke));
  }
  void operator()(const TextShape& t) {
    FT_Face face = t.style.bold ? bold_.get() : regular_.get();
    FT_Set_Char_Size(face, std::lround(t.style.size * scale_ * kSubpixels), 0, 72, 72);
    const double angle = t.style.angle * kPi / 180;
    FT_Matrix matrix{std::lround(std::cos(angle) * 0x10000), std::lround(std::sin(angle) * 0x10000),
                     std::lround(-std::sin(angle) * 0x10000), std::lround(std::cos(angle) * 0x10000)};
    const double length = width_of(face, t.text);
    double along = t.style.anchor == Anchor::kStart ? 0 : t.style.anchor == Anchor::kMiddle ? -length / 2 : -length;
    for (std::size_t at = 0; at < t.text.size();) {
      const char32_t code = next_character(t.text, at);
      if (FT_Load_Char(face, code, FT_LOAD_NO_BITMAP | FT_LOAD_NO_HINTING) != 0) continue;
      const double advance = static_cast<double>(face->glyph->linearHoriAdvance) / 0x10000;
      if (face->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
        FT_Outline& outline = face->glyph->outline;
        FT_Outline_Transform(&outline, &matrix);
        // FreeType's y points up, ours down: the origin is given in its sense.
        const double x = t.x * scale_ + along * std::cos(angle), y = t.y * scale_ + along * std::sin(angle);
        FT_Outline_Translate(&outline, std::lround(x * kSubpixels), -std::lround(y * kSubpixels));
        cover(outline, light(t.style.colour));
      }
      along += advance;
    }
  }

  vision::Image take() { return std::move(image_); }

 private:
  static double width_of(FT_Face face, const std::string& text) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t code = next_character(text, at);
      if (FT_Load_Char(face, code, FT_LOAD_NO_BITMAP | FT_LOAD_NO_HINTING) == 0) {
        width += static_cast<double>(face->glyph->linearHoriAdvance) / 0x10000;
      }
    }
    return width;
  }

  static Polygon disc(Point centre, double radius) {
    constexpr int kCorners = 28;
    Polygon out;
    for (int i = 0; i < kCorners; ++i) {
      const double a = 2 * kPi * i / kCorners;
      out.push_back({centre.x + radius * std::cos(a), centre.y + radius * std::sin(a)});
    }
    return out;
  }

  static std::vector<Polygon> dashes(const PathShape& path) {
    std::vector<Polygon> out;
    double left = path.dash;
    bool drawing = true;
    Polygon current{path.points.front()};
    for (std::size_t i = 1; i < path.points.size(); ++i) {
      Point from = path.points[i - 1];
      const Point to = path.points[i];
      double rest = std::hypot(to.x - from.x, to.y - from.y);
      while (rest >= left) {  // a dash may end on a point of the curve
        from = {from.x + (to.x - from.x) * left / rest, from.y + (to.y - from.y) * left / rest};
        rest -= left;
        current.push_back(from);
        if (drawing) out.push_back(current);
        drawing = !drawing;
        current = {from};
        left = drawing ? path.dash : std::max(path.gap, 0.1);
      }
      left -= rest;
      if (rest > 0) current.push_back(to);  // else a joint would be drawn there
    }
    if (drawing && current.size() > 1) out.push_back(current);
    return out;
  }

  // Each piece a rectangle of its own and round joints between them; one coverage, so that overlaps do not darken.
  void stroke(const Polygon& points, double width, Rgb colour) {
    std::vector<Polygon> parts;
    for (std::size_t i = 1; i < points.size(); ++i) {
      const Point a = points[i - 1], b = points[i];
      const double length = std::hypot(b.x - a.x, b.y - a.y);
      if (!(length > 0)) continue;
      const double nx = -(b.y - a.y) / length * width / 2, ny = (b.x - a.x) / length * width / 2;
      parts.push_back({{a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}, {a.x + nx, a.y + ny}});
      if (i > 1 && width > 1) parts.push_back(disc(a, width / 2));
    }
    if (!parts.empty()) fill(parts, colour);
  }

  // Polygons as one outline, filled where the winding number is not 0.
  void fill(const std::vector<Polygon>& polygons, Rgb colour) {
    constexpr std::size_t kMostPoints = 16'000;  // an outline counts its points in 16 bits
    std::vector<FT_Vector> points;
    std::vector<ContourEnd> ends;
    const auto flush = [&] {
      if (points.empty()) return;
      std::vector<PointTag> tags(points.size(), FT_CURVE_TAG_ON);
      FT_Outline outline{};
      outline.n_points = static_cast<decltype(outline.n_points)>(points.size());
      outline.n_contours = static_cast<decltype(outline.n_contours)>(ends.size());
      outline.points = points.data();
      outline.tags = tags.data();
      outline.contours = ends.data();
      cover(outline, colour);
      points.clear();
      ends.clear();
    };
    for (const Polygon& polygon : polygons) {
      if (points.size() + polygon.size() > kMostPoints) flush();
      // All wound the same way: opposite windings would cut holes into each other.
      double area = 0;
      for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        area += a.x * b.y - b.x * a.y;
      }
      for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point& p = polygon[area > 0 ? i : polygon.size() - 1 - i];
        points.push_back({std::lround(p.x * scale_ * kSubpixels), -std::lround(p.y * scale_ * kSubpixels)});
      }
      ends.push_back(static_cast<ContourEnd>(points.size() - 1));
    }
    flush();
  }

  void cover(FT_Outline& outline, Rgb colour) {
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    const auto floor_pixel = [](FT_Pos v) { return static_cast<int>(std::floor(static_cast<double>(v) / kSubpixels)); };
    const int left = std::max(0, floor_pixel(box.xMin)), right = std::min(image_.width, floor_pixel(box.xMax) + 1);
    const int top = std::max(0, -floor_pixel(box.yMax) - 1),
              bottom = std::min(image_.height, -floor_pixel(box.yMin) + 1);
    if (left < right && top < bottom) cover_box(outline, colour, left, right, top, bottom);
  }

  // FreeType keeps the pixels that edges go through in a small pool and gives up where a flat line of many points
  // overflows it. A pixel's coverage does not depend on the box it is in, so that halves show no seam.
  void cover_box(FT_Outline& outline, Rgb colour, int left, int right, int top, int bottom) {
    const int width = right - left, height = bottom - top;
    coverage_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    FT_Bitmap bitmap{};
    bitmap.rows = static_cast<unsigned>(height);
    bitmap.width = static_cast<unsigned>(width);
    bitmap.pitch = width;
    bitmap.buffer = coverage_.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    const FT_Pos to_left = static_cast<FT_Pos>(left) * 64, to_bottom = static_cast<FT_Pos>(bottom) * 64;
    FT_Outline_Translate(&outline, -to_left, to_bottom);
    const bool failed = FT_Outline_Get_Bitmap(library_.get(), &outline, &bitmap) != 0;
    FT_Outline_Translate(&outline, to_left, -to_bottom);
    if (failed) {
      if (width < 2) return;
      const int middle = left + width / 2;
      cover_box(outline, colour, left, middle, top, bottom);
      cover_box(outline, colour, middle, right, top, bottom);
      return;
    }
    for (int y = 0; y < height; ++y) {
      std::uint8_t* row = image_.row(top + y) + static_cast<std::ptrdiff_t>(left) * 3;
      const std::uint8_t* alpha = coverage_.data() + static_cast<std::ptrdiff_t>(y) * width;
      for (int x = 0; x < width; ++x, row += 3) {
        const auto mix = [a = static_cast<int>(alpha[x])](std::uint8_t under, std::uint8_t over) {
          return static_cast<std::uint8_t>((under * (255 - a) + over * a + 127) / 255);
        };
        row[0] = mix(row[0], colour.r);
        row[1] = mix(row[1], colour.g);
        row[2] = mix(row[2], colour.b);
      }
    }
  }

  Library library_;
  Face regular_, bold_;
  double scale_;
  vision::Image image_;
  std::vector<std::uint8_t> coverage_;
};

Result<Face> open_face(FT_Library library, const std::string& path) {
  FT_Face face = nullptr;
  if (FT_New_Face(library, path.c_str(), 0, &face) != 0) return Error{ErrorCode::kInvalidData, path + ": not a font"};
  return Face(face);
}

}  // namespace

Result<std::string> find_font_folder() {
  const char* chosen = std::getenv("EMO_FONTS");
  const std::array<std::string, 3> places{chosen == nullptr ? "" : chosen, "/usr/share/fonts/truetype/dejavu",
                                          "/usr/share/fonts/dejavu"};
  for (const auto& place : places) {
    std::error_code failed;
    if (!place.empty() && std::filesystem::is_regular_file(place + "/DejaVuSans.ttf", failed) &&
        std::filesystem::is_regular_file(place + "/DejaVuSans-Bold.ttf", failed)) {
      return place;
    }
  }
  return Error{ErrorCode::kNotFound,
               "DejaVuSans.ttf not found: install fonts-dejavu-core, or name its folder in EMO_FONTS"};
}

Result<vision::Image> rasterize(const Canvas& canvas, double scale, const std::string& font_folder) {
  const double width = std::ceil(canvas.width() * scale), height = std::ceil(canvas.height() * scale);
  if (!(width * height <= kMaxPixels))
    return Error{ErrorCode::kTooLarge, "figure of " + std::to_string(width * height) + " pixels"};
  FT_Library raw = nullptr;
  if (FT_Init_FreeType(&raw) != 0) return Error{ErrorCode::kInternal, "FreeType did not start"};
  Library library(raw);
  EMO_ASSIGN(Face regular, open_face(raw, font_folder + "/DejaVuSans.ttf"));
  EMO_ASSIGN(Face bold, open_face(raw, font_folder + "/DejaVuSans-Bold.ttf"));
  Painter painter(std::move(library), std::move(regular), std::move(bold), static_cast<int>(width),
                  static_cast<int>(height), scale);
  for (const Shape& shape : canvas.shapes()) std::visit(painter, shape);
  return painter.take();
}

}  // namespace emo::report
