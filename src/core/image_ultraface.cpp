// The UltraFace RFB detector: a slim depthwise-separable backbone, one receptive-field block, and convolutions that
// read scores and boxes off four maps. Boxes and scores are decoded elsewhere.
#include "core/image_architectures.hpp"
#include "core/image_builder.hpp"

namespace emo::core {
namespace {

constexpr std::int64_t kBase = 16;
constexpr std::int64_t kClasses = 2, kBox = 4;
constexpr std::int64_t kReduction = 8;  // receptive-field block: inner width is a part of its input's
using enum ImageActivation;

int separable(ImageBuilder& builder, const std::string& name, int x, std::int64_t channels, std::int64_t stride) {
  const int y = builder.depthwise(name + ".depthwise", x, 3, stride, kRelu);
  return builder.conv(name + ".pointwise", y, channels, 1, 1, kRelu);
}

// BasicRFB of the original: three branches of growing dilation, joined, plus a linear shortcut.
int receptive_field_block(ImageBuilder& builder, const std::string& name, int x) {
  const std::int64_t channels = builder.channels(x);
  const std::int64_t inner = channels / kReduction;
  int a = builder.conv(name + ".branch0.0", x, inner, 1, 1, kNone);
  a = builder.conv(name + ".branch0.1", a, 2 * inner, 3, 1, kRelu);
  a = builder.conv(name + ".branch0.2", a, 2 * inner, 3, 1, kNone, 2);
  int b = builder.conv(name + ".branch1.0", x, inner, 1, 1, kNone);
  b = builder.conv(name + ".branch1.1", b, 2 * inner, 3, 1, kRelu);
  b = builder.conv(name + ".branch1.2", b, 2 * inner, 3, 1, kNone, 3);
  int c = builder.conv(name + ".branch2.0", x, inner, 1, 1, kNone);
  c = builder.conv(name + ".branch2.1", c, inner / 2 * 3, 3, 1, kRelu);
  c = builder.conv(name + ".branch2.2", c, 2 * inner, 3, 1, kRelu);
  c = builder.conv(name + ".branch2.3", c, 2 * inner, 3, 1, kNone, 5);
  const int joined = builder.append(
      {.name = name + ".concat", .kind = LayerKind::kConcat, .inputs = {a, b, c}, .channels = 6 * inner});
  const int y = builder.conv(name + ".linear", joined, channels, 1, 1, kNone);
  const int shortcut = builder.conv(name + ".shortcut", x, channels, 1, 1, kNone);
  return builder.add(name + ".add", y, shortcut, kRelu);
}

// A depthwise 3x3 with bias and ReLU, then a 1x1 with bias: the detection heads of the first three maps.
int predict(ImageBuilder& builder, const std::string& name, int x, std::int64_t channels) {
  const int y = builder.depthwise(name + ".0", x, 3, 1, kRelu);
  builder.last().batch_norm = false;
  return builder.linear(name + ".2", y, channels, kNone);
}

}  // namespace

ImageNetwork ultraface_network(const ImageArchitecture& architecture) {
  ImageBuilder builder(architecture);
  std::vector<int> outputs;
  const auto heads = [&](int x, int map, std::int64_t anchors) {
    const std::string suffix = "_headers." + std::to_string(map);
    outputs.push_back(predict(builder, "classification" + suffix, x, anchors * kClasses));
    outputs.push_back(predict(builder, "regression" + suffix, x, anchors * kBox));
  };
  int x = builder.conv("base_net.0", kImage, kBase, 3, 2, kRelu);
  x = separable(builder, "base_net.1", x, 2 * kBase, 1);
  x = separable(builder, "base_net.2", x, 2 * kBase, 2);
  x = separable(builder, "base_net.3", x, 2 * kBase, 1);
  x = separable(builder, "base_net.4", x, 4 * kBase, 2);
  x = separable(builder, "base_net.5", x, 4 * kBase, 1);
  x = separable(builder, "base_net.6", x, 4 * kBase, 1);
  x = receptive_field_block(builder, "base_net.7", x);
  heads(x, 0, 3);
  x = separable(builder, "base_net.8", x, 8 * kBase, 2);
  x = separable(builder, "base_net.9", x, 8 * kBase, 1);
  x = separable(builder, "base_net.10", x, 8 * kBase, 1);
  heads(x, 1, 2);
  x = separable(builder, "base_net.11", x, 16 * kBase, 2);
  x = separable(builder, "base_net.12", x, 16 * kBase, 1);
  heads(x, 2, 2);
  x = builder.linear("extras.0.0", x, 4 * kBase, kRelu);
  x = builder.depthwise("extras.0.2.0", x, 3, 2, kRelu);
  x = builder.conv("extras.0.2.2", x, 16 * kBase, 1, 1, kRelu);
  for (const auto& [name, channels] :
       {std::pair{"classification_headers.3", 3 * kClasses}, std::pair{"regression_headers.3", 3 * kBox}}) {
    outputs.push_back(builder.conv(name, x, channels, 3, 1, kNone));
    builder.last().batch_norm = false;
  }
  return std::move(builder).finish(std::move(outputs));
}

}  // namespace emo::core
