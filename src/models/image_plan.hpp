// Where every map of an image network lies in memory for one image size. Geometry only: no weights, no floats.
#pragma once

#include <cstddef>
#include <vector>

#include "core/image_network.hpp"
#include "nn/conv.hpp"

namespace emo::models {

/// A map's place: strides in floats, the frame that its readers need, and the buffer it shares with maps that are not
/// alive at the same time.
struct PlannedMap {
  nn::Map geometry;  ///< data == nullptr, images == 0
  nn::Frame frame;
  std::size_t slot = 0;
  bool clear = false;  ///< some floats of a pixel are not written by its layer and must be zero

  /// Floats from the start of an image to its first pixel.
  [[nodiscard]] std::size_t origin() const { return frame.top * geometry.row + frame.left * geometry.ld; }
};

/// Immutable once made.
struct ImagePlan {
  std::size_t height = 0, width = 0;
  PlannedMap image;                      ///< slot 0, which no layer uses
  std::vector<PlannedMap> maps;          ///< per layer
  std::vector<nn::Window> windows;       ///< per layer
  std::vector<nn::ConvOffsets> offsets;  ///< per layer; empty but for convolutions with groups = 1
  std::vector<std::size_t> slot_floats;  ///< per slot, of one image
  std::size_t attention_floats = 0;      ///< scratch of the largest attention
  std::size_t largest_map = 0;           ///< floats of one image
  std::size_t largest_row = 0;           ///< floats of one row, frame included

  [[nodiscard]] const PlannedMap& map(int index) const {
    return index == core::kImage ? image : maps[static_cast<std::size_t>(index)];
  }
};

/// Errors: as of core::shapes_of; kTooLarge (a map beyond 2^30 floats), kUnsupported (attention beside a convolution
/// with a border on one map).
Result<ImagePlan> make_image_plan(const core::ImageNetwork& network, std::int64_t height, std::int64_t width);

}  // namespace emo::models
