#include "pipeline/text_recognizer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <random>
#include <thread>

#include "core/parallel.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

std::unique_ptr<TextRecognizer> open_tiny(const std::string& bundle, const RecognizerOptions& options = {}) {
  auto recognizer = TextRecognizer::open(bundle, options);
  if (!recognizer) ADD_FAILURE() << recognizer.error().message;
  return recognizer ? std::move(recognizer).value() : nullptr;
}

std::vector<std::string> random_texts(std::size_t count) {
  std::mt19937 random(11);
  std::vector<std::string> texts(count);
  for (auto& text : texts) {
    const std::size_t words = random() % 3 == 0 ? random() % 120 : random() % 12;
    for (std::size_t w = 0; w < words; ++w) {
      for (std::size_t c = 1 + random() % 6; c > 0; --c) text += static_cast<char>('a' + random() % 26);
      text += ' ';
    }
  }
  return texts;
}

void expect_same(const Result<TextResult>& a, const Result<TextResult>& b) {
  ASSERT_EQ(a.has_value(), b.has_value());
  if (!a) return;
  EXPECT_EQ(a->label, b->label);
  EXPECT_EQ(a->coverage.windows, b->coverage.windows);
  for (std::size_t h = 0; h < a->heads.size(); ++h) EXPECT_EQ(a->heads[h].probabilities, b->heads[h].probabilities);
}

class TextRecognizerTest : public ::testing::Test {
 protected:
  void SetUp() override { test::write_tiny_bundle(folder_ / "tiny"); }
  test::TemporaryFolder folder_;
};

TEST_F(TextRecognizerTest, ProbabilitiesAreProbabilities) {
  const auto recognizer = open_tiny(folder_ / "tiny");
  ASSERT_NE(recognizer, nullptr);
  EXPECT_EQ(recognizer->primary_head(), 0U);
  const std::vector<std::string> texts = random_texts(40);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  for (const auto& result : recognizer->recognize(views)) {
    ASSERT_TRUE(result);
    ASSERT_EQ(result->heads.size(), 3U);
    const auto& basic = result->heads[0].probabilities;
    EXPECT_NEAR(std::accumulate(basic.begin(), basic.end(), 0.0), 1, 1e-5);
    const auto best = static_cast<std::size_t>(std::max_element(basic.begin(), basic.end()) - basic.begin());
    if (!result->abstained) {
      EXPECT_EQ(result->label, recognizer->manifest().heads[0].labels[best]);
    }
    for (const float probability : result->heads[1].probabilities) {
      EXPECT_GE(probability, 0);
      EXPECT_LE(probability, 1);
    }
  }
}

TEST_F(TextRecognizerTest, BatchThreadsAndBudgetDoNotChangeAnyResult) {
  const auto reference = open_tiny(folder_ / "tiny");
  RecognizerOptions options;
  options.threads = 3;
  options.max_batch_tokens = 50;
  const auto other = open_tiny(folder_ / "tiny", options);
  ASSERT_TRUE(reference && other);
  const std::vector<std::string> texts = random_texts(60);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto together = other->recognize(views);
  for (std::size_t i = 0; i < views.size(); ++i) {
    expect_same(together[i], reference->recognize(std::span(&views[i], 1))[0]);
  }
}

TEST_F(TextRecognizerTest, MayBeCalledFromManyThreads) {
  const auto recognizer = open_tiny(folder_ / "tiny");
  ASSERT_NE(recognizer, nullptr);
  const std::vector<std::string> texts = random_texts(30);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto expected = recognizer->recognize(views);
  std::vector<std::vector<Result<TextResult>>> results(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = recognizer->recognize(views); });
  }
  for (const auto& result : results) {
    for (std::size_t i = 0; i < views.size(); ++i) expect_same(result[i], expected[i]);
  }
}

TEST_F(TextRecognizerTest, TellsHowManyWindowsAreRead) {
  std::vector<std::pair<std::size_t, std::size_t>> told;
  RecognizerOptions options;
  options.max_batch_tokens = 64;
  options.threads = 2;
  options.progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
  const auto recognizer = open_tiny(folder_ / "tiny", options);
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "a ";
  const std::string_view views[] = {text, "b"};
  const auto results = recognizer->recognize(views);
  ASSERT_TRUE(results[0]);
  ASSERT_GT(told.size(), 1U);
  const auto windows = static_cast<std::size_t>(results[0]->coverage.windows) + 1;
  EXPECT_EQ(told.back(), (std::pair{windows, windows}));
  for (std::size_t i = 1; i < told.size(); ++i) EXPECT_GT(told[i].first, told[i - 1].first);
}

TEST_F(TextRecognizerTest, ABadTextFailsAlone) {
  const auto recognizer = open_tiny(folder_ / "tiny");
  ASSERT_NE(recognizer, nullptr);
  const std::vector<std::string_view> texts{"good", "\xC0\x80", "", "bad"};
  const auto results = recognizer->recognize(texts);
  ASSERT_EQ(results.size(), 4U);
  EXPECT_TRUE(results[0]);
  ASSERT_FALSE(results[1]);
  EXPECT_EQ(results[1].error().code, ErrorCode::kInvalidInput);
  ASSERT_TRUE(results[2]);
  EXPECT_EQ(results[2]->abstain_reason, "empty_text");
  EXPECT_TRUE(results[3]);
  EXPECT_TRUE(recognizer->recognize({}).empty());
}

TEST_F(TextRecognizerTest, LongTextEqualsTheWeightedMeanOfItsWindows) {
  const auto recognizer = open_tiny(folder_ / "tiny");
  ASSERT_NE(recognizer, nullptr);
  // 30 tokens fill a window; stride 8: windows [0,30) [22,52); 52 tokens in all, 22 of them new in the second.
  std::string first, second, whole;
  for (int i = 0; i < 52; ++i) {
    const std::string word = i % 3 == 0 ? "good " : (i % 5 == 0 ? "sad " : "bad ");
    whole += word;
    if (i < 30) first += word;
    if (i >= 22) second += word;
  }
  const std::vector<std::string_view> texts{whole, first, second};
  const auto results = recognizer->recognize(texts);
  ASSERT_TRUE(results[0] && results[1] && results[2]);
  EXPECT_EQ(results[0]->coverage.windows, 2U);
  EXPECT_EQ(results[0]->coverage.tokens, 52U);
  EXPECT_FALSE(results[0]->coverage.truncated);
  for (std::size_t k = 0; k < 7; ++k) {
    const double expected =
        results[1]->heads[0].probabilities[k] * 30.0 / 52 + results[2]->heads[0].probabilities[k] * 22.0 / 52;
    EXPECT_NEAR(results[0]->heads[0].probabilities[k], expected, 1e-6);
  }
}

TEST_F(TextRecognizerTest, UnsupportedLanguageIsFlaggedAndStillScored) {
  const auto recognizer = open_tiny(folder_ / "tiny");
  ASSERT_NE(recognizer, nullptr);
  const std::vector<std::string_view> texts{
      "\xD0\xAF \xD0\xBE\xD1\x87\xD0\xB5\xD0\xBD\xD1\x8C \xD1\x80\xD0\xB0\xD0\xB4\xD0\xB0 \xD0\xB2\xD0\xB0\xD1\x81 "
      "\xD0\xB2\xD0\xB8\xD0\xB4\xD0\xB5\xD1\x82\xD1\x8C \xD1\x81\xD0\xB5\xD0\xB3\xD0\xBE\xD0\xB4\xD0\xBD\xD1\x8F",
      "I am very happy to see all of you here today"};
  const auto results = recognizer->recognize(texts);
  ASSERT_TRUE(results[0] && results[1]);
  EXPECT_EQ(results[0]->abstain_reason, "unsupported_language");
  EXPECT_EQ(results[0]->coverage.language, "ru");
  EXPECT_EQ(results[0]->heads[0].probabilities.size(), 7U);
  EXPECT_FALSE(results[1]->abstained);
}

TEST_F(TextRecognizerTest, WordsThatNoneAreKnownOfAreNoAnswer) {
  const auto recognizer = open_tiny(folder_ / "tiny");
  ASSERT_NE(recognizer, nullptr);
  const std::vector<std::string_view> texts{"\U0001D4D8 \U0001D4F1\U0001D4EA!", "good \U0001D4D8", "?!"};
  const auto results = recognizer->recognize(texts);
  ASSERT_TRUE(results[0] && results[1] && results[2]);
  EXPECT_TRUE(results[0]->abstained);
  EXPECT_EQ(results[0]->abstain_reason, "unknown_words");
  EXPECT_FALSE(results[1]->abstained);
  EXPECT_FALSE(results[2]->abstained);
}

TEST_F(TextRecognizerTest, RefusesInconsistentBundles) {
  auto manifest = test::tiny_manifest();
  manifest.text_preprocess.normalizer_version = 99;
  test::write_tiny_bundle(folder_ / "future", manifest, 1, false);
  const auto future = TextRecognizer::open(folder_ / "future");
  ASSERT_FALSE(future);
  EXPECT_NE(future.error().message.find("99"), std::string::npos) << future.error().message;
  const auto missing = TextRecognizer::open(folder_ / "nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  for (const int count : {0, core::kMaxThreads + 1}) {
    RecognizerOptions options;
    options.threads = count;
    const auto refused = TextRecognizer::open(folder_ / "tiny", options);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("threads is " + std::to_string(count)), std::string::npos);
  }
  RecognizerOptions no_tokens;
  no_tokens.max_batch_tokens = -1;
  const auto refused = TextRecognizer::open(folder_ / "tiny", no_tokens);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("max_batch_tokens is -1"), std::string::npos) << refused.error().message;
  for (const double bad : {-1.0, 2.0, std::nan("")}) {
    RecognizerOptions options;
    options.min_confidence = bad;
    const auto out_of_range = TextRecognizer::open(folder_ / "tiny", options);
    ASSERT_FALSE(out_of_range) << bad;
    EXPECT_EQ(out_of_range.error().code, ErrorCode::kUsage);
  }
}

TEST_F(TextRecognizerTest, NoticesAChangedByte) {
  const std::string weights = folder_ / "tiny/model.safetensors";
  std::string bytes = test::read_text(weights);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  std::filesystem::remove(weights);
  test::write_text(weights, bytes);
  const auto recognizer = TextRecognizer::open(folder_ / "tiny");
  ASSERT_FALSE(recognizer);
  EXPECT_EQ(recognizer.error().code, ErrorCode::kInvalidModel);
}

}  // namespace
}  // namespace emo::pipeline
