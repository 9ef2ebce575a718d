// Puts the layers of an image network one after the other. Private to src/core.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/image_network.hpp"

namespace emo::core {

class ImageBuilder {
 public:
  explicit ImageBuilder(const ImageArchitecture& architecture) {
    network_.channels = architecture.channels;
    network_.height = architecture.height;
    network_.width = architecture.width;
    network_.heads = architecture.heads;
  }

  /// Appends `layer` and returns its index.
  int append(ImageLayer layer) {
    network_.layers.push_back(std::move(layer));
    return static_cast<int>(network_.layers.size()) - 1;
  }

  /// Channels of layer `input` or of the image.
  [[nodiscard]] std::int64_t channels(int input) const {
    return input == kImage ? network_.channels : network_.layers[static_cast<std::size_t>(input)].channels;
  }

  /// Square convolution with batch norm and a border of kernel / 2 (times the dilation).
  int conv(const std::string& name, int input, std::int64_t channels, std::int64_t kernel, std::int64_t stride,
           ImageActivation activation, std::int64_t dilation = 1) {
    const std::int64_t border = kernel / 2 * dilation;
    return append({.name = name,
                   .inputs = {input},
                   .channels = channels,
                   .kernel = kernel,
                   .stride = stride,
                   .dilation = dilation,
                   .padding = {border, border, border, border},
                   .activation = activation,
                   .batch_norm = true});
  }

  /// One filter per channel; otherwise as conv().
  int depthwise(const std::string& name, int input, std::int64_t kernel, std::int64_t stride,
                ImageActivation activation) {
    const int index = conv(name, input, channels(input), kernel, stride, activation);
    network_.layers.back().groups = channels(input);
    return index;
  }

  /// A linear layer per pixel, with bias and without batch norm.
  int linear(const std::string& name, int input, std::int64_t channels, ImageActivation activation) {
    return append({.name = name, .inputs = {input}, .channels = channels, .activation = activation});
  }

  int add(const std::string& name, int a, int b, ImageActivation activation = ImageActivation::kNone) {
    return append(
        {.name = name, .kind = LayerKind::kAdd, .inputs = {a, b}, .channels = channels(a), .activation = activation});
  }

  int multiply(const std::string& name, int map, int gate) {
    return append({.name = name, .kind = LayerKind::kMultiply, .inputs = {map, gate}, .channels = channels(map)});
  }

  /// A layer of one input that keeps the number of channels.
  int unary(const std::string& name, LayerKind kind, int input) {
    return append({.name = name, .kind = kind, .inputs = {input}, .channels = channels(input)});
  }

  /// Ends a classifier: the heads read the mean of `input` over the map.
  ImageNetwork finish_pooled(int input) && {
    network_.outputs = {unary("pool", LayerKind::kGlobalAverage, input)};
    return std::move(network_);
  }
  ImageNetwork finish(std::vector<int> outputs) && {
    network_.outputs = std::move(outputs);
    return std::move(network_);
  }

  /// The layer added last, for what the shorthands do not cover.
  ImageLayer& last() { return network_.layers.back(); }

 private:
  ImageNetwork network_;
};

}  // namespace emo::core
