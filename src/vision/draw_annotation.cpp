// Boxes, labels and score bars of all faces of a picture, in sizes that suit it. Where they go is annotation_layout's
// work, single strokes are draw.cpp's, and what the labels say is the caller's.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "vision/annotation_layout.hpp"
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

/// Sizes of what is drawn, in pixels.
struct Measures {
  int line;      ///< thickness of a box
  int text;      ///< letters of labels
  int small;     ///< letters of panels
  float row;     ///< height of a panel's line
  float number;  ///< width of "100%"

  explicit Measures(int size)
      : line(std::max(1, (size + 5) / 10)),
        text(size),
        small(std::max(9, size * 4 / 5)),
        row(static_cast<float>(text_height(small))),
        number(static_cast<float>(text_width("100%", small))) {}
  [[nodiscard]] float label_padding() const { return static_cast<float>(text) * 0.3F; }
  [[nodiscard]] float padding() const { return static_cast<float>(small) * 0.5F; }
  [[nodiscard]] float bar() const { return static_cast<float>(small) * 5; }

  [[nodiscard]] Extent label(const std::string& words) const {
    if (words.empty()) return {};
    return {static_cast<float>(text_width(words, text)) + 2 * label_padding(), static_cast<float>(text_height(text))};
  }
  [[nodiscard]] float names(const std::vector<ScoreBar>& bars) const {
    int width = 0;
    for (const auto& bar : bars) width = std::max(width, text_width(bar.name, small));
    return static_cast<float>(width);
  }
  [[nodiscard]] Extent panel(const std::vector<ScoreBar>& bars) const {
    if (bars.empty()) return {};
    return {names(bars) + bar() + number + 4 * padding(), row * static_cast<float>(bars.size()) + padding()};
  }
};

int whole(float value) {
  return static_cast<int>(std::lround(value));
}

std::string percent(double value) {
  char text[8];
  std::snprintf(text, sizeof text, "%d%%", static_cast<int>(std::lround(value * 100)));
  return text;
}

double share_of(const ScoreBar& bar) {
  return std::isfinite(bar.value) ? std::clamp(bar.value, 0.0, 1.0) : 0.0;
}

/// The label of a face that has no panel: with its score.
std::string alone(const Annotation& annotation) {
  if (annotation.label.empty() || annotation.bars.empty()) return annotation.label;
  return annotation.label + " " + percent(share_of(annotation.bars.front()));
}

/// The place is that of the longest form; shorter words stand at its end that is nearest to the left edge of `box`.
void draw_label(Image& image, const RectF& place, const RectF& box, const std::string& words, Colour colour,
                const Measures& measures) {
  const float width = std::min(measures.label(words).width, place.width);
  const float x = std::clamp(box.x - static_cast<float>(measures.line) / 2, place.x,
                             std::max(place.x, place.x + place.width - width));
  const RectF plate{x, place.y, width, place.height};
  fill_rect(image, plate, colour);
  draw_text(image, whole(plate.x + measures.label_padding()), whole(plate.y), words, measures.text, ink_on(colour));
}

void draw_panel(Image& image, const RectF& panel, const Annotation& annotation, const Measures& measures) {
  const float padding = measures.padding();
  const float row = measures.row;
  fill_rect(image, panel, kDark, 0.72);
  float y = panel.y + padding / 2;
  for (const auto& bar : annotation.bars) {
    const double value = share_of(bar);
    const float bar_x = panel.x + padding * 2 + measures.names(annotation.bars);
    draw_text(image, whole(panel.x + padding), whole(y), bar.name, measures.small, kWhite);
    fill_rect(image, {bar_x, y + row * 0.25F, measures.bar(), row * 0.5F}, kWhite, 0.18);
    fill_rect(image, {bar_x, y + row * 0.25F, measures.bar() * static_cast<float>(value), row * 0.5F},
              annotation.colour);
    const std::string number = percent(value);
    const auto width = static_cast<float>(text_width(number, measures.small));
    draw_text(image, whole(bar_x + measures.bar() + padding + measures.number - width), whole(y), number,
              measures.small, kWhite);
    y += row;
  }
}

}  // namespace

int text_size_for(const Image& image, std::span<const Annotation> annotations) {
  constexpr int kLines = 28;       // of text that would fill the shorter side
  constexpr float kOfFace = 0.2F;  // a label is some eight letters' heights wide: at most twice a face
  constexpr int kLeast = 9, kMost = 64;
  int size = std::clamp(std::min(image.width, image.height) / kLines, kLeast + 1, kMost);
  if (!annotations.empty()) {
    std::vector<float> widths;
    for (const Annotation& annotation : annotations) widths.push_back(annotation.box.width);
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    size = std::min(size, static_cast<int>(std::min(*middle, 1e4F) * kOfFace));
  }
  int step = kLeast;
  while (step * 6 / 5 + 1 <= size) step = step * 6 / 5 + 1;
  return step;
}

std::vector<std::optional<std::size_t>> draw_annotations(Image& image, std::span<const Annotation> annotations,
                                                         int size) {
  const Measures measures(size);
  std::vector<PlaceRequest> requests;
  for (const Annotation& annotation : annotations) {
    requests.push_back({annotation.box, measures.label(alone(annotation)), measures.panel(annotation.bars),
                        measures.label(annotation.brief), annotation.last_seat});
  }
  const auto places = lay_out(requests, image.width, image.height, static_cast<float>(measures.line));
  // What was placed last lies on top: no box crosses out a label.
  for (const Annotation& annotation : annotations) {
    draw_box(image, annotation.box, annotation.colour, measures.line);
  }
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    if (places[i].panel) draw_panel(image, *places[i].panel, annotations[i], measures);
  }
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    const Annotation& annotation = annotations[i];
    const std::string words = places[i].is_brief ? annotation.brief
                              : places[i].panel  ? annotation.label
                                                 : alone(annotation);
    if (!words.empty() && places[i].label.width > 0)
      draw_label(image, places[i].label, annotation.box, words, annotation.colour, measures);
  }
  std::vector<std::optional<std::size_t>> seats;
  seats.reserve(places.size());
  for (const Placement& place : places) seats.push_back(place.panel ? std::optional(place.seat) : std::nullopt);
  return seats;
}

}  // namespace emo::vision
