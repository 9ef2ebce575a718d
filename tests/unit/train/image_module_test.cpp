#include "train/image_module.hpp"

#include <gtest/gtest.h>

#include "train/image_deploy.hpp"

namespace emo::train {
namespace {

core::ImageNetwork network_named(const std::string& name, std::int64_t side = 32) {
  core::ImageArchitecture architecture;
  architecture.name = name;
  architecture.height = architecture.width = side;
  architecture.stem = 4;
  if (name == "plain" || name == "repvgg") {
    architecture.widths = {6, 8};
    architecture.depths = {2, 2};
  }
  architecture.heads = {{"a", 3}, {"b", 5}};
  auto network = core::build_network(architecture);
  EXPECT_TRUE(network) << network.error().message;
  return network ? *network : core::ImageNetwork();
}

double largest_difference(const at::Tensor& a, const at::Tensor& b) {
  return (a - b).abs().max().item<double>();
}

// Some batches in training mode, so that statistics and norms are not what they started as.
void disturb(ImageModule& module, std::int64_t channels, std::int64_t side) {
  const at::NoGradGuard no_grad;
  at::manual_seed(3);
  for (int i = 0; i < 3; ++i) module.forward(at::randn({8, channels, side, side}) * 2 + 1, true);
  for (auto& [name, value] : module.parameters()) {
    if (value.dim() == 1) value.add_(at::randn_like(value) * 0.1);
  }
}

TEST(ImageModuleTest, GivesLogitsPerHeadAndGradientsToEveryParameter) {
  for (const std::string name : {"plain", "repvgg"}) {
    ImageModule module(network_named(name), 1, at::kCPU, 0.1);
    const auto logits = module.forward(at::randn({4, 1, 32, 32}), true);
    ASSERT_EQ(logits.size(), 2U);
    EXPECT_EQ(logits[0].sizes(), (std::vector<std::int64_t>{4, 3}));
    EXPECT_EQ(logits[1].sizes(), (std::vector<std::int64_t>{4, 5}));
    (logits[0].pow(2).sum() + logits[1].pow(2).sum()).backward();
    for (auto& [parameter, value] : module.parameters())
      EXPECT_TRUE(value.grad().defined()) << name << " " << parameter;
  }
}

TEST(ImageModuleTest, Bfloat16GivesNearlyTheSameLogitsAndGradientsInF32) {
  for (const std::string name : {"plain", "repvgg", "vit", "efficientnet_lite0"}) {
    ImageModule module(network_named(name), 1, at::kCPU);
    at::manual_seed(2);
    const at::Tensor images = at::randn({4, module.network().channels, 32, 32});
    // Not by the statistics of four pictures, which would make much of little.
    const auto exact = module.forward(images, false);
    const auto rounded = module.forward(images, false, Precision::kBfloat16);
    for (std::size_t h = 0; h < exact.size(); ++h) {
      ASSERT_EQ(rounded[h].scalar_type(), at::kFloat) << name;
      const double error = largest_difference(exact[h], rounded[h]);
      EXPECT_GT(error, 0) << name;
      EXPECT_LT(error, 0.1 * exact[h].abs().max().item<double>() + 1e-3) << name;
    }
    module.forward(images, true, Precision::kBfloat16)[0].pow(2).sum().backward();
    for (auto& [parameter, value] : module.parameters()) {
      if (parameter.rfind("heads.b", 0) == 0) continue;
      ASSERT_TRUE(value.grad().defined()) << name << " " << parameter;
      EXPECT_EQ(value.grad().scalar_type(), at::kFloat) << name << " " << parameter;
      EXPECT_TRUE(value.grad().is_contiguous()) << name << " " << parameter;
    }
  }
}

// Four channels, and 1x1 kernels of stride 2: where oneDNN 2.6 wrote behind its gradients, channels last.
TEST(ImageModuleTest, GradientsAreTheSameInBothLayouts) {
  for (const std::string name : {"repvgg", "resnet18", "mobilenet_v2"}) {
    ImageModule module(network_named(name), 1, at::kCPU);
    at::manual_seed(4);
    const at::Tensor images = at::randn({4, module.network().channels, 32, 32});
    std::vector<std::vector<at::Tensor>> gradients;
    for (const auto layout : {at::MemoryFormat::Contiguous, at::MemoryFormat::ChannelsLast}) {
      at::Tensor seen = images.clone().contiguous(layout);
      module.forward(seen.set_requires_grad(true), false)[0].pow(2).sum().backward();
      auto& of_layout = gradients.emplace_back(std::vector<at::Tensor>{seen.grad().contiguous()});
      for (auto& [parameter, value] : module.parameters()) {
        if (!value.grad().defined()) continue;  // the other head
        of_layout.push_back(value.grad().clone());
        value.mutable_grad().zero_();
      }
    }
    ASSERT_EQ(gradients[0].size(), gradients[1].size());
    for (std::size_t i = 0; i < gradients[0].size(); ++i) {
      const double scale = gradients[0][i].abs().max().item<double>();
      EXPECT_LE(largest_difference(gradients[0][i], gradients[1][i]), 1e-3 * scale + 1e-6) << name << " " << i;
    }
  }
}

TEST(ImageModuleTest, TheSameSeedGivesTheSameWeights) {
  ImageModule a(network_named("plain"), 5, at::kCPU), b(network_named("plain"), 5, at::kCPU);
  ImageModule c(network_named("plain"), 6, at::kCPU);
  EXPECT_TRUE(at::equal(a.tensor("stem.weight"), b.tensor("stem.weight")));
  EXPECT_FALSE(at::equal(a.tensor("stem.weight"), c.tensor("stem.weight")));
}

TEST(ImageModuleTest, OtherSizesRunToo) {
  ImageModule module(network_named("plain"), 1, at::kCPU);
  EXPECT_EQ(module.forward(at::randn({2, 1, 40, 40}), false)[0].size(0), 2);
}

TEST(ImageModuleTest, TrainingMovesTheStatisticsAndEvaluationDoesNot) {
  ImageModule module(network_named("plain"), 1, at::kCPU);
  const at::Tensor before = module.tensor("stem.norm.mean").clone();
  const at::NoGradGuard no_grad;
  module.forward(at::randn({4, 1, 32, 32}) + 3, false);
  EXPECT_TRUE(at::equal(before, module.tensor("stem.norm.mean")));
  module.forward(at::randn({4, 1, 32, 32}) + 3, true);
  EXPECT_FALSE(at::equal(before, module.tensor("stem.norm.mean")));
}

TEST(ImageModuleTest, ASecondLookAtABatchSaysTheSameAndLeavesTheStatistics) {
  ImageModule module(network_named("repvgg"), 1, at::kCPU, 0.3);
  const at::Tensor images = at::randn({4, 1, 32, 32}) + 3;
  const at::NoGradGuard no_grad;
  at::manual_seed(5);
  const at::Tensor first = module.forward(images, true)[0];
  std::vector<at::Tensor> before;
  for (const auto& [name, value] : module.statistics()) before.push_back(value.clone());
  at::manual_seed(5);
  const at::Tensor again = module.forward_perturbed(images)[0];
  EXPECT_LT(largest_difference(first, again), 1e-6);
  ASSERT_FALSE(before.empty());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_TRUE(at::equal(before[i], module.statistics()[i].second)) << module.statistics()[i].first;
  }
}

TEST(ImageModuleTest, RestoredStatisticsAreThoseOfTheImagesAndChangeNoLogit) {
  ImageModule trained(network_named("plain"), 1, at::kCPU);
  disturb(trained, 1, 32);
  ImageModule loaded(network_named("plain"), 2, at::kCPU);
  const auto taken = assign_deployed(deployed_tensors(trained), loaded);
  ASSERT_TRUE(taken) << taken.error().message;
  const at::NoGradGuard no_grad;
  const at::Tensor images = at::randn({16, 1, 32, 32});
  const at::Tensor expected = trained.forward(images, false)[0];
  EXPECT_LT(largest_difference(expected, loaded.forward(images, false)[0]), 1e-4);
  loaded.restore_statistics(images);
  EXPECT_LT(largest_difference(expected, loaded.forward(images, false)[0]), 1e-4);
  // With the batch's own statistics the function is the same now, and was not before.
  EXPECT_LT(largest_difference(expected, loaded.forward(images, true)[0]), 1e-3);
}

}  // namespace
}  // namespace emo::train
