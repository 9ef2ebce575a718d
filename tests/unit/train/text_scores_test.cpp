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

TEST(TextScores, AnswersAreCollectedOneByOne) {
  HeadOutputs outputs;
  EXPECT_EQ(macro_f1_of(HeadPlan{}, outputs), 0) << "no rows";
  add_labelled(labelled({1, 0}), 0, std::vector<float>{2, 1}, outputs);
  add_labelled(labelled({}), 0, std::vector<float>{1, 2}, outputs);
  EXPECT_EQ(outputs.rows(), 1U);
  add_labelled(labelled({0, 1}), 0, std::vector<float>{1, 2}, outputs);
  EXPECT_EQ(outputs.logits, (std::vector<float>{2, 1, 1, 2}));
  EXPECT_EQ(macro_f1_of(HeadPlan{}, outputs), 1);
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

TEST(TextScores, TheCalibratedLossForgivesConfidenceAlone) {
  HeadPlan softmax, sigmoid;
  sigmoid.activation = core::HeadActivation::kSigmoid;
  sigmoid.loss = Loss::kBinary;
  HeadOutputs outputs;
  outputs.classes = 2;
  outputs.logits = {2, 0, 2, 0, 2, 0, 0, 2};
  outputs.targets = {1, 0, 1, 0, 0, 1, 0, 1};  // three of four right: the best that one gap can say is 3/4
  HeadOutputs bold = outputs, wrong = outputs;
  for (auto& z : bold.logits) z *= 10;
  wrong.targets = {0, 1, 1, 0, 0, 1, 0, 1};
  const double best = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  EXPECT_NEAR(score_head(softmax, outputs).calibrated_loss, best, 1e-4);
  EXPECT_NEAR(score_head(softmax, bold).calibrated_loss, best, 1e-4);
  EXPECT_GT(score_head(softmax, bold).loss, 4);
  EXPECT_GT(score_head(softmax, wrong).calibrated_loss, best + 0.1);
  for (auto* sign : {&outputs, &bold}) {
    for (auto& z : sign->logits) z = z > 0 ? z : -sign->logits[0];
    EXPECT_NEAR(score_head(sigmoid, *sign).calibrated_loss, best, 1e-4);
  }
}

TEST(TextScores, TheLossAfterCalibrationOfARowCanBeComparedWithThatBefore) {
  HeadPlan softmax, sigmoid;
  sigmoid.activation = core::HeadActivation::kSigmoid;
  sigmoid.loss = Loss::kBinary;
  HeadOutputs outputs;
  outputs.classes = 2;
  // At the temperature that suits them best: three of four decisions right, with the logit ln 3.
  const auto z = static_cast<float>(std::log(3.0));
  outputs.logits = {z, -z, z, -z, z, -z, -z, z};
  outputs.targets = {1, 0, 1, 0, 0, 1, 0, 1};
  const auto labels = score_head(sigmoid, outputs);
  EXPECT_NEAR(labels.calibrated_row_loss, labels.loss, 1e-4) << "nothing was left to calibrate";
  EXPECT_NEAR(labels.calibrated_row_loss, 2 * labels.calibrated_loss, 1e-12);
  const auto classes = score_head(softmax, outputs);
  EXPECT_EQ(classes.calibrated_row_loss, classes.calibrated_loss);
}

TEST(TextScores, ALossPerRowIsTheMeanOfTheHeadsThatKnowIt) {
  std::vector<TextExample> examples(4);
  examples[0].targets = {{1, 0}, {}};
  examples[1].targets = {{}, {}};
  examples[2].targets = {{}, {0, 1}};
  examples[3].targets = {{0, 1}, {1, 0}};
  HeadScore first, second;
  first.row_losses = {1, 2};
  second.row_losses = {3, 4};
  EXPECT_EQ(mean_row_losses(examples, {first, second}), (std::vector<double>{1, 3, 3}));
}

TEST(TextScores, HeadsWithoutRowsDoNotCountInTheMeanLoss) {
  HeadScore first, second;
  first.row_losses = {0.5, 1.5};
  first.calibrated_loss = 1;
  second.row_losses = {3};
  second.calibrated_loss = 3;
  EXPECT_EQ(mean_calibrated_loss({first, second, {}}), 2);
  EXPECT_EQ(mean_calibrated_loss({{}}), 0);
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
  EXPECT_EQ(score.calibrated_loss, 0.0);
}

}  // namespace
}  // namespace emo::train
