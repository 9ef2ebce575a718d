#include "pipeline/abstention.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

TextResult result_with(std::vector<float> basic, const std::string& language) {
  TextResult result;
  result.heads = {{"basic", std::move(basic)}};
  result.coverage.language = language;
  return result;
}

TEST(Abstention, OnlyASureForeignLanguageCounts) {
  const std::array<std::string, 2> supported{"en", "de"};
  EXPECT_TRUE(unsupported_language("fr", 0.9, supported));
  EXPECT_FALSE(unsupported_language("fr", 0.5, supported));
  EXPECT_FALSE(unsupported_language("en", 0.99, supported));
  EXPECT_FALSE(unsupported_language("und", 0.99, supported));
  EXPECT_FALSE(unsupported_language("fr", 0.9, {}));
}

TEST(Abstention, EmptyTextIsAbstainedAndItsScoresClaimNothing) {
  const auto manifest = test::tiny_manifest();
  Coverage coverage;
  coverage.chars = 3;
  const auto result = empty_text_result(manifest, 0, coverage);
  EXPECT_EQ(result.label, "neutral");
  EXPECT_TRUE(result.abstained);
  EXPECT_EQ(result.abstain_reason, "empty_text");
  EXPECT_EQ(result.coverage.chars, 3U);
  ASSERT_EQ(result.heads.size(), 3U);
  const auto& basic = result.heads[0].probabilities;
  EXPECT_NEAR(std::accumulate(basic.begin(), basic.end(), 0.0), 1, 1e-6);
  for (const float probability : basic) EXPECT_NEAR(probability, 1.0 / 7, 5e-7) << "no class is surer than another";
  EXPECT_EQ(std::max_element(basic.begin(), basic.end()) - basic.begin(), 4) << "the best of them is neutral";
  const auto& sentiment = result.heads[2].probabilities;
  EXPECT_EQ(std::max_element(sentiment.begin(), sentiment.end()) - sentiment.begin(), 1) << "neutral";
  EXPECT_NEAR(sentiment[1], 1.0 / 3, 5e-7);
  for (const float probability : result.heads[1].probabilities) EXPECT_EQ(probability, 0);
}

TEST(Abstention, EmptyTextOfAModelWithoutNeutralGetsItsFirstLabel) {
  auto manifest = test::tiny_manifest();
  manifest.heads[0].labels = {"mad", "glad"};
  const auto result = empty_text_result(manifest, 0, {});
  EXPECT_EQ(result.label, "mad");
  EXPECT_EQ(result.heads[0].probabilities, (std::vector<float>{0.5F, 0.5F}));
}

TEST(Abstention, EmptyTextIsNeutralHoweverThatIsSpelt) {
  auto manifest = test::tiny_manifest();
  manifest.heads[0].labels = {"Anger", "Joy", "Neutral"};
  const auto result = empty_text_result(manifest, 0, {});
  EXPECT_EQ(result.label, "Neutral");
  const auto& scores = result.heads[0].probabilities;
  EXPECT_EQ(std::max_element(scores.begin(), scores.end()) - scores.begin(), 2);
}

TEST(Abstention, EmptyTextOfASigmoidHeadIsNeutralAndNotItsFirstLabel) {
  const auto result = empty_text_result(test::tiny_manifest(), 1, {});
  EXPECT_EQ(result.label, "neutral");
}

TEST(Abstention, DecideTakesTheFirstOfEqualsAndGivesOneReason) {
  const auto manifest = test::tiny_manifest();
  auto result = result_with({0.1F, 0.1F, 0.3F, 0.3F, 0.1F, 0.05F, 0.05F}, "en");
  decide(result, manifest, 0, 1.0, 0);
  EXPECT_EQ(result.label, "fear");
  EXPECT_FALSE(result.abstained);
  EXPECT_EQ(result.abstain_reason, "");
  decide(result, manifest, 0, 1.0, 0.5);
  EXPECT_TRUE(result.abstained);
  EXPECT_EQ(result.abstain_reason, "low_confidence");
  auto foreign = result_with({0.1F, 0.1F, 0.3F, 0.3F, 0.1F, 0.05F, 0.05F}, "fr");
  decide(foreign, manifest, 0, 0.95, 0.5);
  EXPECT_EQ(foreign.abstain_reason, "unsupported_language");
  EXPECT_EQ(foreign.label, "fear");
  decide(foreign, manifest, 0, 0.95, 0.5, false);
  EXPECT_EQ(foreign.abstain_reason, "unsupported_language") << "says more";
  decide(result, manifest, 0, 1.0, 0.5, false);
  EXPECT_TRUE(result.abstained);
  EXPECT_EQ(result.abstain_reason, "unknown_words");
}

}  // namespace
}  // namespace emo::pipeline
