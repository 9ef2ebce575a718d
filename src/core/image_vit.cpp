// The small vision transformer. Its tokens are the pixels of the patch map, so it needs no layer kinds of its own but
// attention, position and normalisation.
#include "core/image_architectures.hpp"
#include "core/image_builder.hpp"

namespace emo::core {
namespace {

constexpr std::int64_t kFeedForward = 4;  // hidden width of a block's MLP over the model's

}  // namespace

ImageNetwork vision_transformer(const ImageArchitecture& architecture) {
  ImageBuilder builder(architecture);
  const std::int64_t width = architecture.widths[0];
  int x = builder.linear("patch", kImage, width, ImageActivation::kNone);
  builder.last().kernel = builder.last().stride = architecture.patch;
  x = builder.unary("position", LayerKind::kPosition, x);
  for (std::int64_t i = 0; i < architecture.depths[0]; ++i) {
    const std::string name = "blocks." + std::to_string(i);
    int y = builder.unary(name + ".norm1", LayerKind::kLayerNorm, x);
    y = builder.linear(name + ".qkv", y, 3 * width, ImageActivation::kNone);
    y = builder.append({.name = name + ".attention",
                        .kind = LayerKind::kAttention,
                        .inputs = {y},
                        .channels = width,
                        .heads = architecture.attention_heads});
    y = builder.linear(name + ".out", y, width, ImageActivation::kNone);
    x = builder.add(name + ".add1", y, x);
    y = builder.unary(name + ".norm2", LayerKind::kLayerNorm, x);
    y = builder.linear(name + ".fc1", y, kFeedForward * width, ImageActivation::kGelu);
    y = builder.linear(name + ".fc2", y, width, ImageActivation::kNone);
    x = builder.add(name + ".add2", y, x);
  }
  x = builder.unary("norm", LayerKind::kLayerNorm, x);
  return std::move(builder).finish_pooled(x);
}

}  // namespace emo::core
