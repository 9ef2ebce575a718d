// Named image architectures: net B of our recipe, its limits, and messages for what is refused.
#include "core/image_network.hpp"

#include <gtest/gtest.h>

#include <set>

#include "named_networks.hpp"

namespace emo::core {
namespace {

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

TEST(BuildNetwork, StagesThatAreNotSaidAreThoseOfTheFamily) {
  ImageArchitecture a;
  a.widths = {8, 8};
  EXPECT_EQ(with_usual_stages(a).widths, a.widths);
  a.widths.clear();
  EXPECT_EQ(with_usual_stages(a).widths, (std::vector<std::int64_t>{48, 96, 192}));
  EXPECT_EQ(with_usual_stages(a).depths, (std::vector<std::int64_t>{2, 3, 3}));
  a.name = "nothing known";
  EXPECT_TRUE(with_usual_stages(a).widths.empty());
}

// Parameters of the published nets, classifier of 1000 classes included, with each batch norm counted as one bias per
// channel instead of four numbers.
TEST(BuildNetwork, SizesAreThoseOfThePublishedNets) {
  const auto parameters = [](const char* name) {
    ImageArchitecture a;
    a.name = name;
    a.channels = 3;
    a.height = a.width = 224;
    a.heads = {{"imagenet", 1000}};
    return cost_of(build_network(a).value()).value();
  };
  // 11,689,512 with 2 x 4,800 of batch norm; 25,557,032 with 2 x 26,560; 3,504,872 with 2 x 17,056 (torchvision).
  EXPECT_EQ(parameters("resnet18").parameters, 11'689'512 - 4'800);
  EXPECT_EQ(parameters("resnet50").parameters, 25'557'032 - 26'560);
  EXPECT_EQ(parameters("mobilenet_v2").parameters, 3'504'872 - 17'056);
  // 4,253,864 with four numbers for each of 10,944 channels (Keras).
  EXPECT_EQ(parameters("mobilenet_v1").parameters, 4'253'864 - 3 * 10'944);
  EXPECT_NEAR(static_cast<double>(parameters("mobilenet_v1").multiply_adds), 0.569e9, 0.002e9);
  EXPECT_NEAR(static_cast<double>(parameters("efficientnet_lite0").parameters), 4.65e6, 0.05e6);
  EXPECT_NEAR(static_cast<double>(parameters("resnet18").multiply_adds), 1.82e9, 0.02e9);
  EXPECT_NEAR(static_cast<double>(parameters("mobilenet_v2").multiply_adds), 0.30e9, 0.01e9);
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
  EXPECT_NE(message([](auto& a) { a = {.name = "vit", .patch = 7}; }).find("patch is 7"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a = {.name = "vit", .attention_heads = 5}; }).find("5 heads"), std::string::npos);
  EXPECT_NE(message([](auto& a) { a.name = "ultraface_rfb"; }).find("none for a detector"), std::string::npos);
  EXPECT_NE(message([](auto& a) {
              a.widths = {4096, 4096, 4096};
              a.depths = {8, 8, 8};
            }).find("number of parameters"),
            std::string::npos);
}

}  // namespace
}  // namespace emo::core
