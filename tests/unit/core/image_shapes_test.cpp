// Shapes, tensors and cost of a list of layers.
#include <gtest/gtest.h>

#include "core/image_network.hpp"

namespace emo::core {
namespace {

ImageNetwork net_b() {
  ImageArchitecture a;
  a.heads = {{"emotion", 7}, {"fer", 7}};
  return build_network(a).value();
}

TEST(ShapesOf, HalvesAtEachStageAndFollowsTheImage) {
  const auto shapes = shapes_of(net_b(), 48, 48).value();
  EXPECT_EQ(shapes[0], (MapShape{48, 48, 16}));
  EXPECT_EQ(shapes[2], (MapShape{24, 24, 48}));
  EXPECT_EQ(shapes[5], (MapShape{12, 12, 96}));
  EXPECT_EQ(shapes[8], (MapShape{6, 6, 192}));
  EXPECT_EQ(shapes[9], (MapShape{1, 1, 192}));
  EXPECT_EQ(shapes_of(net_b(), 37, 40).value()[8], (MapShape{5, 5, 192}));
}

TEST(ShapesOf, CountsDilationAndOneSidedPadding) {
  ImageNetwork n;
  n.layers.push_back({.name = "c",
                      .inputs = {kImage},
                      .channels = 4,
                      .kernel = 3,
                      .stride = 2,
                      .dilation = 3,
                      .padding = {0, 1, 2, 3}});
  // (10 + 2 - 6 - 1) / 2 + 1 and (11 + 4 - 6 - 1) / 2 + 1
  EXPECT_EQ(shapes_of(n, 10, 11).value()[0], (MapShape{3, 5, 4}));
  EXPECT_FALSE(shapes_of(n, 4, 11));
}

TEST(ShapesOf, RefusesWhatDoesNotFit) {
  const auto message = [](ImageLayer layer) {
    ImageNetwork n;
    n.channels = 3;
    n.layers.push_back({.name = "first", .inputs = {kImage}, .channels = 4});
    n.layers.push_back({.name = "half", .inputs = {0}, .channels = 4, .stride = 2});
    n.layers.push_back(std::move(layer));
    const auto shapes = shapes_of(n, 8, 8);
    return shapes ? std::string("accepted") : shapes.error().message;
  };
  EXPECT_NE(
      message({.name = "x", .kind = LayerKind::kAdd, .inputs = {0, 1}, .channels = 4}).find("adds 4x4x4 to 8x8x4"),
      std::string::npos);
  EXPECT_NE(message({.name = "x", .kind = LayerKind::kAdd, .inputs = {0}, .channels = 4}).find("1 inputs"),
            std::string::npos);
  EXPECT_NE(message({.name = "x", .inputs = {2}, .channels = 4}).find("reads layer 2"), std::string::npos);
  EXPECT_NE(message({.name = "x", .inputs = {0}, .channels = 4, .groups = 3}).find("3 groups"), std::string::npos);
  EXPECT_NE(message({.name = "x", .inputs = {0}, .channels = 4, .stride = 0}).find("stride is 0"), std::string::npos);
  EXPECT_NE(message({.name = "x", .kind = LayerKind::kConcat, .inputs = {0, 1}, .channels = 8}).find("joins"),
            std::string::npos);
  EXPECT_NE(message({.name = "x", .kind = LayerKind::kMultiply, .inputs = {0, 1}, .channels = 4}).find("multiplies"),
            std::string::npos);
  EXPECT_NE(
      message({.name = "x", .kind = LayerKind::kAttention, .inputs = {0}, .channels = 2, .heads = 1}).find("third"),
      std::string::npos);
  EXPECT_EQ(message({.name = "x", .kind = LayerKind::kConcat, .inputs = {0, 0}, .channels = 8}), "accepted");
}

TEST(LastReaders, AreTheLastLayersThatTakeAMapAndTheEndForOutputs) {
  ImageArchitecture architecture;
  architecture.name = "resnet18";
  const auto network = build_network(architecture);
  ASSERT_TRUE(network) << network.error().message;
  const auto last = last_readers(*network);
  ASSERT_EQ(last.size(), network->layers.size());
  for (std::size_t i = 0; i < network->layers.size(); ++i) {
    for (const int input : network->layers[i].inputs) {
      if (input == kImage) continue;
      EXPECT_GE(last[static_cast<std::size_t>(input)], i) << network->layers[i].name;
    }
  }
  for (const int output : network->outputs) EXPECT_EQ(last[static_cast<std::size_t>(output)], network->layers.size());
}

TEST(TensorsOfImage, NamesShapesAndWhatIsQuantized) {
  const auto specs = tensors_of(net_b()).value();
  EXPECT_EQ(specs[0].name, "stem.weight");
  EXPECT_EQ(specs[0].shape, (Shape{16, 3, 3, 1}));
  EXPECT_FALSE(specs[0].quantizable);
  EXPECT_EQ(specs[2].name, "stage1.0.weight");
  EXPECT_EQ(specs[2].shape, (Shape{48, 3, 3, 16}));
  EXPECT_TRUE(specs[2].quantizable);
  EXPECT_EQ(specs[3].shape, (Shape{48}));
  EXPECT_FALSE(specs[3].quantizable);
  EXPECT_EQ(specs.back().name, "heads.fer.bias");
  EXPECT_EQ(specs[specs.size() - 4].shape, (Shape{7, 192}));
}

TEST(CostOf, NetBIsWhatTheRecipeMeasured) {
  const auto cost = cost_of(net_b()).value();
  EXPECT_NEAR(static_cast<double>(cost.parameters), 1.069e6, 0.01e6);
  EXPECT_NEAR(2.0 * static_cast<double>(cost.multiply_adds), 152e6, 2e6);
}

}  // namespace
}  // namespace emo::core
