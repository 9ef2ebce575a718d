// What follows from a list of layers: the shape of every map, every tensor, and the cost. Runs nothing and holds no
// memory; where maps lie while a network runs is planned in models/image_plan.cpp.
#include <string>

#include "core/architecture_checks.hpp"
#include "core/image_network.hpp"

namespace emo::core {
namespace {

// Bounds of one map, so that sizes in bytes stay far below 2^63 and memory stays bounded.
constexpr std::int64_t kMaxSide = 1 << 14;
constexpr std::int64_t kMaxMapElements = std::int64_t{1} << 30;

std::string to_string(const MapShape& s) {
  return std::to_string(s.height) + "x" + std::to_string(s.width) + "x" + std::to_string(s.channels);
}

Error misfit(const ImageLayer& layer, const std::string& what) {
  return {ErrorCode::kInvalidModel, "layer '" + layer.name + "' " + what};
}

std::int64_t strided(std::int64_t extent, std::int64_t before, std::int64_t after, const ImageLayer& layer) {
  const std::int64_t room = extent + before + after - layer.dilation * (layer.kernel - 1) - 1;
  return room < 0 ? 0 : room / layer.stride + 1;
}

Result<MapShape> windowed(const ImageLayer& layer, const MapShape& in) {
  const MapShape out{strided(in.height, layer.padding[0], layer.padding[2], layer),
                     strided(in.width, layer.padding[1], layer.padding[3], layer), layer.channels};
  if (out.height < 1 || out.width < 1) return misfit(layer, "has no room in a map of " + to_string(in));
  return out;
}

Result<void> expect_channels(const ImageLayer& layer, std::int64_t expected) {
  if (layer.channels == expected) return {};
  return misfit(layer, "has " + std::to_string(layer.channels) + " channels, expected " + std::to_string(expected));
}

using Inputs = std::vector<MapShape>;

std::size_t inputs_of(LayerKind kind) {
  switch (kind) {
    case LayerKind::kAdd:
    case LayerKind::kMultiply:
      return 2;
    case LayerKind::kConcat:
      return 0;  // any positive number
    default:
      return 1;
  }
}

Result<MapShape> shape_of(const ImageLayer& layer, const Inputs& in) {
  const MapShape& x = in[0];
  switch (layer.kind) {
    case LayerKind::kConv:
      if (layer.groups < 1 || x.channels % layer.groups != 0 || layer.channels % layer.groups != 0) {
        return misfit(layer, "has " + std::to_string(layer.groups) + " groups, expected a divisor of " +
                                 std::to_string(x.channels) + " and " + std::to_string(layer.channels));
      }
      return windowed(layer, x);
    case LayerKind::kMaxPool:
    case LayerKind::kAveragePool:
      EMO_TRY(expect_channels(layer, x.channels));
      return windowed(layer, x);
    case LayerKind::kGlobalAverage:
      EMO_TRY(expect_channels(layer, x.channels));
      return MapShape{1, 1, x.channels};
    case LayerKind::kAdd:
      EMO_TRY(expect_channels(layer, x.channels));
      if (in[1] != x) return misfit(layer, "adds " + to_string(in[1]) + " to " + to_string(x));
      return x;
    case LayerKind::kMultiply: {
      EMO_TRY(expect_channels(layer, x.channels));
      const MapShape& gate = in[1];
      const bool per_channel = gate == MapShape{1, 1, x.channels};
      const bool per_pixel = gate == MapShape{x.height, x.width, 1};
      if (!per_channel && !per_pixel) return misfit(layer, "multiplies " + to_string(x) + " by " + to_string(gate));
      return x;
    }
    case LayerKind::kConcat: {
      std::int64_t channels = 0;
      for (const MapShape& part : in) {
        if (part.height != x.height || part.width != x.width) {
          return misfit(layer, "joins " + to_string(x) + " and " + to_string(part));
        }
        channels += part.channels;
      }
      EMO_TRY(expect_channels(layer, channels));
      return MapShape{x.height, x.width, channels};
    }
    case LayerKind::kChannelStats:
      EMO_TRY(expect_channels(layer, 2));
      return MapShape{x.height, x.width, 2};
    case LayerKind::kPosition:
    case LayerKind::kLayerNorm:
      EMO_TRY(expect_channels(layer, x.channels));
      return x;
    case LayerKind::kAttention:
      if (layer.heads < 1 || layer.channels % layer.heads != 0 || x.channels != 3 * layer.channels) {
        return misfit(layer, "has " + std::to_string(layer.heads) + " heads and " + std::to_string(layer.channels) +
                                 " channels on a map of " + to_string(x) + ", expected a third of its channels");
      }
      return MapShape{x.height, x.width, layer.channels};
  }
  return misfit(layer, "is of an unknown kind");
}

Result<void> check_extents(const ImageLayer& layer) {
  const std::string place = "layer '" + layer.name + "': ";
  EMO_TRY(check_range(place + "channels", layer.channels, 1, kMaxSide));
  EMO_TRY(check_range(place + "kernel", layer.kernel, 1, 64));
  EMO_TRY(check_range(place + "stride", layer.stride, 1, 64));
  EMO_TRY(check_range(place + "dilation", layer.dilation, 1, 64));
  for (const std::int64_t border : layer.padding) EMO_TRY(check_range(place + "padding", border, 0, 1024));
  return {};
}

const MapShape& shape_at(int index, const MapShape& image, const std::vector<MapShape>& shapes) {
  return index == kImage ? image : shapes[static_cast<std::size_t>(index)];
}

Result<Inputs> gather(const ImageLayer& layer, std::size_t index, const MapShape& image,
                      const std::vector<MapShape>& shapes) {
  const std::size_t wanted = inputs_of(layer.kind);
  if (layer.inputs.empty() || (wanted != 0 && layer.inputs.size() != wanted)) {
    return misfit(layer, "has " + std::to_string(layer.inputs.size()) + " inputs");
  }
  Inputs inputs;
  for (const int input : layer.inputs) {
    if (input < kImage || input >= static_cast<int>(index)) {
      return misfit(layer, "reads layer " + std::to_string(input) + ", expected an earlier one");
    }
    inputs.push_back(shape_at(input, image, shapes));
  }
  return inputs;
}

}  // namespace

Result<std::vector<MapShape>> shapes_of(const ImageNetwork& network, std::int64_t height, std::int64_t width) {
  EMO_TRY(check_range("image height", height, 1, kMaxSide));
  EMO_TRY(check_range("image width", width, 1, kMaxSide));
  const MapShape image{height, width, network.channels};
  std::vector<MapShape> shapes;
  for (std::size_t i = 0; i < network.layers.size(); ++i) {
    const ImageLayer& layer = network.layers[i];
    EMO_TRY(check_extents(layer));
    if (layer.kind == LayerKind::kPosition && (height != network.height || width != network.width)) {
      return Error{ErrorCode::kUnsupported, "the model takes images of " + std::to_string(network.height) + "x" +
                                                std::to_string(network.width) + " only, not " + std::to_string(height) +
                                                "x" + std::to_string(width)};
    }
    EMO_ASSIGN(const Inputs inputs, gather(layer, i, image, shapes));
    EMO_ASSIGN(const MapShape shape, shape_of(layer, inputs));
    if (shape.height * shape.width > kMaxMapElements / shape.channels) {
      return Error{ErrorCode::kTooLarge, "layer '" + layer.name + "' makes a map of " + to_string(shape) +
                                             ", expected at most " + std::to_string(kMaxMapElements) + " elements"};
    }
    shapes.push_back(shape);
  }
  for (const int output : network.outputs) {
    if (output < 0 || output >= static_cast<int>(shapes.size())) {
      return Error{ErrorCode::kInvalidModel, "output " + std::to_string(output) + " is no layer"};
    }
  }
  if (!network.heads.empty()) {
    const bool pooled = network.outputs.size() == 1 &&
                        shapes[static_cast<std::size_t>(network.outputs[0])].height == 1 &&
                        shapes[static_cast<std::size_t>(network.outputs[0])].width == 1;
    if (!pooled) return Error{ErrorCode::kInvalidModel, "the heads need one output of 1x1 pixels"};
  }
  return shapes;
}

std::vector<std::size_t> last_readers(const ImageNetwork& network) {
  std::vector<std::size_t> last(network.layers.size(), 0);
  for (std::size_t i = 0; i < network.layers.size(); ++i) {
    for (const int input : network.layers[i].inputs) {
      if (input != kImage) last[static_cast<std::size_t>(input)] = i;
    }
  }
  for (const int output : network.outputs) last[static_cast<std::size_t>(output)] = network.layers.size();
  return last;
}

Result<std::vector<TensorSpec>> tensors_of(const ImageNetwork& network) {
  EMO_ASSIGN(const std::vector<MapShape> shapes, shapes_of(network, network.height, network.width));
  const MapShape image{network.height, network.width, network.channels};
  std::vector<TensorSpec> specs;
  for (std::size_t i = 0; i < network.layers.size(); ++i) {
    const ImageLayer& layer = network.layers[i];
    const MapShape& in = shape_at(layer.inputs[0], image, shapes);
    switch (layer.kind) {
      case LayerKind::kConv:
        specs.push_back({layer.name + ".weight",
                         {layer.channels, layer.kernel, layer.kernel, in.channels / layer.groups},
                         layer.groups == 1 && layer.inputs[0] != kImage});
        specs.push_back({layer.name + ".bias", {layer.channels}, false});
        break;
      case LayerKind::kPosition:
        specs.push_back({layer.name + ".weight", {in.height, in.width, in.channels}, false});
        break;
      case LayerKind::kLayerNorm:
        specs.push_back({layer.name + ".weight", {in.channels}, false});
        specs.push_back({layer.name + ".bias", {in.channels}, false});
        break;
      default:
        break;
    }
  }
  for (const auto& head : network.heads) {
    const std::int64_t features = shapes[static_cast<std::size_t>(network.outputs[0])].channels;
    specs.push_back({"heads." + head.name + ".weight", {head.classes, features}, false});
    specs.push_back({"heads." + head.name + ".bias", {head.classes}, false});
  }
  return specs;
}

Result<NetworkCost> cost_of(const ImageNetwork& network) {
  EMO_ASSIGN(const std::vector<MapShape> shapes, shapes_of(network, network.height, network.width));
  EMO_ASSIGN(const std::vector<TensorSpec> specs, tensors_of(network));
  const MapShape image{network.height, network.width, network.channels};
  NetworkCost cost;
  for (std::size_t i = 0; i < network.layers.size(); ++i) {
    const ImageLayer& layer = network.layers[i];
    const MapShape& in = shape_at(layer.inputs[0], image, shapes);
    const std::int64_t pixels = shapes[i].height * shapes[i].width;
    if (layer.kind == LayerKind::kConv) {
      cost.multiply_adds += pixels * layer.channels * layer.kernel * layer.kernel * (in.channels / layer.groups);
    } else if (layer.kind == LayerKind::kAttention) {
      cost.multiply_adds += 2 * pixels * pixels * layer.channels;
    }
  }
  for (const auto& head : network.heads) {
    cost.multiply_adds += head.classes * shapes[static_cast<std::size_t>(network.outputs[0])].channels;
  }
  for (const auto& spec : specs) {
    std::int64_t elements = 1;
    for (const std::int64_t extent : spec.shape) elements *= extent;
    cost.parameters += elements;
  }
  return cost;
}

}  // namespace emo::core
