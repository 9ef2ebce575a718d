#include "pipeline/head_activation.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace emo::pipeline {
namespace {

io::HeadManifest head(core::HeadActivation activation) {
  io::HeadManifest head;
  head.name = "h";
  head.labels = {"a", "b", "c"};
  head.activation = activation;
  return head;
}

TEST(HeadActivation, SoftmaxDividesByTemperatureAndAddsBias) {
  auto softmax = head(core::HeadActivation::kSoftmax);
  softmax.temperature = 2;
  softmax.bias = {0, 0.5, -1};
  const std::array<float, 3> logits{2, 1, 4};
  std::array<float, 3> probabilities{};
  ASSERT_TRUE(activate(softmax, logits, probabilities));
  const double a = std::exp(1.0), b = std::exp(1.0), c = std::exp(1.0);
  EXPECT_NEAR(probabilities[0], a / (a + b + c), 1e-6);
  EXPECT_NEAR(probabilities[1], 1.0 / 3, 1e-6);
  EXPECT_NEAR(probabilities[2], 1.0 / 3, 1e-6);
}

TEST(HeadActivation, HugeLogitsStayFinite) {
  std::array<float, 3> probabilities{};
  const std::array<float, 3> logits{3e38F, -3e38F, 1};
  ASSERT_TRUE(activate(head(core::HeadActivation::kSoftmax), logits, probabilities));
  EXPECT_FLOAT_EQ(probabilities[0], 1);
  ASSERT_TRUE(activate(head(core::HeadActivation::kSigmoid), logits, probabilities));
  EXPECT_FLOAT_EQ(probabilities[0], 1);
  EXPECT_FLOAT_EQ(probabilities[1], 0);
  EXPECT_NEAR(probabilities[2], 0.7310586, 1e-6);
}

TEST(HeadActivation, NamesTheLabelOfALogitThatIsNotFinite) {
  std::array<float, 3> probabilities{};
  const std::array<float, 3> logits{0, std::numeric_limits<float>::quiet_NaN(), 0};
  const auto outcome = activate(head(core::HeadActivation::kSigmoid), logits, probabilities);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(outcome.error().message.find("'b'"), std::string::npos) << outcome.error().message;
}

TEST(HeadActivation, VectorScalingWorksOnLogProbabilities) {
  auto softmax = head(core::HeadActivation::kSoftmax);
  softmax.temperature = 2;
  std::array<float, 3> before{}, after{}, shifted{};
  ASSERT_TRUE(activate(softmax, std::array<float, 3>{2, 1, 4}, before));
  softmax.calibration.emplace().scale = {1, 3, 0};
  softmax.calibration->bias = {0, 1, 0};
  ASSERT_TRUE(activate(softmax, std::array<float, 3>{2, 1, 4}, after));
  const double a = static_cast<double>(before[0]), b = std::pow(static_cast<double>(before[1]), 3) * std::exp(1.0);
  EXPECT_NEAR(after[0], a / (a + b + 1), 1e-6);
  EXPECT_NEAR(after[1], b / (a + b + 1), 1e-6);
  ASSERT_TRUE(activate(softmax, std::array<float, 3>{12, 11, 14}, shifted));
  EXPECT_NEAR(after[0], shifted[0], 1e-6) << "a constant on all logits changes nothing";

  auto sigmoid = head(core::HeadActivation::kSigmoid);
  sigmoid.calibration.emplace().scale = {2, 2, 2};
  sigmoid.calibration->bias = {-1, -1, -1};
  ASSERT_TRUE(activate(sigmoid, std::array<float, 3>{0, 0.5F, 1}, after));
  EXPECT_NEAR(after[1], 0.5, 1e-6);
  EXPECT_NEAR(after[2], 1 / (1 + std::exp(-1.0)), 1e-6);
}

TEST(HeadActivation, IsotonicMapsComeLastAndSoftmaxStillSumsToOne) {
  for (const auto activation : {core::HeadActivation::kSoftmax, core::HeadActivation::kSigmoid}) {
    auto mapped = head(activation);
    mapped.calibration.emplace().isotonic.assign(3, {{0.0, 1.0}, {0.1, 0.3}});
    std::array<float, 3> probabilities{};
    ASSERT_TRUE(activate(mapped, std::array<float, 3>{0, 0, 0}, probabilities));
    const bool softmax = activation == core::HeadActivation::kSoftmax;
    for (const float p : probabilities) EXPECT_NEAR(p, softmax ? 1.0 / 3 : 0.2, 1e-6);
    mapped.calibration->isotonic.assign(3, {{0.5}, {0.0}});
    ASSERT_TRUE(activate(mapped, std::array<float, 3>{0, 0, 0}, probabilities));
    for (const float p : probabilities) EXPECT_NEAR(p, softmax ? 1.0 / 3 : 0.0, 1e-6) << "all zero: uniform";
  }
}

TEST(HeadActivation, ThresholdIsOneHalfUnlessGiven) {
  auto sigmoid = head(core::HeadActivation::kSigmoid);
  EXPECT_EQ(threshold(sigmoid, 1), 0.5);
  sigmoid.thresholds = {0.1, 0.2, 0.3};
  EXPECT_EQ(threshold(sigmoid, 1), 0.2);
}

}  // namespace
}  // namespace emo::pipeline
