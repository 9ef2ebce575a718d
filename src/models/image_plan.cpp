// Lays out the maps of an image network: pixel strides, frames for convolutions that read beyond the edge, and buffers
// shared between maps whose lives do not overlap.
#include "models/image_plan.hpp"

#include <algorithm>
#include <string>

namespace emo::models {
namespace {

using core::ImageLayer;
using core::LayerKind;

constexpr std::size_t kMaxMapFloats = std::size_t{1} << 30;  // offsets must fit 32 bits

std::size_t unsigned_of(std::int64_t value) {
  return static_cast<std::size_t>(value);
}

nn::Window window_of(const ImageLayer& layer) {
  const std::size_t kernel = unsigned_of(layer.kernel);
  return {kernel,
          kernel,
          unsigned_of(layer.stride),
          unsigned_of(layer.dilation),
          unsigned_of(layer.padding[0]),
          unsigned_of(layer.padding[1])};
}

// How far beyond the last of `extent` pixels the last window reaches.
std::size_t reach(std::int64_t outputs, std::int64_t before, const ImageLayer& layer, std::int64_t extent) {
  const std::int64_t last = (outputs - 1) * layer.stride + layer.dilation * (layer.kernel - 1) - before;
  return unsigned_of(std::max<std::int64_t>(0, last - (extent - 1)));
}

class Planner {
 public:
  Planner(const core::ImageNetwork& network, std::vector<core::MapShape> shapes, std::int64_t height,
          std::int64_t width)
      : network_(network), shapes_(std::move(shapes)), image_{height, width, network.channels} {
    plan_.height = unsigned_of(height);
    plan_.width = unsigned_of(width);
    plan_.maps.resize(shapes_.size());
  }

  Result<ImagePlan> run() {
    find_frames();
    EMO_TRY(lay_out(plan_.image, image_, image_stride(), "image"));
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      const std::size_t ld = nn::round_up(unsigned_of(shapes_[i].channels), nn::kPanel);
      EMO_TRY(lay_out(plan_.maps[i], shapes_[i], ld, network_.layers[i].name));
      plan_.maps[i].clear = leaves_gaps(network_.layers[i].kind) && unsigned_of(shapes_[i].channels) != ld;
    }
    assign_slots();
    for (std::size_t i = 0; i < shapes_.size(); ++i) EMO_TRY(prepare_layer(i));
    return std::move(plan_);
  }

 private:
  const core::MapShape& shape(int index) const { return index == core::kImage ? image_ : shapes_[unsigned_of(index)]; }
  PlannedMap& map(int index) { return index == core::kImage ? plan_.image : plan_.maps[unsigned_of(index)]; }

  static bool leaves_gaps(LayerKind kind) { return kind == LayerKind::kConcat || kind == LayerKind::kAttention; }

  // Convolutions read any stride; all else wants whole vectors.
  std::size_t image_stride() const {
    for (const ImageLayer& layer : network_.layers) {
      const bool reads = std::find(layer.inputs.begin(), layer.inputs.end(), core::kImage) != layer.inputs.end();
      if (reads && (layer.kind != LayerKind::kConv || layer.groups != 1)) {
        return nn::round_up(unsigned_of(image_.channels), nn::kPanel);
      }
    }
    return unsigned_of(image_.channels);
  }

  void find_frames() {
    for (std::size_t i = 0; i < network_.layers.size(); ++i) {
      const ImageLayer& layer = network_.layers[i];
      if (layer.kind != LayerKind::kConv) continue;
      const core::MapShape& in = shape(layer.inputs[0]);
      nn::Frame& frame = map(layer.inputs[0]).frame;
      frame.top = std::max(frame.top, unsigned_of(layer.padding[0]));
      frame.left = std::max(frame.left, unsigned_of(layer.padding[1]));
      frame.bottom = std::max(frame.bottom, reach(shapes_[i].height, layer.padding[0], layer, in.height));
      frame.right = std::max(frame.right, reach(shapes_[i].width, layer.padding[1], layer, in.width));
    }
  }

  Result<void> lay_out(PlannedMap& planned, const core::MapShape& s, std::size_t ld, const std::string& name) {
    nn::Map& m = planned.geometry;
    const nn::Frame& frame = planned.frame;
    m.height = unsigned_of(s.height);
    m.width = unsigned_of(s.width);
    m.channels = unsigned_of(s.channels);
    m.ld = ld;
    m.row = (frame.left + m.width + frame.right) * ld;
    // 16 more than needed keep each image on a boundary of its own whatever its stride.
    m.image = nn::round_up((frame.top + m.height + frame.bottom) * m.row, nn::kPanel);
    if (m.image > kMaxMapFloats) {
      return Error{ErrorCode::kTooLarge, "the map of '" + name + "' needs " + std::to_string(m.image) +
                                             " floats, expected at most " + std::to_string(kMaxMapFloats)};
    }
    plan_.largest_map = std::max(plan_.largest_map, m.image);
    plan_.largest_row = std::max(plan_.largest_row, m.row);
    return {};
  }

  void assign_slots() {
    const auto last_use = core::last_readers(network_);
    plan_.slot_floats = {plan_.image.geometry.image};
    std::vector<std::size_t> free_from{shapes_.size() + 1};  // per slot: the layer from which on it may be written
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      std::size_t slot = 0;
      while (slot < free_from.size() && free_from[slot] > i) ++slot;
      if (slot == free_from.size()) {
        free_from.push_back(0);
        plan_.slot_floats.push_back(0);
      }
      free_from[slot] = std::max(last_use[i], i) + 1;
      plan_.maps[i].slot = slot;
      plan_.slot_floats[slot] = std::max(plan_.slot_floats[slot], plan_.maps[i].geometry.image);
    }
  }

  Result<void> prepare_layer(std::size_t i) {
    const ImageLayer& layer = network_.layers[i];
    plan_.windows.push_back(window_of(layer));
    plan_.offsets.emplace_back();
    const PlannedMap& in = map(layer.inputs[0]);
    if (layer.kind == LayerKind::kConv && layer.groups == 1) {
      plan_.offsets.back() = nn::ConvOffsets::make(in.geometry, plan_.maps[i].geometry, plan_.windows.back());
    }
    if (layer.kind == LayerKind::kAttention) {
      const auto has_frame = [](const PlannedMap& m) { return m.geometry.row != m.geometry.width * m.geometry.ld; };
      if (has_frame(in) || has_frame(plan_.maps[i])) {
        return Error{ErrorCode::kUnsupported,
                     "attention '" + layer.name + "' shares a map with a bordered convolution"};
      }
      const std::size_t tokens = in.geometry.height * in.geometry.width;
      const std::size_t head = plan_.maps[i].geometry.channels / unsigned_of(layer.heads);
      plan_.attention_floats = std::max(plan_.attention_floats, nn::attention_scratch(tokens, head));
    }
    return {};
  }

  const core::ImageNetwork& network_;
  std::vector<core::MapShape> shapes_;
  core::MapShape image_;
  ImagePlan plan_;
};

}  // namespace

Result<ImagePlan> make_image_plan(const core::ImageNetwork& network, std::int64_t height, std::int64_t width) {
  EMO_ASSIGN(auto shapes, core::shapes_of(network, height, width));
  return Planner(network, std::move(shapes), height, width).run();
}

}  // namespace emo::models
