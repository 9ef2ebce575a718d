#include "train/image_widening.hpp"

#include <gtest/gtest.h>

#include "train/image_module.hpp"

namespace emo::train {
namespace {

core::ImageNetwork network_of(const std::string& name, std::int64_t stem, std::vector<std::int64_t> widths) {
  core::ImageArchitecture architecture;
  architecture.name = name;
  architecture.height = architecture.width = 16;
  architecture.stem = stem;
  architecture.depths.assign(widths.size(), 2);
  architecture.widths = std::move(widths);
  architecture.heads = {{"a", 3}, {"b", 2}};
  auto network = core::build_network(architecture);
  if (!network) ADD_FAILURE() << network.error().message;
  for (auto& layer : network->layers) layer.branches = false;
  return *network;
}

class ImageWideningOf : public testing::TestWithParam<const char*> {};

TEST_P(ImageWideningOf, ComputesTheSameBeforeAndAfterStatisticsAreRestored) {
  const auto narrow = network_of(GetParam(), 4, {6, 8, 8, 8}), wide = network_of(GetParam(), 6, {6, 13, 13, 14});
  ImageModule before(narrow, 1, at::kCPU);
  const at::NoGradGuard no_grad;
  before.forward(at::randn({8, 1, 16, 16}), true);
  const auto values = widened(narrow, wide, 7, deployed_tensors(before));
  ASSERT_TRUE(values) << values.error().message;
  ImageModule after(wide, 2, at::kCPU);
  const auto taken = assign_deployed(*values, after);
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_EQ(static_cast<std::size_t>(*taken), values->size());

  const at::Tensor images = at::randn({4, 1, 16, 16});
  const auto expected = before.forward(images, false);
  for (const bool restored : {false, true}) {
    if (restored) after.restore_statistics(at::randn({16, 1, 16, 16}));
    const auto got = after.forward(images, false);
    for (std::size_t head = 0; head < 2; ++head) {
      EXPECT_LT((expected[head] - got[head]).abs().max().item<double>(), 1e-5) << head << restored;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Architectures, ImageWideningOf, testing::Values("plain", "repvgg", "resnet18"));

// Channels that stayed dead would make the network wide on paper only.
TEST(ImageWidening, EveryAddedChannelSpeaksAndLearns) {
  const auto narrow = network_of("plain", 4, {6, 8}), wide = network_of("plain", 6, {9, 13});
  ImageModule before(narrow, 1, at::kCPU);
  const auto values = widened(narrow, wide, 7, deployed_tensors(before));
  ASSERT_TRUE(values);
  ImageModule after(wide, 2, at::kCPU);
  ASSERT_TRUE(assign_deployed(*values, after));
  after.restore_statistics(at::randn({16, 1, 16, 16}));
  const auto logits = after.forward(at::randn({16, 1, 16, 16}), true);
  logits[0].square().sum().backward();
  for (const char* layer : {"stem", "stage1.0", "stage1.1", "stage2.0", "stage2.1"}) {
    const at::Tensor weight = after.tensor(std::string(layer) + ".weight").detach();
    EXPECT_GT(weight.flatten(1).abs().sum(1).min().item<double>(), 0.0) << layer;
  }
  // The heads are the first to read what is new.
  const at::Tensor slope = after.tensor("heads.a.weight").grad();
  EXPECT_GT(slope.narrow(1, 8, 5).abs().sum().item<double>(), 0.0);
}

TEST(ImageWidening, TheSeedDecidesTheFreshChannels) {
  const auto narrow = network_of("plain", 4, {6}), wide = network_of("plain", 4, {9});
  ImageModule before(narrow, 1, at::kCPU);
  const auto values = deployed_tensors(before);
  EXPECT_EQ(*widened(narrow, wide, 7, values), *widened(narrow, wide, 7, values));
  EXPECT_NE(*widened(narrow, wide, 7, values), *widened(narrow, wide, 8, values));
}

TEST(ImageWidening, SaysWhatCannotGrow) {
  const auto narrow = network_of("plain", 4, {6, 8});
  ImageModule before(narrow, 1, at::kCPU);
  const auto values = deployed_tensors(before);
  const auto smaller = widened(narrow, network_of("plain", 4, {6, 7}), 1, values);
  ASSERT_FALSE(smaller);
  EXPECT_EQ(smaller.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(smaller.error().message.find("'stage2.0' cannot be widened: it has 8 channels, the new network 7"),
            std::string::npos)
      << smaller.error().message;
  const auto deeper = widened(narrow, network_of("plain", 4, {6, 8, 8}), 1, values);
  ASSERT_FALSE(deeper);
  EXPECT_NE(deeper.error().message.find("layers cannot be widened"), std::string::npos);
  const auto gates = network_of("attention_cnn", 4, {8, 8});
  ImageModule gated(gates, 1, at::kCPU);
  EXPECT_FALSE(widened(gates, network_of("attention_cnn", 4, {8, 16}), 1, deployed_tensors(gated)));
}

}  // namespace
}  // namespace emo::train
