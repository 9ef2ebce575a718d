#include "train/text_split.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "text/near_copies.hpp"

namespace emo::train {
namespace {

class TextSplitTest : public testing::Test {
 protected:
  void SetUp() override { config.sources.resize(1); }
  void learn(const std::string& text, std::size_t source = 0) { add(data.train, text, source); }
  void judge(const std::string& text) { add(data.dev, text, 0); }
  static void add(std::vector<TextExample>& rows, const std::string& text, std::size_t source) {
    rows.emplace_back();
    rows.back().text = text;
    rows.back().key = text::copy_key(text);
    rows.back().source = source;
  }
  static std::multiset<std::string> texts(const std::vector<TextExample>& rows) {
    std::multiset<std::string> all;
    for (const auto& row : rows) all.insert(row.text);
    return all;
  }
  TextTrainConfig config;
  TextDataset data;
};

std::string sentence(int i) {
  return "number " + std::to_string(i) + " of " + std::to_string(i * 7919) + " came home after " +
         std::to_string(i * 31);
}

TEST_F(TextSplitTest, TheLastRowOfAClassIsLearnt) {
  config.dev_fraction = 0.5;
  std::size_t alone = 0;
  for (int i = 0; i < 400; ++i) {
    learn(sentence(i));
    data.train.back().targets = {{i % 2 == 0 ? 1.0F : 0.0F, i % 2 == 1 ? 1.0F : 0.0F, 0, 0, 0, 0}};
    if (i < 4)
      data.train.back().targets[0] = {0, 0, i == 0 ? 1.0F : 0, i == 1 ? 1.0F : 0, i == 2 ? 1.0F : 0, i == 3 ? 1.0F : 0};
  }
  hold_out_rows(config, data);
  EXPECT_NEAR(static_cast<double>(data.dev.size()), 200, 60);
  for (const auto& row : data.train) alone += row.targets[0][0] == 0 && row.targets[0][1] == 0 ? 1 : 0;
  EXPECT_EQ(alone, 4U) << "half of them would have been held out";
}

TEST_F(TextSplitTest, CopiesGoTheSameWay) {
  for (int i = 0; i < 300; ++i) {
    learn(sentence(i));
    learn(sentence(i) + "!!");
    learn(sentence(i) + ", really");
  }
  config.dev_fraction = 0.3;
  config.test_fraction = 0.2;
  const auto held = hold_out_rows(config, data);
  EXPECT_EQ(held.dev, std::vector<std::int64_t>{static_cast<std::int64_t>(data.dev.size())});
  EXPECT_EQ(held.test, std::vector<std::int64_t>{static_cast<std::int64_t>(data.test.size())});
  EXPECT_EQ(data.train.size() + data.dev.size() + data.test.size(), 900U);
  EXPECT_NEAR(static_cast<double>(data.dev.size()), 270, 75);
  EXPECT_NEAR(static_cast<double>(data.test.size()), 180, 75);
  for (const auto* rows : {&data.train, &data.dev, &data.test}) {
    const auto all = texts(*rows);
    for (int i = 0; i < 300; ++i) {
      const auto copies = all.count(sentence(i)) + all.count(sentence(i) + "!!") + all.count(sentence(i) + ", really");
      EXPECT_TRUE(copies == 0 || copies == 3) << sentence(i);
    }
  }
  drop_copies_of_held_out(data);
  EXPECT_EQ(data.dropped, 0U);
  count_near_copies(data);
  EXPECT_EQ(data.judged_near_copies, 0U);
}

TEST_F(TextSplitTest, ManyTextsOfOnePatternAreNotOneText) {
  for (int i = 0; i < 100; ++i) learn("your parcel will be delivered on the day number " + std::to_string(i));
  config.dev_fraction = 0.3;
  hold_out_rows(config, data);
  EXPECT_NEAR(static_cast<double>(data.dev.size()), 30, 20);
  drop_copies_of_held_out(data);
  count_near_copies(data);
  EXPECT_EQ(data.train.size() + data.dev.size(), 100U);
  EXPECT_EQ(data.judged_near_copies, data.dev.size()) << "which is told";
}

TEST_F(TextSplitTest, DevelopmentIsTheSameWithATestAndWithout) {
  for (int i = 0; i < 200; ++i) learn(sentence(i));
  TextDataset in_three = data;
  config.dev_fraction = 0.2;
  hold_out_rows(config, data);
  config.test_fraction = 0.2;
  config.seed = 99;
  hold_out_rows(config, in_three);
  EXPECT_EQ(texts(in_three.dev), texts(data.dev));
  EXPECT_TRUE(data.test.empty());
  EXPECT_FALSE(in_three.test.empty());
}

TEST_F(TextSplitTest, WhereDevelopmentIsGivenTheTestAloneIsHeldOut) {
  for (int i = 0; i < 200; ++i) learn(sentence(i));
  judge("given");
  config.sources[0].dev = "dev.jsonl";
  hold_out_rows(config, data);
  EXPECT_EQ(data.train.size(), 200U);
  config.test_fraction = 0.2;
  hold_out_rows(config, data);
  EXPECT_EQ(data.dev.size(), 1U);
  EXPECT_NEAR(static_cast<double>(data.test.size()), 40, 25);
  EXPECT_EQ(data.train.size() + data.test.size(), 200U);
}

TEST_F(TextSplitTest, OfSourcesThatKeepTheirRowsAndOfUnlabelledOnesNothingIsHeldOut) {
  config.sources.resize(3);
  config.sources[1].hold_out = false;
  config.sources[2].labelled = false;
  for (int i = 0; i < 50; ++i) {
    for (std::size_t source = 0; source < 3; ++source) learn(sentence(i), source);
  }
  config.dev_fraction = 0.5;
  const auto held = hold_out_rows(config, data);
  EXPECT_GT(held.dev[0], 0);
  EXPECT_EQ(held.dev[1] + held.dev[2], 0);
  EXPECT_EQ(static_cast<std::int64_t>(data.dev.size()), held.dev[0]);
  const auto dropped = drop_copies_of_held_out(data);
  EXPECT_EQ(static_cast<std::int64_t>(data.dropped), 2 * held.dev[0])
      << "but what was held out of the first is dropped";
  EXPECT_EQ(dropped, (std::map<std::size_t, std::int64_t>{{1, held.dev[0]}, {2, held.dev[0]}}));
}

TEST_F(TextSplitTest, WhatStandsInDevOrTestIsNotLearntWhateverItsWriting) {
  learn("So HAPPY today");
  learn("the last train left without me again today");
  learn("nothing like it");
  judge("so happy, today!");
  data.test_keys = {"the last train left without me again"};
  count_near_copies(data);
  EXPECT_EQ(data.judged_near_copies, 2U);
  drop_copies_of_held_out(data);
  EXPECT_EQ(data.dropped, 1U);
  EXPECT_EQ(texts(data.train),
            (std::multiset<std::string>{"the last train left without me again today", "nothing like it"}));
  data.judged_near_copies = 0;
  count_near_copies(data);
  EXPECT_EQ(data.judged_near_copies, 1U) << "a near copy stays, and is told";
}

}  // namespace
}  // namespace emo::train
