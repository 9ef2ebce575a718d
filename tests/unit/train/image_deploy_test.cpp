#include "train/image_deploy.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace emo::train {
namespace {

core::ImageArchitecture small(const std::string& name) {
  core::ImageArchitecture architecture;
  architecture.name = name;
  architecture.height = architecture.width = 32;
  if (name == "plain" || name == "repvgg") {
    architecture.stem = 4;
    architecture.widths = {6, 6};
    architecture.depths = {2, 2};
  }
  if (name == "vit") {
    architecture.patch = 8;
    architecture.widths = {16};
    architecture.depths = {2};
  }
  architecture.heads = {{"a", 3}};
  return architecture;
}

class ImageDeployTest : public testing::TestWithParam<const char*> {};

// The stored form, read into a network without normalisation and branches, computes the same.
TEST_P(ImageDeployTest, TheDeployedFormComputesTheSame) {
  const auto network = core::build_network(small(GetParam()));
  ASSERT_TRUE(network) << network.error().message;
  ImageModule trained(*network, 1, at::kCPU);
  const at::NoGradGuard no_grad;
  at::manual_seed(2);
  for (int i = 0; i < 3; ++i) trained.forward(at::randn({8, 1, 32, 32}) * 2 + 1, true);
  for (auto& [name, value] : trained.parameters()) {
    if (value.dim() == 1) value.add_(at::randn_like(value) * 0.1);
  }
  core::ImageNetwork plain = *network;
  for (auto& layer : plain.layers) layer.batch_norm = layer.branches = false;
  ImageModule deployed(plain, 9, at::kCPU);
  const auto values = deployed_tensors(trained);
  const auto taken = assign_deployed(values, deployed);
  ASSERT_TRUE(taken) << taken.error().message;

  const auto specs = core::tensors_of(*network);
  ASSERT_TRUE(specs);
  EXPECT_EQ(static_cast<std::size_t>(*taken), specs->size());
  EXPECT_EQ(values.size(), specs->size());
  for (const auto& spec : *specs) {
    ASSERT_TRUE(values.contains(spec.name)) << spec.name;
    std::int64_t count = 1;
    for (const auto extent : spec.shape) count *= extent;
    EXPECT_EQ(static_cast<std::int64_t>(values.at(spec.name).size()), count) << spec.name;
  }
  const at::Tensor images = at::randn({4, 1, 32, 32});
  const at::Tensor expected = trained.forward(images, false)[0], got = deployed.forward(images, false)[0];
  EXPECT_LT((expected - got).abs().max().item<double>(), 1e-4 * std::max(1.0, expected.abs().max().item<double>()));
}

INSTANTIATE_TEST_SUITE_P(Architectures, ImageDeployTest,
                         testing::Values("plain", "repvgg", "resnet18", "mobilenet_v1", "mobilenet_v2",
                                         "efficientnet_lite0", "vit", "attention_cnn"));

TEST(ImageDeployErrorTest, AnotherSizeAndBranchesAreRefused) {
  ImageModule module(*core::build_network(small("plain")), 1, at::kCPU);
  auto values = deployed_tensors(module);
  values["stem.weight"].pop_back();
  const auto refused = assign_deployed(values, module);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("stem.weight"), std::string::npos) << refused.error().message;
  ImageModule branched(*core::build_network(small("repvgg")), 1, at::kCPU);
  const auto unsupported = assign_deployed(deployed_tensors(branched), branched);
  ASSERT_FALSE(unsupported);
  EXPECT_EQ(unsupported.error().code, ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace emo::train
