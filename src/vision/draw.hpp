// Boxes, labels and score bars on a picture. Pure apart from the image given; whatever lies outside is clipped.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vision/image.hpp"

namespace emo::vision {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

/// Fills the rectangle, rounded to whole pixels. `opacity` 0..1. RGB images only, as everything here.
void fill_rect(Image& image, RectF rect, Colour colour, double opacity = 1);

/// Four lines of `thickness` >= 1 pixels, centred on the rectangle's edge.
void draw_box(Image& image, RectF rect, Colour colour, int thickness);

/// Width and line height in pixels of `text` at `size` (em, pixels).
int text_width(std::string_view text, int size);
int text_height(int size);

/// One line of `text`, its top left corner at (x, y). Letters are drawn of Latin to U+017F, of Greek and of
/// Cyrillic to U+045F; every other character is drawn as '?'.
void draw_text(Image& image, int x, int y, std::string_view text, int size, Colour colour);

struct ScoreBar {
  std::string name;
  double value = 0;  ///< 0..1
};

struct Annotation {
  RectF box;
  std::string label;           ///< may be empty
  std::string brief;           ///< stands in for a label that would hide something; may be empty
  std::vector<ScoreBar> bars;  ///< highest first; may be empty
  Colour colour;
  std::optional<std::size_t> last_seat = {};  ///< of its panel, as draw_annotations said for the picture before
};

/// Height in pixels of letters that read well on a picture of this size with faces of these sizes, 9..64, in steps of a
/// fifth, so that a film's letters do not grow and shrink all the time. Lines of a box are a tenth as thick.
int text_size_for(const Image& image, std::span<const Annotation> annotations);

/// Every box with its label on a plate and its bars on a dark panel, laid out as by `lay_out`: no label or panel hides
/// a face or another one. A face without room for its panel gets the score of its first bar in the label instead; one
/// without room for a label its colour alone. `size` as `text_size_for`. Gives where each panel went (Annotation's
/// `last_seat` of the next picture), nullopt where there is none.
std::vector<std::optional<std::size_t>> draw_annotations(Image& image, std::span<const Annotation> annotations,
                                                         int size);

}  // namespace emo::vision
