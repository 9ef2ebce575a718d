#include "pipeline/explanation_json.hpp"

#include <gtest/gtest.h>

#include "io/json.hpp"
#include "linear_recognizer.hpp"

namespace emo::pipeline {
namespace {

TEST(ExplanationJson, HasThePromisedFields) {
  const test::LinearRecognizer recognizer({{"lovely", 2.0}, {"not", -1.0}});
  const std::string text = "this is not \"lovely\" at all";
  const auto explanation = explain_text(recognizer, text, {.label = "good"});
  ASSERT_TRUE(explanation);
  std::string out;
  append_explanation_json(out, "7", text, *explanation, recognizer.manifest());
  const auto json = io::parse_json(out, "explanation");
  ASSERT_TRUE(json) << json.error().message << out;
  EXPECT_EQ((*json)["id"], "7");
  EXPECT_EQ((*json)["text"], text);
  EXPECT_EQ((*json)["label"], "good");
  EXPECT_EQ((*json)["words"].size(), explanation->weights.size());
  for (const auto& word : (*json)["words"]) {
    const auto begin = word["start"].get<std::size_t>();  // ASCII here, so code points are bytes
    EXPECT_EQ(word["text"], text.substr(begin, word["end"].get<std::size_t>() - begin));
  }
  EXPECT_EQ((*json)["phrases"].size(), 1U);
  EXPECT_TRUE((*json)["phrases"][0].contains("interaction"));
  for (const char* field :
       {"deletion_auc", "insertion_auc", "random_auc", "random_spread", "gain", "random_orders", "seed", "verdict"}) {
    EXPECT_TRUE((*json)["faithfulness"].contains(field)) << field;
  }
  EXPECT_EQ((*json)["model"]["name"], "tiny");
}

TEST(ExplanationJson, TopKKeepsTheHeaviestOfEitherSign) {
  const test::LinearRecognizer recognizer({{"lovely", 1.0}, {"vile", -2.0}});
  const auto explanation = explain_text(recognizer, "a lovely and vile day", {.label = "good"});
  ASSERT_TRUE(explanation);
  const auto two = select_weights(*explanation, 2);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_NEAR(two[0].weight, -2, 1e-5);
  EXPECT_NEAR(two[1].weight, 1, 1e-5);
  EXPECT_EQ(select_weights(*explanation, 0).size(), 5U);
}

TEST(ExplanationJson, WithoutWordsFaithfulnessIsNull) {
  const test::LinearRecognizer recognizer({});
  const auto explanation = explain_text(recognizer, "");
  ASSERT_TRUE(explanation);
  std::string out;
  append_explanation_json(out, "0", "", *explanation, recognizer.manifest());
  const auto json = io::parse_json(out, "explanation");
  ASSERT_TRUE(json) << out;
  EXPECT_TRUE((*json)["faithfulness"].is_null());
  EXPECT_TRUE((*json)["words"].empty());
}

}  // namespace
}  // namespace emo::pipeline
