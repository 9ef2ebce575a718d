#include "train/text_heads.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

// One source, one custom head whose labels are found.
class TextHeadsTest : public testing::Test {
 protected:
  void SetUp() override {
    config.heads.emplace_back();
    config.heads[0].name = "own";
    config.sources.emplace_back();
    rows.sources.emplace_back();
    rows.sources[0].train.path = "train.csv";
  }
  void add(std::vector<std::string> labels) {
    io::Row row;
    row.number = rows.sources[0].train.rows.size() + 2;
    row.labels = std::move(labels);
    rows.sources[0].train.rows.push_back(std::move(row));
  }
  HeadPlan& head() { return config.heads[0]; }

  TextTrainConfig config;
  TextRows rows;
  std::vector<std::string> told;
};

TEST_F(TextHeadsTest, OneLabelInEveryRowMakesASoftmaxHead) {
  add({"z"});
  add({"y"});
  ASSERT_TRUE(complete_heads(config, rows, told));
  EXPECT_EQ(head().labels, (std::vector<std::string>{"y", "z"}));
  EXPECT_EQ(head().activation, core::HeadActivation::kSoftmax);
  EXPECT_EQ(told, (std::vector<std::string>{"head 'own': softmax, for no row has more than one label (2 rows)"}));
}

TEST_F(TextHeadsTest, ARowWithoutLabelSaysNothing) {
  add({"z"});
  add({});
  add({"y"});
  ASSERT_TRUE(complete_heads(config, rows, told));
  EXPECT_EQ(head().activation, core::HeadActivation::kSoftmax);
  EXPECT_EQ(head().loss, Loss::kCrossEntropy);
}

TEST_F(TextHeadsTest, ARowWhoseLabelsTheMapDropsSaysNothing) {
  add({"z"});
  add({"w"});
  add({"y"});
  config.sources[0].map["w"] = std::nullopt;
  rows.sources[0].train.rows[1].labels_listed = true;
  ASSERT_TRUE(complete_heads(config, rows, told));
  EXPECT_EQ(head().activation, core::HeadActivation::kSoftmax);
}

TEST_F(TextHeadsTest, AnEmptyListOfLabelsMakesASigmoidHead) {
  add({"z"});
  add({"y"});
  add({});
  rows.sources[0].train.rows[2].labels_listed = true;
  ASSERT_TRUE(complete_heads(config, rows, told));
  EXPECT_EQ(head().activation, core::HeadActivation::kSigmoid);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0],
            "head 'own': sigmoid, for an empty list of labels says none of them (1 of 3 rows, the first: "
            "train.csv:4)");
}

TEST_F(TextHeadsTest, SeveralLabelsInARowMakeASigmoidHead) {
  add({"z", "y"});
  add({"y"});
  ASSERT_TRUE(complete_heads(config, rows, told));
  EXPECT_EQ(head().activation, core::HeadActivation::kSigmoid);
  EXPECT_EQ(head().loss, Loss::kBinary);
  EXPECT_EQ(
      told,
      (std::vector<std::string>{"head 'own': sigmoid, for rows have several labels (1 of 2, the first: train.csv:2)"}));
}

TEST_F(TextHeadsTest, AKeyOfSoftmaxHeadsIsRefusedWhereTheDataMakeASigmoidHead) {
  add({"z", "y"});
  head().logit_adjustment = 1;
  const auto outcome = complete_heads(config, rows, told);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("logit_adjustment 1 has no effect with a sigmoid head"), std::string::npos)
      << outcome.error().message;
}

TEST_F(TextHeadsTest, SpellingsThatDifferByCaseOrBlanksAreOneLabel) {
  add({"Joy"});
  add({"Joy"});
  add({"joy "});
  add({"Joy"});
  add({"fear"});
  add({"JOY", "joy"});
  ASSERT_TRUE(complete_heads(config, rows, told));
  EXPECT_EQ(head().labels, (std::vector<std::string>{"Joy", "fear"}));
  EXPECT_EQ(head().activation, core::HeadActivation::kSoftmax) << "a label in two spellings is not two";
}

TEST(LabelFinder, FindsOtherSpellingsInCustomHeads) {
  HeadPlan plan;
  plan.labels = {"Joy", "fear"};
  LabelFinder finder(plan);
  EXPECT_EQ(finder.find("fear"), std::optional<std::size_t>(1));
  EXPECT_EQ(finder.other_spellings(), "");
  EXPECT_EQ(finder.find(" joy"), std::optional<std::size_t>(0));
  EXPECT_EQ(finder.find("anger"), std::nullopt);
  EXPECT_EQ(finder.other_spellings(), "' joy' = 'Joy'");
}

TEST(LabelFinder, ExactNamesComeFirst) {
  HeadPlan plan;
  plan.labels = {"JOY", "joy"};
  LabelFinder finder(plan);
  EXPECT_EQ(finder.find("joy"), std::optional<std::size_t>(1));
}

TEST_F(TextHeadsTest, OneLabelIsTooFew) {
  add({"z"});
  const auto outcome = complete_heads(config, rows, told);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("at least two labels"), std::string::npos) << outcome.error().message;
}

}  // namespace
}  // namespace emo::train
