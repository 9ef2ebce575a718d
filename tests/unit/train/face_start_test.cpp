#include "train/face_start.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace emo::train
