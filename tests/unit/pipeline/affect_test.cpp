#include "pipeline/affect.hpp"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <string>

namespace emo::pipeline {
namespace {

const std::array<std::string, 7> kBasic{"anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"};

std::array<float, 7> all_on(std::size_t index) {
  std::array<float, 7> probabilities{};
  probabilities[index] = 1;
  return probabilities;
}

TEST(Affect, StaysInItsRangesAndHasTheRightSigns) {
  for (std::size_t i = 0; i < 7; ++i) {
    const auto affect = derive_affect(kBasic, all_on(i));
    ASSERT_TRUE(affect);
    EXPECT_GE(affect->valence, -1);
    EXPECT_LE(affect->valence, 1);
    EXPECT_GE(affect->arousal, 0);
    EXPECT_LE(affect->arousal, 1);
  }
  EXPECT_GT(derive_affect(kBasic, all_on(3))->valence, 0.5);
  EXPECT_LT(derive_affect(kBasic, all_on(5))->valence, -0.5);
  EXPECT_EQ(derive_affect(kBasic, all_on(4))->valence, 0);
  EXPECT_GT(derive_affect(kBasic, all_on(0))->arousal, derive_affect(kBasic, all_on(5))->arousal);
}

TEST(Affect, MixesByProbability) {
  const std::array<float, 7> half{0, 0, 0, 0.5F, 0.5F, 0, 0};
  EXPECT_NEAR(derive_affect(kBasic, half)->valence, 0.4, 1e-6);
  EXPECT_NEAR(derive_affect(kBasic, half)->arousal, 0.4, 1e-6);
}

TEST(Affect, KnowsSynonymsAndRefusesForeignLabels) {
  const std::array<std::string, 2> synonyms{"happiness", "sadness"};
  const std::array<float, 2> sure{1, 0};
  EXPECT_NEAR(derive_affect(synonyms, sure)->valence, 0.8, 1e-6);
  const std::array<std::string, 2> foreign{"LABEL_0", "sadness"};
  EXPECT_FALSE(derive_affect(foreign, sure).has_value());
  EXPECT_FALSE(derive_polarity(foreign, sure).has_value());
}

TEST(Affect, ZeroMassHasNoAffect) {
  const std::array<float, 7> nothing{};
  EXPECT_FALSE(derive_affect(kBasic, nothing).has_value());
}

TEST(Affect, PolarityGathersTheClassesAndSumsToOne) {
  const std::array<float, 7> mixed{0.1F, 0.1F, 0.1F, 0.3F, 0.2F, 0.1F, 0.1F};
  const auto polarity = derive_polarity(kBasic, mixed);
  ASSERT_TRUE(polarity);
  EXPECT_NEAR((*polarity)[0], 0.4, 1e-6);
  EXPECT_NEAR((*polarity)[1], 0.3, 1e-6);
  EXPECT_NEAR((*polarity)[2], 0.3, 1e-6);
}

}  // namespace
}  // namespace emo::pipeline
