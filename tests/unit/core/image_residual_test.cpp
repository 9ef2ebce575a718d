// ResNets and the CNN with gates. Sizes beside the published ones are in image_network_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>

#include "named_networks.hpp"

namespace emo::core {
namespace {

int index_of(const ImageNetwork& network, const std::string& name) {
  for (std::size_t i = 0; i < network.layers.size(); ++i) {
    if (network.layers[i].name == name) return static_cast<int>(i);
  }
  return -2;
}

TEST(ResidualNetwork, ABlockAddsItsInputOrAConvolutionOfIt) {
  const auto network = network_of("resnet18");
  const auto& same = network.layers.at(static_cast<std::size_t>(index_of(network, "layer1.0.add")));
  EXPECT_EQ(same.inputs, (std::vector<int>{index_of(network, "layer1.0.conv2"), index_of(network, "maxpool")}));
  EXPECT_EQ(same.activation, ImageActivation::kRelu);
  EXPECT_EQ(index_of(network, "layer1.0.downsample"), -2);
  const int shortcut = index_of(network, "layer2.0.downsample");
  ASSERT_GE(shortcut, 0);
  EXPECT_EQ(network.layers[static_cast<std::size_t>(shortcut)].stride, 2);
  EXPECT_EQ(network.layers[static_cast<std::size_t>(shortcut)].kernel, 1);
  EXPECT_EQ(network.layers.at(static_cast<std::size_t>(index_of(network, "layer2.0.add"))).inputs,
            (std::vector<int>{index_of(network, "layer2.0.conv2"), shortcut}));
}

TEST(ResidualNetwork, ABottlenecksMiddleCarriesTheStride) {
  const auto network = network_of("resnet50");
  const auto layer = [&](const char* name) {
    return network.layers.at(static_cast<std::size_t>(index_of(network, name)));
  };
  EXPECT_EQ(layer("layer2.0.conv1").stride, 1);
  EXPECT_EQ(layer("layer2.0.conv2").stride, 2);
  EXPECT_EQ(layer("layer2.0.conv3").channels, 4 * 128);
  EXPECT_EQ(layer("layer1.0.downsample").stride, 1) << "64 to 256 channels at the same size";
  EXPECT_EQ(shapes_of(network, 64, 64).value().back(), (MapShape{1, 1, 2048}));
}

TEST(AttentionNetwork, GatesAreOfChannelsAndOfPixels) {
  const auto network = network_of("attention_cnn");
  const auto shapes = shapes_of(network, 64, 64).value();
  const auto shape = [&](const char* name) { return shapes.at(static_cast<std::size_t>(index_of(network, name))); };
  const auto map = shape("stage1.0.conv2");
  EXPECT_EQ(shape("stage1.0.channel.expand"), (MapShape{1, 1, map.channels}));
  EXPECT_EQ(shape("stage1.0.spatial.conv"), (MapShape{map.height, map.width, 1}));
  EXPECT_EQ(shape("stage1.0.spatial.scale"), map);
}

}  // namespace
}  // namespace emo::core
