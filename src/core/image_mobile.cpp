// Networks of depthwise filters: MobileNet's pairs of a filter per channel and a 1x1 convolution, and inverted
// residuals, which expand by a 1x1 convolution, filter each channel and project back.
#include <algorithm>
#include <array>
#include <utility>

#include "core/image_architectures.hpp"
#include "core/image_builder.hpp"

namespace emo::core {
namespace {

constexpr std::int64_t kStem = 32;  // EfficientNet-Lite does not scale its ends
constexpr std::int64_t kLast = 1280;
using enum ImageActivation;

/// One stage: kernel of the depthwise layers, stride of its first block, expansion.
struct Stage {
  std::int64_t kernel, stride, expansion;
};
constexpr std::array<Stage, 7> kMobileNet{
    {{3, 1, 1}, {3, 2, 6}, {3, 2, 6}, {3, 2, 6}, {3, 1, 6}, {3, 2, 6}, {3, 1, 6}}};
constexpr std::array<Stage, 7> kEfficientNet{
    {{3, 1, 1}, {3, 2, 6}, {5, 2, 6}, {3, 2, 6}, {5, 1, 6}, {5, 2, 6}, {3, 1, 6}}};

/// Height and width of the map that is being built, for borders as TensorFlow's "same" puts them: ceil(H / stride)
/// outputs, the odd row below and to the right.
class SameBorders {
 public:
  SameBorders(std::int64_t height, std::int64_t width) : height_(height), width_(width) {}

  void apply(ImageLayer& layer) {
    const auto [top, bottom] = split(height_, layer);
    const auto [left, right] = split(width_, layer);
    layer.padding = {top, left, bottom, right};
    height_ = (height_ + layer.stride - 1) / layer.stride;
    width_ = (width_ + layer.stride - 1) / layer.stride;
  }

 private:
  static std::pair<std::int64_t, std::int64_t> split(std::int64_t extent, const ImageLayer& layer) {
    const std::int64_t outputs = (extent + layer.stride - 1) / layer.stride;
    const std::int64_t total = std::max<std::int64_t>(0, (outputs - 1) * layer.stride + layer.kernel - extent);
    return {total / 2, total - total / 2};
  }

  std::int64_t height_, width_;
};

int inverted_residual(ImageBuilder& builder, const std::string& name, int x, std::int64_t channels, const Stage& stage,
                      std::int64_t stride, SameBorders* same) {
  int y = x;
  if (stage.expansion != 1) {
    y = builder.conv(name + ".expand", x, builder.channels(x) * stage.expansion, 1, 1, kRelu6);
  }
  y = builder.depthwise(name + ".depthwise", y, stage.kernel, stride, kRelu6);
  if (same != nullptr) same->apply(builder.last());
  y = builder.conv(name + ".project", y, channels, 1, 1, kNone);
  if (stride != 1 || builder.channels(x) != channels) return y;
  return builder.add(name + ".add", y, x);
}

ImageNetwork inverted_residuals(const ImageArchitecture& architecture, const std::array<Stage, 7>& stages,
                                std::int64_t stem, std::int64_t last, bool same_borders) {
  ImageBuilder builder(architecture);
  SameBorders borders(architecture.height, architecture.width);
  SameBorders* same = same_borders ? &borders : nullptr;
  int x = builder.conv("stem", kImage, stem, 3, 2, kRelu6);
  if (same != nullptr) same->apply(builder.last());
  std::int64_t block = 0;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    for (std::int64_t i = 0; i < architecture.depths[s]; ++i, ++block) {
      x = inverted_residual(builder, "blocks." + std::to_string(block), x, architecture.widths[s], stages[s],
                            i == 0 ? stages[s].stride : 1, same);
    }
  }
  x = builder.conv("last", x, last, 1, 1, kRelu6);
  return std::move(builder).finish_pooled(x);
}

}  // namespace

ImageNetwork mobilenet_v1_network(const ImageArchitecture& architecture) {
  ImageBuilder builder(architecture);
  SameBorders borders(architecture.height, architecture.width);
  int x = builder.conv("stem", kImage, std::max<std::int64_t>(1, architecture.widths.front() / 2), 3, 2, kRelu6);
  borders.apply(builder.last());
  std::int64_t block = 0;
  for (std::size_t s = 0; s < architecture.widths.size(); ++s) {
    for (std::int64_t i = 0; i < architecture.depths[s]; ++i, ++block) {
      const std::string name = "blocks." + std::to_string(block);
      x = builder.depthwise(name + ".depthwise", x, 3, s > 0 && i == 0 ? 2 : 1, kRelu6);
      borders.apply(builder.last());
      x = builder.conv(name + ".pointwise", x, architecture.widths[s], 1, 1, kRelu6);
    }
  }
  return std::move(builder).finish_pooled(x);
}

ImageNetwork mobilenet_network(const ImageArchitecture& architecture) {
  // 32 and 1280 at the published widths.
  return inverted_residuals(architecture, kMobileNet, 2 * architecture.widths.front(), 4 * architecture.widths.back(),
                            false);
}

ImageNetwork efficientnet_lite_network(const ImageArchitecture& architecture) {
  return inverted_residuals(architecture, kEfficientNet, kStem, kLast, true);
}

}  // namespace emo::core
