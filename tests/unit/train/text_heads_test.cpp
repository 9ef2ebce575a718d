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
};

TEST_F(TextHeadsTest, OneLabelInEveryRowMakesASoftmaxHead) {
  add({"z"});
  add({"y"});
  ASSERT_TRUE(complete_heads(config, rows));
  EXPECT_EQ(head().labels, (std::vector<std::string>{"y", "z"}));
  EXPECT_EQ(head().activation, core::HeadActivation::kSoftmax);
}

TEST_F(TextHeadsTest, SeveralLabelsInARowMakeASigmoidHead) {
  add({"z", "y"});
  add({"y"});
  ASSERT_TRUE(complete_heads(config, rows));
  EXPECT_EQ(head().activation, core::HeadActivation::kSigmoid);
  EXPECT_EQ(head().loss, Loss::kBinary);
}

TEST_F(TextHeadsTest, AKeyOfSoftmaxHeadsIsRefusedWhereTheDataMakeASigmoidHead) {
  add({"z", "y"});
  head().logit_adjustment = 1;
  const auto outcome = complete_heads(config, rows);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("logit_adjustment 1 has no effect with a sigmoid head"), std::string::npos)
      << outcome.error().message;
}

TEST_F(TextHeadsTest, OneLabelIsTooFew) {
  add({"z"});
  const auto outcome = complete_heads(config, rows);
  ASSERT_FALSE(outcome);
  EXPECT_NE(outcome.error().message.find("at least two labels"), std::string::npos) << outcome.error().message;
}

}  // namespace
}  // namespace emo::train
