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
  EXPECT_EQ(in.cut(), 0U);
}

TEST_F(TextBatchesTest, LongTextsAreCutAndCounted) {
  auto in = input(8);
  const auto ids = in.ids("the the the the the the the the the the");
  EXPECT_EQ(ids.size(), 8U);
  EXPECT_EQ(ids.back(), tokenizer->last_id());
  EXPECT_EQ(in.cut(), 1U);
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
  auto in = input();
  config.augmentation.shout = 1;
  const auto batches = plain_batches(data.train, 64, in);
  const auto order = order_of(batches);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(order.size(), data.train.size());
  for (const auto& batch : batches) EXPECT_LE(batch.packed.ids.size(), 64U);
  EXPECT_TRUE(plain_batches({}, 64, in).empty());
}

}  // namespace
}  // namespace emo::train
