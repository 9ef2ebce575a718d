// Residual networks: ResNet with basic or bottleneck blocks, and our CNN with channel and spatial gates. Batch norms
// exist in the training form alone: a bundle has them folded into the convolutions. Networks without shortcuts are
// image_plain.cpp's.
#include <algorithm>

#include "core/image_architectures.hpp"
#include "core/image_builder.hpp"

namespace emo::core {
namespace {

constexpr std::int64_t kExpansion = 4;      // bottleneck: block output over inner width
constexpr std::int64_t kGateReduction = 8;  // channel gate: map channels over hidden width
constexpr std::int64_t kSpatialKernel = 7;
using enum ImageActivation;

int bottleneck_body(ImageBuilder& builder, const std::string& name, int x, std::int64_t width, std::int64_t stride) {
  int y = builder.conv(name + ".conv1", x, width, 1, 1, kRelu);
  y = builder.conv(name + ".conv2", y, width, 3, stride, kRelu);
  return builder.conv(name + ".conv3", y, width * kExpansion, 1, 1, kNone);
}

int basic_body(ImageBuilder& builder, const std::string& name, int x, std::int64_t width, std::int64_t stride) {
  const int y = builder.conv(name + ".conv1", x, width, 3, stride, kRelu);
  return builder.conv(name + ".conv2", y, width, 3, 1, kNone);
}

// Adds the block's input, through a 1x1 convolution where the shape changes.
int join(ImageBuilder& builder, const std::string& name, int x, int y, std::int64_t stride) {
  int shortcut = x;
  if (stride != 1 || builder.channels(x) != builder.channels(y)) {
    shortcut = builder.conv(name + ".downsample", x, builder.channels(y), 1, stride, kNone);
  }
  return builder.add(name + ".add", y, shortcut, kRelu);
}

int gates(ImageBuilder& builder, const std::string& name, int x) {
  const std::int64_t hidden = std::max<std::int64_t>(4, builder.channels(x) / kGateReduction);
  int gate = builder.unary(name + ".channel.pool", LayerKind::kGlobalAverage, x);
  gate = builder.linear(name + ".channel.reduce", gate, hidden, kRelu);
  gate = builder.linear(name + ".channel.expand", gate, builder.channels(x), ImageActivation::kSigmoid);
  x = builder.multiply(name + ".channel.scale", x, gate);
  gate =
      builder.append({.name = name + ".spatial.stats", .kind = LayerKind::kChannelStats, .inputs = {x}, .channels = 2});
  gate = builder.conv(name + ".spatial.conv", gate, 1, kSpatialKernel, 1, ImageActivation::kSigmoid);
  return builder.multiply(name + ".spatial.scale", x, gate);
}

}  // namespace

ImageNetwork residual_network(const ImageArchitecture& architecture, bool bottleneck) {
  ImageBuilder builder(architecture);
  int x = builder.conv("conv1", kImage, architecture.widths[0], 7, 2, kRelu);
  x = builder.unary("maxpool", LayerKind::kMaxPool, x);
  builder.last().kernel = 3;
  builder.last().stride = 2;
  builder.last().padding = {1, 1, 1, 1};
  for (std::size_t stage = 0; stage < architecture.widths.size(); ++stage) {
    for (std::int64_t i = 0; i < architecture.depths[stage]; ++i) {
      const std::string name = "layer" + std::to_string(stage + 1) + "." + std::to_string(i);
      const std::int64_t stride = i == 0 && stage > 0 ? 2 : 1;
      const std::int64_t width = architecture.widths[stage];
      const int y =
          bottleneck ? bottleneck_body(builder, name, x, width, stride) : basic_body(builder, name, x, width, stride);
      x = join(builder, name, x, y, stride);
    }
  }
  return std::move(builder).finish_pooled(x);
}

ImageNetwork attention_network(const ImageArchitecture& architecture) {
  ImageBuilder builder(architecture);
  int x = builder.conv("stem", kImage, architecture.stem, 3, 1, kRelu);
  for (std::size_t stage = 0; stage < architecture.widths.size(); ++stage) {
    for (std::int64_t i = 0; i < architecture.depths[stage]; ++i) {
      const std::string name = "stage" + std::to_string(stage + 1) + "." + std::to_string(i);
      const std::int64_t stride = i == 0 ? 2 : 1;
      const int y = basic_body(builder, name, x, architecture.widths[stage], stride);
      x = join(builder, name, x, gates(builder, name, y), stride);
    }
  }
  return std::move(builder).finish_pooled(x);
}

}  // namespace emo::core
