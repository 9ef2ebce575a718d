// What is held out of labelled texts and what is left out for it: copies, test files, splits without a label.
#include <gtest/gtest.h>

#include <algorithm>

#include "text_dataset_test.hpp"

namespace emo::train {
namespace {

TEST_F(TextDatasetTest, TextsOfDevAreTakenOutOfTrain) {
  auto config = config_for({head("basic", "basic7")},
                           R"({"text":"same","labels":["joy"]}
{"text":"other","labels":["joy"]}
)",
                           R"({"text":"same","labels":["joy"]})");
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->train.size(), 1U);
  EXPECT_EQ(data->train[0].text, "other");
  EXPECT_EQ(data->dropped, 1U);
  const std::string told = "1 training row left out: the same words stand in the development or test rows";
  EXPECT_EQ(std::count(data->told.begin(), data->told.end(), told), 1);
}

TEST_F(TextDatasetTest, SplittingKeepsEqualTextsTogetherAndTakesItsShare) {
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += R"({"text":"row )" + std::to_string(i / 2) + R"(","labels":["joy"]})" + "\n";
  auto config = config_for({head("basic", "basic7")}, rows, "");
  config.dev_fraction = 0.2;
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->dropped, 0U) << "no text stands on both sides";
  EXPECT_EQ(data->train.size() + data->dev.size(), 1000U);
  EXPECT_NEAR(static_cast<double>(data->dev.size()), 200, 50);
  ASSERT_EQ(data->provenance.size(), 2U);
  EXPECT_EQ(data->provenance[0].rows, static_cast<std::int64_t>(data->train.size()));
  EXPECT_EQ(data->provenance[1].split, io::kHeldOutSplit);
  EXPECT_EQ(data->provenance[1].rows, static_cast<std::int64_t>(data->dev.size()));
}

TEST_F(TextDatasetTest, ATestIsHeldOutBesideDevelopment) {
  std::string rows;
  for (int i = 0; i < 400; ++i) rows += R"({"text":"row )" + std::to_string(i) + R"(","labels":["joy"]})" + "\n";
  auto config = config_for({head("basic", "basic7")}, rows, "");
  config.dev_fraction = 0.2;
  config.test_fraction = 0.1;
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_FALSE(data->test.empty());
  EXPECT_EQ(data->test[0].text, "row " + data->test[0].id);
  EXPECT_EQ(std::to_string(data->test[0].row - 1), data->test[0].id) << "lines count from 1";
  ASSERT_EQ(data->provenance.size(), 3U);
  EXPECT_EQ(data->provenance[0].rows, static_cast<std::int64_t>(data->train.size()));
  EXPECT_EQ(data->provenance[2].split, io::kHeldOutTestSplit);
  EXPECT_EQ(data->provenance[2].rows, static_cast<std::int64_t>(data->test.size()));
  EXPECT_EQ(data->provenance[2].licence, "CC0");

  config.test_fraction = 1e-6;
  const auto none = load(config);
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().message.find("leaves no row for the test"), std::string::npos) << none.error().message;
}

TEST_F(TextDatasetTest, TextsOfATestFileAreTakenOutOfTrain) {
  auto config = config_for_csv("a,joy\nSeen?,joy\nb,fear\n", "joy");
  config.sources[0].test = folder + "/test.csv";
  test::write_text(config.sources[0].test, "text\nseen\nunseen\n");
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 2U);
  EXPECT_EQ(data->dropped, 1U);
  EXPECT_TRUE(data->test.empty()) << "nothing else is made of it";
  EXPECT_EQ(data->provenance.size(), 2U);
}

TEST_F(TextDatasetTest, WhatIsHeldOutStandsInNoTestFile) {
  std::string rows, test = "text\n";
  for (int i = 0; i < 200; ++i) {
    const std::string text = "text number " + std::to_string(i * 7919);
    rows += text + (i % 2 == 0 ? ",joy\n" : ",fear\n");
    if (i % 4 < 2) test += text + "\n";
  }
  auto config = config_for_csv(rows, "joy");
  config.sources[0].dev.clear();
  config.sources[0].test = folder + "/test.csv";
  config.dev_fraction = 0.3;
  test::write_text(config.sources[0].test, test);
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size() + data->dev.size(), 100U);
  EXPECT_GT(data->dev.size(), 10U);
  for (const auto& example : data->dev) EXPECT_EQ(test.find(example.text + "\n"), std::string::npos) << example.text;
}

TEST_F(TextDatasetTest, TrainingRowsThatAllStandInDevelopmentAreToldAsSuch) {
  auto config = config_for({head("basic", "basic7")}, kDev + "\n", kDev + "\n");
  const auto data = load(config);
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("(1) also stands in the development or test rows"), std::string::npos)
      << data.error().message;
}

TEST_F(TextDatasetTest, ASourceThatHoldsNothingOutTrainsWithEveryRow) {
  std::string rows;
  for (int i = 0; i < 100; ++i) rows += R"({"text":"row )" + std::to_string(i) + R"(","labels":["joy"]})" + "\n";
  auto config = config_for({head("basic", "basic7")}, rows, "");
  config.sources.push_back(config.sources[0]);
  config.sources[0].hold_out = false;
  config.sources[1].train = folder + "/more.jsonl";
  config.sources[1].dev = folder + "/dev.jsonl";
  test::write_text(config.sources[1].train, "");
  test::write_text(config.sources[1].dev, kDev);
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 100U);
  EXPECT_EQ(data->dev.size(), 1U);
}

TEST_F(TextDatasetTest, TheFirstHeadNeedsDevelopmentRowsAndOthersAreToldToHaveNone) {
  HeadPlan second = head("second", "custom");
  second.labels = {"x", "y"};
  auto config = config_for({head("first", "basic7"), second}, R"({"text":"a","labels":["joy"]})", kDev);
  config.sources[0].heads = {"first"};
  config.sources.push_back(config.sources[0]);
  config.sources[1].heads = {"second"};
  config.sources[1].hold_out = false;
  config.sources[1].dev.clear();
  config.sources[1].train = folder + "/second.jsonl";
  test::write_text(config.sources[1].train, R"({"text":"b","labels":["x"]}
{"text":"c","labels":["y"]}
)");
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->told.size(), 1U);
  EXPECT_NE(data->told[0].find("head 'second': no development row"), std::string::npos) << data->told[0];
  std::swap(config.heads[0], config.heads[1]);
  const auto refused = load(config);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(refused.error().message.find("no development row has a label of head 'second', the first"),
            std::string::npos)
      << refused.error().message;
}

TEST_F(TextDatasetTest, NothingToLearnFromIsAnError) {
  auto config = config_for({head("basic", "basic7")}, R"({"text":"a","labels":["nothing known"]})", kDev);
  const auto data = load(config);
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("no training row"), std::string::npos);
}

TEST_F(TextDatasetTest, DevelopmentRowsThatSayNoneOfThemAllAreRefused) {
  const std::string train = R"({"text":"a","labels":["joy","anger"]}
{"text":"b","labels":["anger"]}
)";
  auto config = config_for({head("own", "custom", core::HeadActivation::kSigmoid)}, train,
                           R"({"text":"d","labels":[]}
{"text":"e","labels":[]}
)");
  const auto data = load(config);
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(data.error().message.find("says that none of them applies"), std::string::npos) << data.error().message;
  auto judged = config_for({head("own", "custom", core::HeadActivation::kSigmoid)}, train,
                           R"({"text":"d","labels":[]}
{"text":"e","labels":["joy"]}
)");
  EXPECT_TRUE(load(judged)) << "one is enough";
}

TEST_F(TextDatasetTest, AColumnOfPartsSplitsTheData) {
  auto config = config_for_csv("", "joy");
  config.sources[0].dev.clear();
  test::write_text(config.sources[0].train,
                   "text,labels,split\na one,joy,train\nb two,fear,train\nc three,joy,validation\nd four,fear,test\na "
                   "one,joy,test\ne five,nan,train\n");
  const auto data = load(config);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->train.size(), 2U) << "a copy of a test row is not learnt";
  ASSERT_EQ(data->dev.size(), 1U) << "and nothing more is held out";
  EXPECT_EQ(data->dev[0].text, "c three");
  EXPECT_EQ(data->test_keys.size(), 2U);
  const auto missing = [](const std::string& line) {
    return line.find("'nan' is a class, and looks like") != std::string::npos;
  };
  EXPECT_EQ(std::count_if(data->told.begin(), data->told.end(), missing), 1);
}

}  // namespace
}  // namespace emo::train
