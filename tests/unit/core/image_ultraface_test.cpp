// The detector's network against what is known of the published one.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/image_network.hpp"

namespace emo::core {
namespace {

ImageNetwork ultraface() {
  ImageArchitecture a;
  a.name = "ultraface_rfb";
  a.channels = 3;
  a.height = 240;
  a.width = 320;
  return build_network(a).value();
}

TEST(UltrafaceNetwork, ReadsFourMaps) {
  const auto network = ultraface();
  const auto shapes = shapes_of(network, 240, 320).value();
  ASSERT_EQ(network.outputs.size(), 8U);
  std::int64_t anchors = 0;
  for (std::size_t i = 0; i < 8; i += 2) {
    const auto& scores = shapes[static_cast<std::size_t>(network.outputs[i])];
    const auto& boxes = shapes[static_cast<std::size_t>(network.outputs[i + 1])];
    EXPECT_EQ(2 * scores.channels, boxes.channels);
    anchors += scores.height * scores.width * scores.channels / 2;
  }
  EXPECT_EQ(anchors, 4420);  // the ONNX file's
}

TEST(UltrafaceNetwork, HasThePublishedConvolutionsAndParameters) {
  const auto network = ultraface();
  EXPECT_EQ(std::count_if(network.layers.begin(), network.layers.end(),
                          [](const ImageLayer& layer) { return layer.kind == LayerKind::kConv; }),
            52);
  EXPECT_EQ(cost_of(network)->parameters, 273'888) << "the ONNX file has two constants of the box decoding besides";
}

TEST(UltrafaceNetwork, MapsFollowTheSizeOfThePicture) {
  const auto network = ultraface();
  const auto shapes = shapes_of(network, 480, 640).value();
  const auto& first = shapes[static_cast<std::size_t>(network.outputs[0])];
  EXPECT_EQ(first, (MapShape{60, 80, 6})) << "strides of 8, three anchors of two classes";
  const auto& last = shapes[static_cast<std::size_t>(network.outputs[7])];
  EXPECT_EQ(last, (MapShape{8, 10, 12})) << "strides of 64, three anchors of four numbers";
}

}  // namespace
}  // namespace emo::core
