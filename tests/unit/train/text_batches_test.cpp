#include "train/text_batches.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "text/normalizer.hpp"
#include "tiny_bundle.hpp"

namespace emo::train {
namespace {

class TextBatchesTest : public testing::Test {
 protected:
  void SetUp() override {
    auto parsed = text::parse_tokenizer(test::tiny_tokenizer_json());
    ASSERT_TRUE(parsed) << parsed.error().message;
    tokenizer = std::move(*parsed);
    for (std::size_t i = 0; i < 300; ++i) {
      TextExample example;
      for (std::size_t w = 0; w <= i % 11; ++w) example.text += "the ";
      example.text += std::to_string(i);
      data.train.push_back(example);
    }
    config.sources.resize(1);
    config.tokens_per_batch = 64;
  }
  TextEncoderInput input(std::int64_t max_tokens = 32) { return {*tokenizer, 1, max_tokens}; }

  std::unique_ptr<text::Tokenizer> tokenizer;
  TextDataset data;
  TextTrainConfig config;
};

std::vector<std::size_t> order_of(const std::vector<TextBatch>& batches) {
  std::vector<std::size_t> out;
  for (const auto& batch : batches) out.insert(out.end(), batch.examples.begin(), batch.examples.end());
  return out;
}

TEST_F(TextBatchesTest, IdsAreThoseOfServingWithSpecialTokens) {
  auto in = input();
  const std::string text = "Happy & sad!";
  std::vector<std::int32_t> expected{tokenizer->first_id()};
  tokenizer->encode(text::normalize(text, 1), expected);
  expected.push_back(tokenizer->last_id());
  EXPECT_EQ(in.ids(text), expected);
  EXPECT_EQ(in.ids(""), (std::vector<std::int32_t>{tokenizer->first_id(), tokenizer->last_id()}));
  EXPECT_EQ(in.window(text, 5), expected);
}

TEST_F(TextBatchesTest, EveryTokenOfALongTextIsInTheWindowThatItDraws) {
  const auto in = input(8);  // 6 of the text and 2 special ones
  const std::string text = "a b c d e f g h i j k l m n";
  const auto all = in.ids(text);
  ASSERT_EQ(all.size(), 16U);
  for (std::size_t token = 0; token < 14; ++token) {
    const auto ids = in.window(text, 28 + token);
    ASSERT_EQ(ids.size(), 8U);
    EXPECT_EQ(ids.front(), tokenizer->first_id());
    EXPECT_EQ(ids.back(), tokenizer->last_id());
    const std::size_t begin = token < 12 ? token / 6 * 6 : 8;  // the last one is flush with the end
    EXPECT_EQ(std::vector<std::int32_t>(ids.begin() + 1, ids.end() - 1),
              std::vector<std::int32_t>(all.begin() + 1 + static_cast<std::ptrdiff_t>(begin),
                                        all.begin() + 7 + static_cast<std::ptrdiff_t>(begin)));
  }
}

TEST_F(TextBatchesTest, EpochsLearnOtherPartsOfALongText) {
  const auto in = input(8);
  data.train.resize(1);
  data.train[0].text = "a b c d e f g h i j k l m n o p q r";
  std::map<std::int32_t, int> openings;
  for (std::int64_t epoch = 0; epoch < 60; ++epoch) {
    const auto batches = epoch_batches(data, config, in, epoch);
    ASSERT_EQ(batches.size(), 1U);
    ASSERT_EQ(batches[0].packed.ids.size(), 8U);
    ++openings[batches[0].packed.ids[1]];
  }
  ASSERT_EQ(openings.size(), 3U) << "18 tokens are three windows";
  for (const auto& [opening, times] : openings) EXPECT_GT(times, 8) << opening;
}

TEST_F(TextBatchesTest, TheLengthOfAnEpochCountsWindows) {
  const auto in = input(8);
  data.train.resize(2);
  data.train[0].text = "a b c d e f g h i j k l m n";  // 8 of 16 ids
  data.train[1].text = "a b";                          // 4
  config.sources[0].repeat = 1.5;
  const EpochLength length = epoch_length(data, config, in);
  EXPECT_EQ(length.tokens, 18);
  EXPECT_EQ(length.long_texts, 1U);
  data.train.clear();
  EXPECT_EQ(epoch_length(data, config, in).tokens, 1);
}

TEST_F(TextBatchesTest, EveryRowOnceWithinTheTokenBudget) {
  auto in = input();
  const auto batches = epoch_batches(data, config, in, 0);
  auto order = order_of(batches);
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> all(data.train.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  EXPECT_EQ(order, all);
  for (const auto& batch : batches) {
    EXPECT_LE(batch.packed.ids.size(), 64U);
    ASSERT_EQ(batch.packed.starts.size(), batch.examples.size() + 1);
    EXPECT_EQ(batch.packed.starts.back(), static_cast<std::int64_t>(batch.packed.ids.size()));
    for (std::size_t b = 0; b < batch.examples.size(); ++b) {
      const auto ids = in.ids(data.train[batch.examples[b]].text);
      const auto* begin = batch.packed.ids.data() + batch.packed.starts[b];
      EXPECT_EQ(std::vector<std::int32_t>(begin, batch.packed.ids.data() + batch.packed.starts[b + 1]), ids);
    }
  }
}

TEST_F(TextBatchesTest, ATextOverTheBudgetStandsAlone) {
  config.tokens_per_batch = 16;
  auto in = input(32);
  TextExample longer;
  longer.text = "the the the the the the the the the the the the the the the the the the the the";
  data.train.push_back(longer);
  for (const auto& batch : epoch_batches(data, config, in, 0)) {
    EXPECT_TRUE(batch.packed.ids.size() <= 16 || batch.examples.size() == 1);
  }
}

TEST_F(TextBatchesTest, TheOrderFollowsFromSeedAndEpoch) {
  auto in = input();
  const auto first = order_of(epoch_batches(data, config, in, 0));
  EXPECT_EQ(first, order_of(epoch_batches(data, config, in, 0)));
  EXPECT_NE(first, order_of(epoch_batches(data, config, in, 1)));
  config.seed = 2;
  EXPECT_NE(first, order_of(epoch_batches(data, config, in, 0)));
}

TEST_F(TextBatchesTest, SourcesRepeatAsOftenAsTheySay) {
  config.sources.resize(2);
  config.sources[0].repeat = 0.5;
  config.sources[1].repeat = 2.25;
  for (std::size_t i = 0; i < data.train.size(); ++i) data.train[i].source = i % 2;
  auto in = input();
  std::map<std::size_t, std::size_t> copies;
  for (const auto example : order_of(epoch_batches(data, config, in, 0))) ++copies[example];
  double first = 0;
  double second = 0;
  for (std::size_t i = 0; i < data.train.size(); ++i) {
    (i % 2 == 0 ? first : second) += static_cast<double>(copies[i]);
    EXPECT_TRUE(i % 2 == 0 || copies[i] >= 2);
  }
  EXPECT_NEAR(first / 150, 0.5, 0.15);
  EXPECT_NEAR(second / 150, 2.25, 0.15);
}

TEST_F(TextBatchesTest, PlainBatchesKeepTheOrder) {
  const auto in = input();
  std::vector<std::vector<std::int32_t>> ids;
  for (const auto& example : data.train) ids.push_back(in.ids(example.text));
  const auto batches = plain_batches(ids, 64);
  const auto order = order_of(batches);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(order.size(), data.train.size());
  for (const auto& batch : batches) EXPECT_LE(batch.packed.ids.size(), 64U);
  EXPECT_TRUE(plain_batches({}, 64).empty());
}

}  // namespace
}  // namespace emo::train
