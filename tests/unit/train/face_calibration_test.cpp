#include "train/face_calibration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/probability.hpp"

namespace emo::train {
namespace {

// Rows whose probabilities are softmax(2 z) when the logits say z, of classes seen 90:9:1.
struct Sample {
  std::vector<float> logits;
  std::vector<std::int32_t> gold;
};

Sample sample(std::size_t rows) {
  Sample out;
  core::Random random(11);
  for (std::size_t i = 0; i < rows; ++i) {
    std::array<double, 3> z{random.normal() + 1.0, random.normal(), random.normal() - 1.0};
    std::array<double, 3> p{};
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) sum += p[k] = std::exp(2.0 * z[k]);
    double draw = random.uniform() * sum;
    std::int32_t gold = 0;
    while (gold < 2 && (draw -= p[static_cast<std::size_t>(gold)]) > 0) ++gold;
    for (const double value : z) out.logits.push_back(static_cast<float>(value));
    out.gold.push_back(gold);
  }
  return out;
}

TEST(FaceCalibrationTest, ProbabilitiesBecomeCredible) {
  const auto data = sample(4000);
  const std::array<std::uint64_t, 3> counts{900, 90, 10};
  const auto fitted = calibrate_head({data.logits}, data.gold, counts);
  const auto before = calibrated_probabilities(data.logits, 3, {});
  const auto after = calibrated_probabilities(data.logits, 3, fitted);
  EXPECT_LE(metrics::log_loss(after, data.gold, 3), metrics::log_loss(before, data.gold, 3) + 0.02);
  for (std::size_t row = 0; row < 10; ++row) {
    EXPECT_NEAR(after[row * 3] + after[row * 3 + 1] + after[row * 3 + 2], 1.0, 1e-5);
  }
}

TEST(FaceCalibrationTest, WithEqualClassesItIsTheTemperatureAlone) {
  const auto data = sample(4000);
  const std::array<std::uint64_t, 3> counts{100, 100, 100};
  const auto fitted = calibrate_head({data.logits}, data.gold, counts);
  EXPECT_NEAR(fitted.temperature, 0.5, 0.05);
  for (const double b : fitted.bias) EXPECT_NEAR(b, 0.0, 1e-9);
}

// Of three kinds of rows one is as often of the rare class as not, though its logits prefer a frequent one.
TEST(FaceCalibrationTest, ARareClassIsLiftedAndFrequentOnesKeepTheirOrder) {
  std::vector<float> logits;
  std::vector<std::int32_t> gold;
  const auto add = [&](std::int32_t label, int rows, std::array<float, 3> z) {
    for (int i = 0; i < rows; ++i) {
      gold.push_back(label);
      logits.insert(logits.end(), z.begin(), z.end());
    }
  };
  constexpr std::array<float, 3> kFirst{2.0F, 0.0F, -4.0F}, kSecond{0.0F, 1.8F, -4.0F}, kRare{1.0F, -3.0F, 0.0F};
  add(0, 500, kFirst);
  add(1, 70, kFirst);
  add(1, 330, kSecond);
  add(0, 60, kSecond);
  add(0, 20, kRare);
  add(2, 20, kRare);
  const std::array<std::uint64_t, 3> counts{5800, 4000, 200};
  const auto fitted = calibrate_head({logits}, gold, counts);
  EXPECT_EQ(fitted.bias[0], 0.0);
  EXPECT_EQ(fitted.bias[1], 0.0);
  EXPECT_GT(fitted.bias[2], 0.5);
  const auto p = calibrated_probabilities(kRare, 3, fitted);
  EXPECT_GT(p[2], p[0]) << "a rare row is read now";
}

TEST(FaceCalibrationTest, TheFloorIsChosenForTheMeanOfTheViews) {
  // The mirror image alone reads the rare class; the mean of both does so without any lift.
  std::vector<float> plain, mirrored;
  std::vector<std::int32_t> gold;
  for (int i = 0; i < 100; ++i) {
    const bool rare = i % 20 == 0;
    gold.push_back(rare ? 1 : 0);
    plain.insert(plain.end(), {rare ? 0.2F : 3.0F, 0.0F});
    mirrored.insert(mirrored.end(), {rare ? 0.0F : 3.0F, rare ? 3.0F : 0.0F});
  }
  const std::array<std::uint64_t, 2> counts{950, 50};
  EXPECT_GT(calibrate_head({plain}, gold, counts).bias[1], 0.0);
  EXPECT_EQ(calibrate_head({plain, mirrored}, gold, counts).bias[1], 0.0);
  const auto mean = mean_probabilities({plain, mirrored}, 2, {});
  EXPECT_NEAR(mean[0] + mean[1], 1.0, 1e-6);
  const float one = calibrated_probabilities(plain, 2, {})[1], other = calibrated_probabilities(mirrored, 2, {})[1];
  EXPECT_NEAR(mean[1], (one + other) / 2, 1e-6);
}

TEST(FaceCalibrationTest, RowsThatAreAllRightLeaveRoomForLuckAndAllWrongReachTheEndOfTheRange) {
  std::vector<float> logits;
  std::vector<std::int32_t> right, wrong;
  for (int i = 0; i < 20; ++i) {
    logits.insert(logits.end(), {i % 2 == 0 ? 2.0F : 0.0F, i % 2 == 0 ? 0.0F : 2.0F});
    right.push_back(i % 2);
    wrong.push_back(1 - i % 2);
  }
  const std::array<std::uint64_t, 2> counts{90, 90};
  // Twenty of twenty: as sure as 20 of 21 with the last one open, ln(q / (1 - q)) = 2 / T.
  const double q = 1 - 1.0 / 21 / 2;
  EXPECT_NEAR(calibrate_head({logits}, right, counts).temperature, 2 / std::log(q / (1 - q)), 1e-4);
  EXPECT_NEAR(calibrate_head({logits}, wrong, counts).temperature, metrics::kMaxTemperature, 1e-9);
}

TEST(FaceCalibrationTest, WithoutRowsItIsTheIdentity) {
  const std::array<std::uint64_t, 2> counts{1, 1};
  const auto fitted = calibrate_head({{}}, {}, counts);
  EXPECT_EQ(fitted.temperature, 1.0);
  EXPECT_TRUE(fitted.bias.empty());
}

}  // namespace
}  // namespace emo::train
