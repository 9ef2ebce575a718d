#include "train/face_calibration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.hpp"
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
  const auto fitted = calibrate_head(data.logits, data.gold, counts);
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
  const auto fitted = calibrate_head(data.logits, data.gold, counts);
  EXPECT_NEAR(fitted.temperature, 0.5, 0.05);
  for (const double b : fitted.bias) EXPECT_NEAR(b, 0.0, 1e-9);
}

TEST(FaceCalibrationTest, WithoutRowsItIsTheIdentity) {
  const std::array<std::uint64_t, 2> counts{1, 1};
  const auto fitted = calibrate_head({}, {}, counts);
  EXPECT_EQ(fitted.temperature, 1.0);
  EXPECT_TRUE(fitted.bias.empty());
}

}  // namespace
}  // namespace emo::train
