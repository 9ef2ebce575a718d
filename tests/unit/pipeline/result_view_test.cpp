#include "pipeline/result_view.hpp"

#include <gtest/gtest.h>

#include "pipeline/abstention.hpp"
#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

TextResult sample(const io::Manifest& manifest) {
  TextResult result;
  result.label = "joy";
  result.heads = {{manifest.heads[0].name, {0.1F, 0.0F, 0.1F, 0.6F, 0.1F, 0.05F, 0.05F}},
                  {manifest.heads[1].name, std::vector<float>(28, 0.1F)},
                  {manifest.heads[2].name, {0.2F, 0.1F, 0.7F}}};
  result.heads[1].probabilities[3] = 0.5F;
  result.heads[1].probabilities[17] = 0.9F;
  return result;
}

TEST(ResultView, SortsScoresAndKeepsEquals) {
  const auto manifest = test::tiny_manifest();
  const auto view = view_result(sample(manifest), manifest, head_roles(manifest));
  ASSERT_EQ(view.scores.size(), 7U);
  EXPECT_EQ(view.scores[0].label, "joy");
  EXPECT_EQ(view.scores[1].label, "anger");
  EXPECT_EQ(view.scores[2].label, "fear");
  EXPECT_EQ(view.scores[3].label, "neutral");
  EXPECT_EQ(view.scores.back().label, "disgust");
}

TEST(ResultView, EmotionsAreThoseOverTheirThresholds) {
  const auto manifest = test::tiny_manifest();
  const auto view = view_result(sample(manifest), manifest, head_roles(manifest));
  ASSERT_EQ(view.emotions.size(), 2U);
  EXPECT_EQ(view.emotions[0].label, manifest.heads[1].labels[17]);
  EXPECT_EQ(view.emotions[1].label, manifest.heads[1].labels[3]);
}

TEST(ResultView, SentimentComesFromItsHead) {
  const auto manifest = test::tiny_manifest();
  const auto view = view_result(sample(manifest), manifest, head_roles(manifest));
  ASSERT_TRUE(view.sentiment);
  EXPECT_EQ(view.sentiment->label, "positive");
  EXPECT_FLOAT_EQ(view.sentiment->score, 0.7F);
  EXPECT_FALSE(view.sentiment_derived);
  ASSERT_TRUE(view.affect);
  EXPECT_GT(view.affect->valence, 0);
}

TEST(ResultView, TopKLimitsBothLists) {
  const auto manifest = test::tiny_manifest();
  const auto view = view_result(sample(manifest), manifest, head_roles(manifest), 1);
  EXPECT_EQ(view.scores.size(), 1U);
  EXPECT_EQ(view.emotions.size(), 1U);
}

TEST(ResultView, WithoutASentimentHeadItIsDerived) {
  auto manifest = test::tiny_manifest();
  auto result = sample(manifest);
  manifest.heads.resize(1);
  result.heads.resize(1);
  const auto view = view_result(result, manifest, head_roles(manifest));
  ASSERT_TRUE(view.sentiment);
  EXPECT_EQ(view.sentiment->label, "positive");
  EXPECT_TRUE(view.sentiment_derived);
  EXPECT_TRUE(view.emotions.empty());
}

TEST(ResultView, OfNoWordsNothingIsDerivedFromTheScores) {
  auto manifest = test::tiny_manifest();
  io::HeadCalibration calibrated;
  calibrated.conformal.emplace();
  calibrated.conformal->coverage = 0.9;
  calibrated.conformal->thresholds.assign(7, 0.5);
  manifest.heads[0].calibration = calibrated;
  const auto view = view_result(empty_text_result(manifest, 0, {}), manifest, head_roles(manifest));
  EXPECT_EQ(view.scores[0].label, "neutral");
  EXPECT_EQ(view.sentiment->label, "neutral");
  EXPECT_NEAR(view.sentiment->score, 1.0 / 3, 1e-6);
  EXPECT_EQ(view.affect->valence, 0);
  EXPECT_TRUE(view.emotions.empty());
  ASSERT_TRUE(view.set);
  EXPECT_EQ(view.set->size(), 7U) << "nothing can be excluded";

  manifest.heads.resize(1);
  const auto derived = view_result(empty_text_result(manifest, 0, {}), manifest, head_roles(manifest));
  ASSERT_TRUE(derived.sentiment);
  EXPECT_EQ(derived.sentiment->label, "neutral") << "four of seven classes are negative";
  EXPECT_NEAR(derived.sentiment->score, 1.0 / 3, 1e-6);
}

}  // namespace
}  // namespace emo::pipeline
