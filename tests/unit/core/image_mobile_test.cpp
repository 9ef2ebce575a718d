// Networks of depthwise filters. Their sizes beside the published ones are in image_network_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>

#include "named_networks.hpp"

namespace emo::core {
namespace {

const ImageLayer& layer_of(const ImageNetwork& network, const std::string& name) {
  const auto found = std::find_if(network.layers.begin(), network.layers.end(),
                                  [&](const ImageLayer& layer) { return layer.name == name; });
  EXPECT_NE(found, network.layers.end()) << name;
  return found == network.layers.end() ? network.layers.front() : *found;
}

TEST(MobileNetwork, SameBordersPutTheOddRowLast) {
  ImageArchitecture a;
  a.name = "efficientnet_lite0";
  a.channels = 3;
  a.height = a.width = 64;
  const auto network = build_network(a).value();
  EXPECT_EQ(network.layers[0].padding, (std::array<std::int64_t, 4>{0, 0, 1, 1}));
  const auto shapes = shapes_of(network, 64, 64).value();
  EXPECT_EQ(shapes[shapes.size() - 2], (MapShape{2, 2, 1280}));
}

TEST(MobileNetwork, TheFirstPairsFilterThenMixAtTheirStride) {
  const auto network = network_of("mobilenet_v1");
  // Every stage but the first begins with stride 2: pairs 0 | 1 2 | 3 4 | 5..10 | 11 12.
  for (const int pair : {1, 3, 5, 11}) {
    EXPECT_EQ(layer_of(network, "blocks." + std::to_string(pair) + ".depthwise").stride, 2) << pair;
  }
  for (const int pair : {0, 2, 4, 6, 10, 12}) {
    EXPECT_EQ(layer_of(network, "blocks." + std::to_string(pair) + ".depthwise").stride, 1) << pair;
  }
  EXPECT_EQ(layer_of(network, "blocks.5.depthwise").groups, 256);
  EXPECT_EQ(layer_of(network, "blocks.5.pointwise").channels, 512);
  EXPECT_EQ(layer_of(network, "blocks.5.pointwise").activation, ImageActivation::kRelu6);
  EXPECT_EQ(layer_of(network, "stem").channels, 32);
}

TEST(MobileNetwork, BlocksExpandFilterAndProject) {
  const auto network = network_of("mobilenet_v2");
  // The first block does not expand; block 1 is the first of a stage with stride 2, block 2 repeats its shape.
  EXPECT_EQ(layer_of(network, "blocks.0.depthwise").groups, 32);
  EXPECT_EQ(layer_of(network, "blocks.1.expand").channels, 6 * 16);
  EXPECT_EQ(layer_of(network, "blocks.1.depthwise").stride, 2);
  EXPECT_EQ(layer_of(network, "blocks.1.depthwise").groups, 6 * 16);
  EXPECT_EQ(layer_of(network, "blocks.1.project").activation, ImageActivation::kNone);
  EXPECT_EQ(layer_of(network, "blocks.2.add").kind, LayerKind::kAdd);
  const auto has = [&](const std::string& name) {
    return std::any_of(network.layers.begin(), network.layers.end(),
                       [&](const ImageLayer& layer) { return layer.name == name; });
  };
  EXPECT_FALSE(has("blocks.0.expand"));
  EXPECT_FALSE(has("blocks.1.add")) << "the shape changes";
}

TEST(MobileNetwork, EfficientNetLiteHasFiveByFiveFilters) {
  const auto network = network_of("efficientnet_lite0");
  EXPECT_EQ(layer_of(network, "blocks.3.depthwise").kernel, 5);
  EXPECT_EQ(layer_of(network, "last").channels, 1280);
  EXPECT_EQ(layer_of(network, "stem").channels, 32);
}

}  // namespace
}  // namespace emo::core
