#include "metrics/logit_fit.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

struct Sample {
  std::vector<float> logits;
  std::vector<std::int32_t> labels;
};

/// Labels drawn from softmax(z), logits reported as temperature * z: the fit must find `temperature` again.
Sample drawn(std::size_t rows, std::size_t classes, double temperature, std::uint64_t seed) {
  core::Random random(seed);
  Sample sample;
  std::vector<double> weights(classes);
  for (std::size_t i = 0; i < rows; ++i) {
    for (double& w : weights) {
      const double z = 1.5 * random.normal();
      sample.logits.push_back(static_cast<float>(z * temperature));
      w = std::exp(z);
    }
    double at = random.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::int32_t label = 0;
    while (label + 1 < static_cast<std::int32_t>(classes) && at >= weights[static_cast<std::size_t>(label)]) {
      at -= weights[static_cast<std::size_t>(label)];
      ++label;
    }
    sample.labels.push_back(label);
  }
  return sample;
}

TEST(FitTemperature, FindsTheTemperatureOfTheData) {
  for (const double truth : {0.3, 1.0, 4.0}) {
    const Sample sample = drawn(20000, 5, truth, 17);
    EXPECT_NEAR(fit_temperature(sample.logits, sample.labels, 5), truth, 0.04 * truth);
  }
}

TEST(FitTemperature, SoftTargetsOfOneClassAreHardLabels) {
  const Sample sample = drawn(500, 3, 2.0, 5);
  std::vector<float> targets(sample.logits.size(), 0.0F);
  for (std::size_t i = 0; i < sample.labels.size(); ++i) {
    targets[i * 3 + static_cast<std::size_t>(sample.labels[i])] = 1;
  }
  EXPECT_NEAR(fit_temperature_soft(sample.logits, targets, 3), fit_temperature(sample.logits, sample.labels, 3), 1e-9);
}

TEST(FitTemperature, DegenerateInput) {
  EXPECT_EQ(fit_temperature({}, {}, 3), 1);
  EXPECT_EQ(fit_temperature_soft({}, {}, 3), 1);
  EXPECT_EQ(fit_temperature_binary({}, {}), 1);
  const std::vector<float> constant{2, 2, 2, 2};
  const std::vector<std::int32_t> labels{0, 1};
  EXPECT_EQ(fit_temperature(constant, labels, 2), 1);
  const std::vector<float> separable{3, 0, 0, 3};
  EXPECT_EQ(fit_temperature(separable, labels, 2), kMinTemperature);
  const std::vector<float> all_wrong{0, 3, 3, 0};
  EXPECT_EQ(fit_temperature(all_wrong, labels, 2), kMaxTemperature);
}

TEST(FitTemperatureBinary, FindsTheTemperatureOfTheData) {
  core::Random random(8);
  std::vector<float> logits;
  std::vector<std::uint8_t> targets;
  for (int i = 0; i < 20000; ++i) {
    const double z = 2 * random.normal();
    logits.push_back(static_cast<float>(2.5 * z));
    targets.push_back(random.uniform() < 1 / (1 + std::exp(-z)) ? 1 : 0);
  }
  EXPECT_NEAR(fit_temperature_binary(logits, targets), 2.5, 0.1);
}

TEST(RareClassBias, LiftsEveryClassBelowTheFloorUpToIt) {
  const std::array<std::uint64_t, 4> counts{900, 80, 19, 0};
  const auto bias = rare_class_bias(counts, 0.05);
  EXPECT_EQ(bias[0], 0.0);
  EXPECT_EQ(bias[1], 0.0) << "8 % is no rare class";
  EXPECT_NEAR(bias[2], std::log(0.05 / 0.019), 1e-12);
  EXPECT_NEAR(bias[3], std::log(0.05 / 0.001), 1e-12) << "never seen counts as seen once";
  EXPECT_EQ(rare_class_bias(counts, 0.0), (std::vector<double>{0, 0, 0, 0}));
  EXPECT_TRUE(rare_class_bias({}, 0.1).empty());
}

TEST(RoomForLuck, IsAShareOfOneRowMoreThanThereAre) {
  const std::vector<std::int32_t> labels{0, 2, 2};
  const auto targets = with_room_for_luck(labels, 3);
  ASSERT_EQ(targets.size(), 9U);
  EXPECT_NEAR(targets[0], 0.75 + 0.25 / 3, 1e-6);
  EXPECT_NEAR(targets[1], 0.25 / 3, 1e-6);
  const auto soft = with_room_for_luck(std::vector<float>{0.5F, 0.5F, 0, 0, 0, 0}, 3);
  EXPECT_NEAR(soft[0], 0.25 + 0.5 / 3, 1e-6);
  EXPECT_EQ(soft[3], 0) << "a row without a target stays one and does not count";
  EXPECT_TRUE(with_room_for_luck(std::vector<std::int32_t>{}, 3).empty());
}

}  // namespace
}  // namespace emo::metrics
