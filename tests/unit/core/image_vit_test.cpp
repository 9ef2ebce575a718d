// The small vision transformer.
#include <gtest/gtest.h>

#include "core/image_network.hpp"

namespace emo::core {
namespace {

ImageArchitecture small() {
  ImageArchitecture a;
  a.name = "vit";
  a.channels = 3;
  a.height = 48;
  a.width = 32;
  a.patch = 8;
  a.widths = {24};
  a.depths = {2};
  a.attention_heads = 3;
  a.heads = {{"emotion", 7}};
  return a;
}

TEST(VisionTransformer, TokensAreThePixelsOfThePatchMap) {
  const auto network = build_network(small()).value();
  // patch, position, two blocks of nine layers, norm, pool
  ASSERT_EQ(network.layers.size(), 2U + 2 * 9 + 2);
  EXPECT_EQ(network.layers[0].kernel, 8);
  EXPECT_EQ(network.layers[0].stride, 8);
  const auto shapes = shapes_of(network, 48, 32).value();
  EXPECT_EQ(shapes[0], (MapShape{6, 4, 24}));
  EXPECT_EQ(shapes.back(), (MapShape{1, 1, 24}));
}

TEST(VisionTransformer, BlocksArePreNormWithResiduals) {
  const auto network = build_network(small()).value();
  const auto shapes = shapes_of(network, 48, 32).value();
  const char* const names[] = {"norm1", "qkv", "attention", "out", "add1", "norm2", "fc1", "fc2", "add2"};
  for (std::size_t i = 0; i < 9; ++i) EXPECT_EQ(network.layers[2 + i].name, std::string("blocks.0.") + names[i]);
  EXPECT_EQ(network.layers[4].heads, 3);
  EXPECT_EQ(shapes[3].channels, 3 * 24);
  EXPECT_EQ(shapes[8].channels, 4 * 24);
  EXPECT_EQ(network.layers[6].inputs, (std::vector<int>{5, 1})) << "the block's input goes round the attention";
  EXPECT_EQ(network.layers[10].inputs, (std::vector<int>{9, 6}));
}

}  // namespace
}  // namespace emo::core
