// The plain and RepVGG families.
#include <gtest/gtest.h>

#include "named_networks.hpp"

namespace emo::core {
namespace {

TEST(PlainNetwork, IsNetB) {
  const auto network = build_network(net_b());
  ASSERT_TRUE(network) << network.error().message;
  ASSERT_EQ(network->layers.size(), 1U + 2 + 3 + 3 + 1);
  EXPECT_EQ(network->layers[0].name, "stem");
  EXPECT_EQ(network->layers[0].stride, 1);
  EXPECT_EQ(network->layers[1].name, "stage1.0");
  EXPECT_EQ(network->layers[1].stride, 2);
  EXPECT_EQ(network->layers[2].stride, 1);
  EXPECT_EQ(network->layers[8].name, "stage3.2");
  EXPECT_EQ(network->layers[8].channels, 192);
  EXPECT_EQ(network->layers.back().kind, LayerKind::kGlobalAverage);
  EXPECT_EQ(network->outputs, std::vector<int>{9});
  for (std::size_t i = 0; i + 1 < network->layers.size(); ++i) {
    EXPECT_TRUE(network->layers[i].batch_norm);
    EXPECT_FALSE(network->layers[i].branches);
    EXPECT_EQ(network->layers[i].activation, ImageActivation::kRelu);
  }
}

TEST(PlainNetwork, RepVggDiffersInItsTrainingFormOnly) {
  auto a = net_b();
  a.name = "repvgg";
  const auto network = build_network(a);
  ASSERT_TRUE(network) << network.error().message;
  EXPECT_TRUE(network->layers[0].branches);
  EXPECT_TRUE(network->layers[5].branches);
  EXPECT_EQ(cost_of(*network)->parameters, cost_of(*build_network(net_b()))->parameters);
}

TEST(PlainNetwork, StagesFollowWidthsAndDepths) {
  auto a = net_b();
  a.stem = 8;
  a.widths = {10, 20};
  a.depths = {1, 2};
  const auto network = build_network(a).value();
  ASSERT_EQ(network.layers.size(), 1U + 1 + 2 + 1);
  EXPECT_EQ(network.layers[0].channels, 8);
  EXPECT_EQ(network.layers[3].name, "stage2.1");
  EXPECT_EQ(network.layers[3].channels, 20);
  EXPECT_EQ(network.layers[3].inputs, std::vector<int>{2});
  EXPECT_EQ(shapes_of(network, 48, 48).value()[3], (MapShape{12, 12, 20}));
}

TEST(PlainNetwork, AStemOfSquaresLeavesTheOtherMapsAsTheyWere) {
  for (const char* name : {"plain", "repvgg"}) {
    auto a = net_b();
    a.name = name;
    const auto usual = build_network(a).value();
    a.height = a.width = 96;
    a.stem_stride = 2;
    const auto network = build_network(a);
    ASSERT_TRUE(network) << network.error().message;
    EXPECT_EQ(network->layers[0].kernel, 6);
    EXPECT_EQ(network->layers[0].stride, 2);
    EXPECT_FALSE(network->layers[0].branches) << "a branch of 1 x 1 would see a quarter of the pixels";
    EXPECT_EQ(shapes_of(*network, 96, 96).value(), shapes_of(usual, 48, 48).value());
  }
}

TEST(PlainNetwork, OtherFamiliesHaveNoStemStride) {
  ImageArchitecture a;
  a.name = "resnet18";
  a.stem_stride = 2;
  const auto network = build_network(a);
  ASSERT_FALSE(network);
  EXPECT_NE(network.error().message.find("stem_stride"), std::string::npos) << network.error().message;
  a.name = "plain";
  a.stem_stride = 9;
  EXPECT_FALSE(build_network(a));
}

}  // namespace
}  // namespace emo::core
