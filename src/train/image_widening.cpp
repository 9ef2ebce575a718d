// A narrow network inside a wide one. Added rows are random, added columns zero: what was there before never sees what
// is new. Layers are never added, and heads keep their classes.
#include "train/image_widening.hpp"

#include <cmath>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"

namespace emo::train {
namespace {

using core::ImageLayer;
using core::LayerKind;

// Rows are output channels, columns input channels; `taps` kernel positions lie between them.
struct Extent {
  std::size_t rows, taps, columns;
};

std::vector<float> embedded(const std::vector<float>& values, Extent from, Extent to) {
  EMO_ASSERT(values.size() == from.rows * from.taps * from.columns && from.taps == to.taps);
  std::vector<float> out(to.rows * to.taps * to.columns, 0.0F);
  for (std::size_t line = 0; line < from.rows * from.taps; ++line) {
    for (std::size_t i = 0; i < from.columns; ++i) out[line * to.columns + i] = values[line * from.columns + i];
  }
  return out;
}

using Shapes = std::vector<core::MapShape>;

std::size_t channels_of(const core::ImageNetwork& network, const Shapes& shapes, int layer) {
  return static_cast<std::size_t>(layer == core::kImage ? network.channels
                                                        : shapes[static_cast<std::size_t>(layer)].channels);
}

Extent extent_of(const core::ImageNetwork& network, const Shapes& shapes, const ImageLayer& layer) {
  return {static_cast<std::size_t>(layer.channels), static_cast<std::size_t>(layer.kernel * layer.kernel),
          channels_of(network, shapes, layer.inputs.front())};
}

bool can_widen(const ImageLayer& narrow, const ImageLayer& wide) {
  const auto known = [](const ImageLayer& l) {
    const bool convolution = l.kind == LayerKind::kConv && l.groups == 1;
    return convolution || l.kind == LayerKind::kMaxPool || l.kind == LayerKind::kAveragePool ||
           l.kind == LayerKind::kGlobalAverage || l.kind == LayerKind::kAdd;
  };
  return known(narrow) && known(wide) && narrow.name == wide.name && narrow.kind == wide.kind &&
         narrow.inputs == wide.inputs && narrow.kernel == wide.kernel && narrow.channels <= wide.channels;
}

void add_fresh_channels(Extent from, Extent to, core::Random& random, std::vector<float>& weights) {
  const double deviation = std::sqrt(2.0 / static_cast<double>(to.taps * to.columns));
  for (std::size_t i = from.rows * to.taps * to.columns; i < weights.size(); ++i) {
    weights[i] = static_cast<float>(random.normal() * deviation);
  }
}

}  // namespace

Result<TensorValues> widened(const core::ImageNetwork& narrow, const core::ImageNetwork& wide, std::uint64_t seed,
                             const TensorValues& values) {
  if (narrow.layers.size() != wide.layers.size()) {
    return Error{ErrorCode::kUnsupported, "a network of " + std::to_string(narrow.layers.size()) +
                                              " layers cannot be widened to one of " +
                                              std::to_string(wide.layers.size())};
  }
  EMO_ASSIGN(const Shapes narrow_shapes, core::shapes_of(narrow, narrow.height, narrow.width));
  EMO_ASSIGN(const Shapes wide_shapes, core::shapes_of(wide, wide.height, wide.width));
  core::Random random(seed);
  TensorValues out;
  for (std::size_t i = 0; i < wide.layers.size(); ++i) {
    const auto& before = narrow.layers[i];
    const auto& after = wide.layers[i];
    if (!can_widen(before, after)) {
      return Error{ErrorCode::kUnsupported, "layer '" + before.name + "' cannot be widened: it has " +
                                                std::to_string(before.channels) + " channels, the new network " +
                                                std::to_string(after.channels) +
                                                ", and only plain convolutions, pooling and sums can grow"};
    }
    if (after.kind != LayerKind::kConv) continue;
    const Extent from = extent_of(narrow, narrow_shapes, before), to = extent_of(wide, wide_shapes, after);
    auto& weights = out[after.name + ".weight"] = embedded(values.at(before.name + ".weight"), from, to);
    add_fresh_channels(from, to, random, weights);
    out[after.name + ".bias"] = embedded(values.at(before.name + ".bias"), {from.rows, 1, 1}, {to.rows, 1, 1});
  }
  for (const auto& head : narrow.heads) {
    const auto classes = static_cast<std::size_t>(head.classes);
    const Extent from{classes, 1, channels_of(narrow, narrow_shapes, narrow.outputs.front())};
    const Extent to{classes, 1, channels_of(wide, wide_shapes, wide.outputs.front())};
    const std::string name = "heads." + head.name;
    out[name + ".weight"] = embedded(values.at(name + ".weight"), from, to);
    out[name + ".bias"] = values.at(name + ".bias");
  }
  return out;
}

}  // namespace emo::train
