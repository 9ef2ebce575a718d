// Where box, label and bars of one face go. Chooses among a few places; does not know the other faces.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "vision/draw.hpp"

namespace emo::vision {
namespace {

constexpr Colour kDark{20, 22, 28};
constexpr Colour kWhite{255, 255, 255};

// Dark letters on bright plates, white ones on dark.
Colour ink_on(Colour plate) {
  const int luma = (299 * plate.red + 587 * plate.green + 114 * plate.blue) / 1000;
  return luma > 140 ? kDark : kWhite;
}

// Moves `rect` into the image where it fits at all.
RectF inside(RectF rect, const Image& image) {
  rect.x = std::max(0.0F, std::min(rect.x, static_cast<float>(image.width) - rect.width));
  rect.y = std::max(0.0F, std::min(rect.y, static_cast<float>(image.height) - rect.height));
  return rect;
}

bool fits(const RectF& rect, const Image& image) {
  return rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= static_cast<float>(image.width) &&
         rect.y + rect.height <= static_cast<float>(image.height);
}

void draw_label(Image& image, const Annotation& annotation, int size, float line) {
  const float padding = static_cast<float>(size) * 0.3F;
  const float width = static_cast<float>(text_width(annotation.label, size)) + 2 * padding;
  const auto height = static_cast<float>(text_height(size));
  const RectF& box = annotation.box;
  RectF plate{box.x - line / 2, box.y - line / 2 - height, width, height};
  if (plate.y < 0) plate.y = box.y + box.height + line / 2;
  if (plate.y + plate.height > static_cast<float>(image.height)) plate.y = box.y + line / 2;
  plate = inside(plate, image);
  fill_rect(image, plate, annotation.colour);
  draw_text(image, static_cast<int>(std::lround(plate.x + padding)), static_cast<int>(std::lround(plate.y)),
            annotation.label, size, ink_on(annotation.colour));
}

void draw_bars(Image& image, const Annotation& annotation, int size, float line) {
  // A little smaller than the label, with rows a fifth apart.
  const int small = std::max(9, size * 4 / 5);
  const auto row = static_cast<float>(text_height(small));
  const float padding = static_cast<float>(small) * 0.5F;
  int names = 0;
  for (const auto& bar : annotation.bars) names = std::max(names, text_width(bar.name, small));
  const auto number = static_cast<float>(text_width("100%", small));
  const float bar_width = static_cast<float>(small) * 5;
  const float width = static_cast<float>(names) + bar_width + number + 4 * padding;
  const float height = row * static_cast<float>(annotation.bars.size()) + padding;

  const RectF& box = annotation.box;
  const std::array<RectF, 4> places = {{{box.x + box.width + line, box.y, width, height},
                                        {box.x - line - width, box.y, width, height},
                                        {box.x, box.y + box.height + line, width, height},
                                        {box.x, box.y + box.height - height, width, height}}};
  RectF panel = inside(places[0], image);
  for (const auto& place : places) {
    if (!fits(place, image)) continue;
    panel = place;
    break;
  }
  fill_rect(image, panel, kDark, 0.72);
  float y = panel.y + padding / 2;
  for (const auto& bar : annotation.bars) {
    const double value = std::isfinite(bar.value) ? std::clamp(bar.value, 0.0, 1.0) : 0.0;
    const auto top = static_cast<int>(std::lround(y));
    const float bar_x = panel.x + padding * 2 + static_cast<float>(names);
    draw_text(image, static_cast<int>(std::lround(panel.x + padding)), top, bar.name, small, kWhite);
    fill_rect(image, {bar_x, y + row * 0.25F, bar_width, row * 0.5F}, kWhite, 0.18);
    fill_rect(image, {bar_x, y + row * 0.25F, bar_width * static_cast<float>(value), row * 0.5F}, annotation.colour);
    char percent[8];
    std::snprintf(percent, sizeof percent, "%d%%", static_cast<int>(std::lround(value * 100)));
    const auto text_x = bar_x + bar_width + padding + number - static_cast<float>(text_width(percent, small));
    draw_text(image, static_cast<int>(std::lround(text_x)), top, percent, small, kWhite);
    y += row;
  }
}

}  // namespace

void draw_annotation(Image& image, const Annotation& annotation, int size) {
  const int line = std::max(1, (size + 5) / 10);
  draw_box(image, annotation.box, annotation.colour, line);
  if (!annotation.bars.empty()) draw_bars(image, annotation, size, static_cast<float>(line));
  if (!annotation.label.empty()) draw_label(image, annotation, size, static_cast<float>(line));
}

}  // namespace emo::vision
