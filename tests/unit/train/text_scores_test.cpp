#include "train/text_scores.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace emo::train {
namespace {

TextExample labelled(std::vector<float> target) {
  TextExample out;
  out.targets = {std::move(target)};
  return out;
}

TEST(TextScores, RowsWithoutTargetsAreLeftOut) {
  const std::vector<TextExample> examples{labelled({1, 0}), labelled({}), labelled({0, 1})};
  const auto outputs = labelled_outputs(examples, 0, {1, 2, 3, 4, 5, 6}, 2);
  EXPECT_EQ(outputs.rows(), 2U);
  EXPECT_EQ(outputs.logits, (std::vector<float>{1, 2, 5, 6}));
  EXPECT_EQ(outputs.targets, (std::vector<float>{1, 0, 0, 1}));
}

TEST(TextScores, SoftmaxByArgmaxAgainstTheGoldLabels) {
  HeadPlan plan;
  plan.label_smoothing = 0.3;  // does not count in scores
  HeadOutputs outputs;
  outputs.classes = 2;
  outputs.logits = {2, 0, 2, 0, 0, 2, 0, 2};
  outputs.targets = {1, 0, 0, 1, 0, 1, 0, 1};
  const auto score = score_head(plan, outputs);
  // Class 0: tp 1, fp 1, fn 0 -> 2/3. Class 1: tp 2, fp 0, fn 1 -> 4/5.
  EXPECT_NEAR(score.macro_f1, (2.0 / 3 + 0.8) / 2, 1e-6);
  const double right = std::log(1 + std::exp(-2.0));
  EXPECT_NEAR(score.loss, (3 * right + right + 2) / 4, 1e-5);
}

TEST(TextScores, SigmoidAtFittedThresholds) {
  HeadPlan plan;
  plan.activation = core::HeadActivation::kSigmoid;
  plan.loss = Loss::kBinary;
  HeadOutputs outputs;
  outputs.classes = 1;
  for (int i = 0; i < 40; ++i) {  // separable, but far from 0.5
    outputs.logits.push_back(i % 2 == 0 ? -3.0F : -5.0F);
    outputs.targets.push_back(i % 2 == 0 ? 1.0F : 0.0F);
  }
  EXPECT_NEAR(score_head(plan, outputs).macro_f1, 1.0, 1e-9);
}

TEST(TextScores, ACalibratedHeadDecidesByItsOwnThresholds) {
  io::HeadManifest head;
  head.activation = core::HeadActivation::kSigmoid;
  head.temperature = 2.0;
  head.thresholds = {0.5, 0.25};
  HeadOutputs outputs;
  outputs.classes = 2;
  // Second label: sigmoid(-2 / 2) = 0.269 is above its threshold, sigmoid(-3 / 2) = 0.182 is not.
  outputs.logits = {1, -2, -1, -2, 1, -3, -1, -3};
  outputs.targets = {1, 1, 0, 0, 1, 1, 0, 0};
  EXPECT_NEAR(macro_f1_of(head, outputs), (1.0 + 0.5) / 2, 1e-6);
  head.activation = core::HeadActivation::kSoftmax;
  outputs.targets = {1, 0, 1, 0, 1, 0, 0, 1};
  EXPECT_NEAR(macro_f1_of(head, outputs), (6.0 / 7) / 2, 1e-6) << "the first is always the best";
}

TEST(TextScores, NoRowsScoreZero) {
  HeadOutputs outputs;
  outputs.classes = 3;
  const auto score = score_head(HeadPlan{}, outputs);
  EXPECT_EQ(score.macro_f1, 0.0);
  EXPECT_EQ(score.loss, 0.0);
}

}  // namespace
}  // namespace emo::train
