#include "pipeline/head_decision.hpp"

#include <gtest/gtest.h>

#include <array>

namespace emo::pipeline {
namespace {

io::HeadManifest head() {
  io::HeadManifest head;
  head.name = "h";
  head.labels = {"a", "b", "c"};
  return head;
}

TEST(HeadDecision, BestLabelAndReasons) {
  auto plain = head();
  const std::array<float, 3> probabilities{0.2F, 0.5F, 0.3F};
  EXPECT_EQ(decide_head(plain, probabilities).best, 1U);
  EXPECT_EQ(decide_head(plain, probabilities).abstain_reason, "");
  EXPECT_EQ(decide_head(plain, probabilities, 0.6).abstain_reason, "low_confidence");
  plain.calibration.emplace().abstention = io::RiskTarget{0.1, 0.9, 0.55, 0.4, 100};
  EXPECT_EQ(decide_head(plain, probabilities).abstain_reason, "risk_target");
  EXPECT_EQ(decide_head(plain, probabilities, 0.6).abstain_reason, "low_confidence") << "the caller's bound is first";
  plain.calibration->abstention->min_confidence = 0.5;
  EXPECT_EQ(decide_head(plain, probabilities).abstain_reason, "");
}

TEST(HeadDecision, LabelSetsHoldTheBestAndAreSorted) {
  auto calibrated = head();
  const std::array<float, 3> probabilities{0.2F, 0.5F, 0.3F};
  EXPECT_TRUE(label_set(calibrated, probabilities).empty()) << "no thresholds, no set";
  auto& sets = calibrated.calibration.emplace().conformal.emplace();
  sets.thresholds = {0.25, 0.25, 0.25};
  EXPECT_EQ(label_set(calibrated, probabilities), (std::vector<std::size_t>{1, 2}));
  sets.thresholds = {0.1, 0.9, 0.9};
  EXPECT_EQ(label_set(calibrated, probabilities), (std::vector<std::size_t>{1, 0})) << "the best is always in";
  sets.thresholds = {0, 0, 0};
  EXPECT_EQ(label_set(calibrated, probabilities), (std::vector<std::size_t>{1, 2, 0}));
}

}  // namespace
}  // namespace emo::pipeline
