// Named image architectures: net B of our recipe, its limits, and messages for what is refused.
#include "core/image_network.hpp"

#include <gtest/gtest.h>

#include <set>

namespace emo::core {
namespace {

ImageArchitecture net_b() {
  ImageArchitecture a;
  a.heads = {{"emotion", 7}, {"fer", 7}};
  return a;
}

TEST(BuildNetwork, PlainIsNetB) {
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

TEST(BuildNetwork, RepVggDiffersInItsTrainingFormOnly) {
  auto a = net_b();
  a.name = "repvgg";
  const auto network = build_network(a);
  ASSERT_TRUE(network) << network.error().message;
  EXPECT_TRUE(network->layers[0].branches);
  EXPECT_TRUE(network->layers[5].branches);
  EXPECT_EQ(cost_of(*network)->parameters, cost_of(*build_network(net_b()))->parameters);
}

TEST(BuildNetwork, EveryNameBuildsAtItsDefaultsWithUniqueNames) {
  for (const auto name : image_architectures()) {
    ImageArchitecture a;
    a.name = name;
    a.channels = 3;
    a.height = a.width = 64;
    const bool detector = name == "ultraface_rfb";
    if (!detector) a.heads = {{"emotion", 7}};
    const auto network = build_network(a);
    ASSERT_TRUE(network) << name << ": " << network.error().message;
    std::set<std::string> names;
    for (const auto& layer : network->layers) EXPECT_TRUE(names.insert(layer.name).second) << name << " " << layer.name;
  }
}

TEST(BuildNetwork, RefusesWhatIsOutOfRangeAndSaysWhat) {
  const auto message = [](auto change) {
    auto a = net_b();
    change(a);
    const auto network = build_network(a);
    return network ? std::string("accepted") : network.error().message;
  };
  EXPECT_NE(message([](auto& a) { a.name = "vgg"; }).find("'vgg', this build knows plain"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.channels = 2; }).find("channels is 2"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.height = 0; }).find("height is 0"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.width = 1 << 20; }).find("width is 1048576"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.widths = {48, 0, 3}; }).find("widths is 0"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.depths = {1, 2}; }).find("number of depths is 2"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.depths = {1, 2, 65}; }).find("depths is 65"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.dropout = 1; }).find("dropout"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.heads = {{"a b", 7}}; }).find("head name"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.heads = {{"a", 7}, {"a", 7}}; }).find("twice"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.heads = {{"a", 0}}; }).find("classes of head 'a' is 0"), std::string::npos);
  EXPECT_NE(message([](auto& a) {
              a.widths = {4096, 4096, 4096};
              a.depths = {8, 8, 8};
            }).find("number of parameters"),
            std::string::npos);
}

}  // namespace
}  // namespace emo::core
