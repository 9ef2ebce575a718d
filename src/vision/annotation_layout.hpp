// Where the labels and panels of all faces of a picture go, so that none hides another face, label or panel. Pure
// geometry: draws nothing and knows no text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "vision/image.hpp"

namespace emo::vision {

struct Extent {
  float width = 0, height = 0;  ///< pixels; a width of 0 = there is nothing to place
};

/// What one face asks for.
struct PlaceRequest {
  RectF box;
  Extent label;  ///< the larger of its two forms, with the panel and without
  Extent panel;
  Extent brief = {};  ///< what may stand instead of a label that would hide something
  std::optional<std::size_t> last_seat =
      {};  ///< of its panel in the picture of a film before: taken again where it is free
};

struct Placement {
  RectF label;                 ///< empty without a label
  bool is_brief = false;       ///< the label has its brief form
  std::optional<RectF> panel;  ///< nullopt: no room beside, below or above the box
  std::size_t seat = 0;        ///< which of the places around the box the panel has
};

/// Places for a picture of width x height, in the order of `requests`; `gap` pixels stay free between a box and what
/// belongs to it. A label touches its box (above, below, else inside) and hides nothing of other boxes and labels, or
/// it takes its brief form, or, where that would hide something too, there is none. A panel touches its box (right,
/// left, below, above) and hides no box, no label, no other panel, or there is none; where it can it keeps off the
/// boxes of others, whose it would seem to be. Faces with the fewest places choose first. Deterministic; O(n^2).
/// Thread-safe.
std::vector<Placement> lay_out(std::span<const PlaceRequest> requests, int width, int height, float gap);

}  // namespace emo::vision
