// Drawing for people to look at: rectangles and lines of text, clipped. Where things go on a picture of faces is
// annotation_layout's, how that looks is draw_annotation.cpp's; figures of reports are drawn by report/canvas.
#include "vision/draw.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/assert.hpp"
#include "core/utf8.hpp"
#include "vision/glyph_table.hpp"
#include "vision/transform.hpp"

namespace emo::vision {
namespace {

std::uint8_t blend(std::uint8_t below, std::uint8_t above, int opacity) {
  return static_cast<std::uint8_t>((below * (255 - opacity) + above * opacity + 127) / 255);
}

void blend_pixel(std::uint8_t* pixel, Colour colour, int opacity) {
  pixel[0] = blend(pixel[0], colour.red, opacity);
  pixel[1] = blend(pixel[1], colour.green, opacity);
  pixel[2] = blend(pixel[2], colour.blue, opacity);
}

// To whole pixels, far beyond any image but within an int.
int whole(double value) {
  return static_cast<int>(std::lround(std::clamp(value, -1e8, 1e8)));
}

const Glyph& glyph_of(char32_t code_point) {
  for (const GlyphRange& range : kGlyphRanges) {
    if (code_point - range.first < range.count) return kGlyphs[range.glyph + (code_point - range.first)];
  }
  return kGlyphs[U'?' - kGlyphRanges[0].first];
}

/// The glyphs of UTF-8, one after the other; a byte that belongs to no character is one of its own.
template <class Visit>
void for_each_glyph(std::string_view text, Visit&& visit) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t pos = 0; pos < text.size();) {
    if (core::utf8_sequence_length(bytes + pos, text.size() - pos) > 0) {
      visit(glyph_of(core::next_code_point(text, pos)));
    } else {
      visit(glyph_of(0));
      ++pos;
    }
  }
}

int advance_of(std::string_view text) {
  int width = 0;
  for_each_glyph(text, [&](const Glyph& glyph) { width += glyph.advance; });
  return width;
}

// Coverage 0..255 of one line at the table's size.
Image coverage(std::string_view text) {
  constexpr int kMargin = 2;  // letters may reach a little beyond their advance
  Image line(advance_of(text) + 2 * kMargin, kGlyphLine, 1);
  int pen = kMargin;
  for_each_glyph(text, [&](const Glyph& glyph) {
    for (int y = 0; y < glyph.height; ++y) {
      const int row = kGlyphAscent - glyph.top + y;
      for (int x = 0; x < glyph.width; ++x) {
        const int column = pen + glyph.left + x;
        if (row < 0 || row >= line.height || column < 0 || column >= line.width) continue;
        const int level = kGlyphPixels[glyph.pixels + static_cast<std::size_t>(y * glyph.width + x)] - 'a';
        std::uint8_t& pixel = line.row(row)[column];
        pixel = static_cast<std::uint8_t>(std::max<int>(pixel, level * 17));
      }
    }
    pen += glyph.advance;
  });
  return line;
}

}  // namespace

void fill_rect(Image& image, RectF rect, Colour colour, double opacity) {
  EMO_ASSERT(image.channels == 3);
  const int left = std::max(0, whole(rect.x));
  const int top = std::max(0, whole(rect.y));
  const int right = std::min(image.width, whole(double{rect.x} + rect.width));
  const int bottom = std::min(image.height, whole(double{rect.y} + rect.height));
  const int level = static_cast<int>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) blend_pixel(image.row(y) + std::ptrdiff_t{x} * 3, colour, level);
  }
}

void draw_box(Image& image, RectF rect, Colour colour, int thickness) {
  const auto t = static_cast<float>(std::max(1, thickness));
  const float left = rect.x - t / 2;
  const float top = rect.y - t / 2;
  const float width = rect.width + t;
  const float height = rect.height + t;
  fill_rect(image, {left, top, width, t}, colour);
  fill_rect(image, {left, top + height - t, width, t}, colour);
  fill_rect(image, {left, top + t, t, height - 2 * t}, colour);
  fill_rect(image, {left + width - t, top + t, t, height - 2 * t}, colour);
}

int text_width(std::string_view text, int size) {
  return (advance_of(text) * size + kGlyphSize - 1) / kGlyphSize;
}

int text_height(int size) {
  return (kGlyphLine * size + kGlyphSize - 1) / kGlyphSize;
}

void draw_text(Image& image, int x, int y, std::string_view text, int size, Colour colour) {
  EMO_ASSERT(image.channels == 3 && size >= 1);
  constexpr std::size_t kMaxBytes = 200;  // no label is longer, and none may cost memory without end
  text = core::utf8_prefix(text, kMaxBytes);
  if (text.empty()) return;
  const Image line = coverage(text);
  const int width = std::max(1, (line.width * size + kGlyphSize / 2) / kGlyphSize);
  const Image scaled = resize(line, width, text_height(size));
  for (int row = std::max(0, -y); row < scaled.height && y + row < image.height; ++row) {
    for (int column = std::max(0, -x); column < scaled.width && x + column < image.width; ++column) {
      blend_pixel(image.row(y + row) + std::ptrdiff_t{x + column} * 3, colour, scaled.row(row)[column]);
    }
  }
}

}  // namespace emo::vision
