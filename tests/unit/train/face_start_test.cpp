#include "train/face_start.hpp"

#include <gtest/gtest.h>

#include "train/image_module.hpp"

namespace emo::train {
namespace {

// A transformer whose only reader of the picture is its 4 x 4 patch convolution.
FaceStart patches(io::ImageNormalization normalization) {
  FaceStart start;
  start.architecture.name = "vit";
  start.architecture.channels = 3;
  start.architecture.height = start.architecture.width = 8;
  start.architecture.patch = 4;
  start.architecture.widths = {8};
  start.architecture.depths = {1};
  start.preprocess.normalization = normalization;
  if (normalization == io::ImageNormalization::kFixed) {
    start.preprocess.mean = {124, 117, 104};
    start.preprocess.deviation = {58, 57, 56};
  }
  const auto network = core::build_network(start.architecture).value();
  for (std::size_t i = 0; i < 8 * 16 * 3; ++i) {
    start.weights[network.layers[0].name + ".weight"].push_back(static_cast<float>(i % 13) / 13.0F - 0.4F);
  }
  start.weights[network.layers[0].name + ".bias"] = {1, 2, 3, 4, 5, 6, 7, 8};
  return start;
}

// What the first filter of the first layer says of one patch.
double first_answer(const FaceStart& start, const std::vector<double>& patch) {
  const auto network = core::build_network(start.architecture).value();
  const auto& weight = start.weights.at(network.layers[0].name + ".weight");
  auto sum = static_cast<double>(start.weights.at(network.layers[0].name + ".bias")[0]);
  for (std::size_t i = 0; i < patch.size(); ++i) sum += static_cast<double>(weight[i]) * patch[i];
  return sum;
}

TEST(FoldNormalization, FirstLayersSayTheSameOfTheUsualFace) {
  auto start = patches(io::ImageNormalization::kFixed);
  std::vector<double> fixed, own;
  for (std::size_t i = 0; i < 16 * 3; ++i) {
    const double pixel = static_cast<double>(i * 37 % 256);
    fixed.push_back((pixel - start.preprocess.mean[i % 3]) / start.preprocess.deviation[i % 3]);
    own.push_back((pixel - 120) / 60);
  }
  const double before = first_answer(start, fixed);
  ASSERT_TRUE(fold_normalization(start));
  EXPECT_NEAR(first_answer(start, own), before, 1e-4);
  EXPECT_EQ(start.preprocess.normalization, io::ImageNormalization::kPerImage);
  EXPECT_TRUE(start.preprocess.mean.empty());
}

TEST(FoldNormalization, AStartThatIsMadeSoStays) {
  auto start = patches(io::ImageNormalization::kPerImage);
  const auto before = start.weights;
  ASSERT_TRUE(fold_normalization(start));
  EXPECT_EQ(start.weights, before);
}

FaceStart plain_start(std::int64_t channels) {
  FaceStart start;
  start.architecture.channels = start.preprocess.channels = channels;
  start.architecture.height = start.architecture.width = 16;
  start.architecture.stem = 4;
  start.architecture.widths = {8, 8};
  start.architecture.depths = {1, 1};
  start.architecture.heads = {{"expression", 3}};
  return start;
}

TEST(RefineStart, SaysTheSameOfAnEnlargedPicture) {
  for (const std::int64_t channels : {1, 3}) {
    auto start = plain_start(channels);
    ImageModule before(core::build_network(start.architecture).value(), 3, at::kCPU, 0);
    start.weights = deployed_tensors(before);
    const at::Tensor images = at::randn({2, channels, 16, 16});
    for (const std::int64_t times : {3, 2}) {
      auto fine = start;
      ASSERT_TRUE(refine_start(times, fine));
      EXPECT_EQ(fine.architecture.height, 16 * times);
      EXPECT_EQ(fine.preprocess.width, 16 * times);
      ImageModule after(core::build_network(fine.architecture).value(), 4, at::kCPU, 0);
      ASSERT_TRUE(assign_deployed(fine.weights, after));
      const at::Tensor enlarged = images.repeat_interleave(times, 2).repeat_interleave(times, 3);
      const at::Tensor difference = (after.forward(enlarged, false)[0] - before.forward(images, false)[0]).abs().max();
      EXPECT_LT(difference.item<float>(), 1e-5F) << channels << " channels, " << times << " times";
    }
  }
}

TEST(RefineStart, TwiceTwiceIsFourTimes) {
  auto start = plain_start(1);
  ImageModule module(core::build_network(start.architecture).value(), 3, at::kCPU, 0);
  start.weights = deployed_tensors(module);
  auto at_once = start;
  ASSERT_TRUE(refine_start(4, at_once));
  ASSERT_TRUE(refine_start(2, start));
  ASSERT_TRUE(refine_start(2, start));
  EXPECT_EQ(start.architecture.stem_stride, 4);
  EXPECT_EQ(start.weights, at_once.weights);
}

TEST(RefineStart, RefusesOtherFamilies) {
  auto start = patches(io::ImageNormalization::kPerImage);
  const auto refined = refine_start(2, start);
  ASSERT_FALSE(refined);
  EXPECT_NE(refined.error().message.find("stem_stride"), std::string::npos) << refined.error().message;
}

}  // namespace
}  // namespace emo::train
