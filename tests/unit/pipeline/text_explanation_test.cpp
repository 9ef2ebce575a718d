#include "pipeline/text_explanation.hpp"

#include <gtest/gtest.h>

#include "linear_recognizer.hpp"
#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

const std::map<std::string, double> kWeights{{"lovely", 2.0}, {"awful", -1.5}, {"not", -0.5}, {"really", 0.25}};

TEST(TextExplanation, WeightsOfALinearModelAreItsOwn) {
  const test::LinearRecognizer recognizer(kWeights);
  const std::string text = "A really lovely day, awful end.";
  const auto explanation = explain_text(recognizer, text, {.label = "good"});
  ASSERT_TRUE(explanation) << explanation.error().message;
  EXPECT_EQ(explanation->head, "tone");
  EXPECT_EQ(explanation->label, "good");
  EXPECT_NEAR(explanation->score, 1 / (1 + std::exp(0.25)), 1e-6);
  ASSERT_EQ(explanation->weights.size(), 6U);
  const std::vector<std::pair<std::string, double>> expected{{"A", 0},   {"really", 0.25}, {"lovely", 2},
                                                             {"day", 0}, {"awful", -1.5},  {"end", 0}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& weight = explanation->weights[i];
    EXPECT_EQ(text.substr(weight.begin, weight.end - weight.begin), expected[i].first);
    EXPECT_NEAR(weight.weight, expected[i].second, 1e-5) << expected[i].first;
    EXPECT_EQ(weight.drop > 1e-9, expected[i].second > 0) << expected[i].first;
  }
  ASSERT_TRUE(explanation->faithfulness);
  EXPECT_EQ(explanation->faithfulness->verdict, "supported");
  EXPECT_EQ(recognizer.calls, 2) << "all variants of a step are one batch";
}

TEST(TextExplanation, ByDefaultTheAnswerIsExplained) {
  const test::LinearRecognizer recognizer(kWeights);
  const auto explanation = explain_text(recognizer, "awful day");
  ASSERT_TRUE(explanation);
  EXPECT_EQ(explanation->label, "bad");
  EXPECT_NEAR(explanation->weights[0].weight, 1.5, 1e-4);
}

TEST(TextExplanation, AnAdditiveModelHasNoInteraction) {
  const test::LinearRecognizer recognizer(kWeights);
  const std::string text = "it is not lovely here";
  const auto explanation = explain_text(recognizer, text, {.label = "good"});
  ASSERT_TRUE(explanation);
  ASSERT_EQ(explanation->phrases.size(), 1U);
  const auto& phrase = explanation->phrases[0];
  EXPECT_EQ(text.substr(phrase.whole.begin, phrase.whole.end - phrase.whole.begin), "not lovely here");
  EXPECT_NEAR(phrase.whole.weight, 1.5, 1e-5);
  EXPECT_NEAR(phrase.interaction, 0, 1e-5);
}

TEST(TextExplanation, OffsetsSliceTheTextInCodePoints) {
  const test::LinearRecognizer recognizer(kWeights);
  const auto explanation = explain_text(recognizer, "caf\xC3\xA9 \xF0\x9F\x98\x80 lovely");
  ASSERT_TRUE(explanation);
  ASSERT_EQ(explanation->weights.size(), 3U);
  EXPECT_EQ(explanation->weights[1].char_begin, 5U);
  EXPECT_EQ(explanation->weights[1].char_end, 6U);
  EXPECT_EQ(explanation->weights[2].char_begin, 7U);
  EXPECT_EQ(explanation->weights[2].char_end, 13U);
}

TEST(TextExplanation, NoWordsNoWeights) {
  const test::LinearRecognizer recognizer(kWeights);
  for (const char* text : {"", "   ", "."}) {
    const auto explanation = explain_text(recognizer, text);
    ASSERT_TRUE(explanation) << explanation.error().message;
    EXPECT_TRUE(explanation->weights.empty());
    EXPECT_FALSE(explanation->faithfulness);
  }
  const auto one = explain_text(recognizer, "lovely");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->weights.size(), 1U);
  EXPECT_FALSE(one->faithfulness) << "one word has no order";
  EXPECT_NEAR(one->weights[0].weight, 1, 1e-5) << "log-odds 1 against those of two classes alike";
}

TEST(TextExplanation, NoVariantIsAskedAboutTwice) {
  const test::LinearRecognizer recognizer(kWeights);
  // Of "a b c" there are 7 variants with a word in them, however many orders are tried; of three equal words five,
  // for a space may be left at the end.
  ASSERT_TRUE(explain_text(recognizer, "a b c", {.label = "good", .random_orders = 50}));
  EXPECT_LE(recognizer.asked, 7U);
  const std::size_t before = recognizer.asked;
  const auto same = explain_text(recognizer, "lovely lovely lovely", {.label = "good", .random_orders = 50});
  ASSERT_TRUE(same);
  EXPECT_LE(recognizer.asked - before, 5U);
  for (const auto& weight : same->weights) EXPECT_NEAR(weight.weight, 2, 1e-5);
}

TEST(TextExplanation, FaithfulnessCanBeLeftOut) {
  const test::LinearRecognizer recognizer(kWeights);
  const auto explanation = explain_text(recognizer, "a lovely day", {.label = "good", .random_orders = 0});
  ASSERT_TRUE(explanation);
  EXPECT_FALSE(explanation->faithfulness);
  EXPECT_EQ(recognizer.calls, 1);
}

TEST(TextExplanation, LongTextsAreWeighedInGroupsThatCoverThem) {
  const test::LinearRecognizer recognizer(kWeights);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += i == 500 ? "lovely " : "word ";
  const auto explanation = explain_text(recognizer, text, {.label = "good", .random_orders = 1});
  ASSERT_TRUE(explanation);
  EXPECT_EQ(explanation->words, 1000U);
  EXPECT_GT(explanation->words_per_weight, 1U);
  EXPECT_LE(explanation->weights.size() * explanation->words, 30'000U);
  std::size_t heavy = 0;
  std::size_t at = 0;
  for (const auto& weight : explanation->weights) {
    EXPECT_LE(weight.begin - at, 1U);
    at = weight.end;
    heavy += weight.weight > 1 ? 1 : 0;
  }
  EXPECT_EQ(at, text.size() - 1);
  EXPECT_EQ(heavy, 1U);
}

TEST(TextExplanation, ErrorsNameTheirCause) {
  const test::LinearRecognizer recognizer(kWeights);
  const auto unknown = explain_text(recognizer, "lovely", {.label = "glorp"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
  EXPECT_NE(unknown.error().message.find("glorp"), std::string::npos);
  EXPECT_NE(unknown.error().message.find("good"), std::string::npos);
  const auto broken = explain_text(recognizer, "\xFF");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::kInvalidInput);
  std::string huge;
  for (std::size_t i = 0; i <= kMaxExplainedWords; ++i) huge += "a ";
  const auto large = explain_text(recognizer, huge);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::kTooLarge);
}

TEST(TextExplanation, RunsOnARealBundleAndRepeats) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny");
  const auto recognizer = TextRecognizer::open(folder / "tiny");
  ASSERT_TRUE(recognizer);
  const auto a = explain_text(**recognizer, "I am not happy, and the word is bad!!", {.label = "gratitude"});
  const auto b = explain_text(**recognizer, "I am not happy, and the word is bad!!", {.label = "gratitude"});
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->head, "emotions");
  ASSERT_EQ(a->weights.size(), b->weights.size());
  for (std::size_t i = 0; i < a->weights.size(); ++i) EXPECT_EQ(a->weights[i].weight, b->weights[i].weight);
  EXPECT_EQ(a->faithfulness->random, b->faithfulness->random);
}

}  // namespace
}  // namespace emo::pipeline
