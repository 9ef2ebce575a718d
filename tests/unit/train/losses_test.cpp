#include "train/losses.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace emo::train {
namespace {

HeadPlan plan(core::HeadActivation activation, Loss loss) {
  HeadPlan out;
  out.activation = activation;
  out.loss = loss;
  return out;
}

HeadPlan softmax(Loss loss = Loss::kCrossEntropy) {
  return plan(core::HeadActivation::kSoftmax, loss);
}
HeadPlan sigmoid(Loss loss) {
  return plan(core::HeadActivation::kSigmoid, loss);
}

at::Tensor one_hot(std::initializer_list<std::int64_t> classes, std::int64_t k) {
  at::Tensor out = at::zeros({static_cast<std::int64_t>(classes.size()), k});
  std::int64_t row = 0;
  for (const auto c : classes) out[row++][c] = 1.0F;
  return out;
}

double value(const at::Tensor& loss) {
  return loss.item<double>();
}

class Losses : public testing::Test {
 protected:
  void SetUp() override {
    at::manual_seed(3);
    logits = at::randn({4, 5}) * 2;
    single = one_hot({0, 3, 3, 4}, 5);
    several = (at::rand({4, 5}) > 0.6).to(at::kFloat);
  }
  at::Tensor logits, single, several;
};

TEST_F(Losses, CrossEntropyEqualsLibtorchs) {
  const at::Tensor classes = at::tensor({std::int64_t{0}, std::int64_t{3}, std::int64_t{3}, std::int64_t{4}});
  EXPECT_NEAR(value(head_loss(softmax(), {}, logits, single)), value(at::cross_entropy_loss(logits, classes)), 1e-5);
}

TEST_F(Losses, LabelSmoothingEqualsLibtorchs) {
  const at::Tensor classes = at::tensor({std::int64_t{0}, std::int64_t{3}, std::int64_t{3}, std::int64_t{4}});
  HeadPlan smooth = softmax();
  smooth.label_smoothing = 0.2;
  const double expected = value(at::cross_entropy_loss(logits, classes, {}, at::Reduction::Mean, -100, 0.2));
  EXPECT_NEAR(value(head_loss(smooth, {}, logits, single)), expected, 1e-5);
}

TEST_F(Losses, BinaryCrossEntropyEqualsLibtorchsSummedOverClasses) {
  const double expected = value(at::binary_cross_entropy_with_logits(logits, several, {}, {}, at::Reduction::Sum)) / 4;
  EXPECT_NEAR(value(head_loss(sigmoid(Loss::kBinary), {}, logits, several)), expected, 1e-4);
}

TEST_F(Losses, FocalWithoutFocusIsCrossEntropy) {
  HeadPlan focal = softmax(Loss::kFocal);
  focal.gamma_negative = 0;
  EXPECT_NEAR(value(head_loss(focal, {}, logits, single)), value(head_loss(softmax(), {}, logits, single)), 1e-5);
  focal.gamma_negative = 2;  // and with focus it is smaller: easy rows count less
  EXPECT_LT(value(head_loss(focal, {}, logits, single)), value(head_loss(softmax(), {}, logits, single)));
}

TEST_F(Losses, FocalSoftmaxIsItsFormula) {
  const at::Tensor p = at::softmax(logits, 1);
  const at::Tensor gold = (p * single).sum(1);
  const double expected = value((-(1 - gold).pow(2) * gold.log()).mean());
  EXPECT_NEAR(value(head_loss(softmax(Loss::kFocal), {}, logits, single)), expected, 1e-5);
}

TEST_F(Losses, AsymmetricWithoutFocusIsBinaryCrossEntropy) {
  HeadPlan asymmetric = sigmoid(Loss::kAsymmetric);
  asymmetric.gamma_negative = 0;
  const double binary = value(head_loss(sigmoid(Loss::kBinary), {}, logits, several));
  EXPECT_NEAR(value(head_loss(asymmetric, {}, logits, several)), binary, 1e-4);
}

TEST_F(Losses, AsymmetricIsItsFormula) {
  HeadPlan asymmetric = sigmoid(Loss::kAsymmetric);
  asymmetric.gamma_positive = 1;
  asymmetric.gamma_negative = 3;
  asymmetric.clip = 0.05;
  const at::Tensor p = at::sigmoid(logits);
  const at::Tensor shifted = (p - 0.05).clamp_min(0);
  const at::Tensor terms = several * (1 - p) * p.log() + (1 - several) * shifted.pow(3) * (1 - shifted).log();
  EXPECT_NEAR(value(head_loss(asymmetric, {}, logits, several)), value(-terms.sum(1).mean()), 1e-4);
}

TEST_F(Losses, ASureRowHasAGradientWhateverTheExponent) {
  for (const double gamma : {0.0, 0.5, 1.0, 2.0}) {
    for (auto head : {softmax(Loss::kFocal), sigmoid(Loss::kFocal), sigmoid(Loss::kAsymmetric)}) {
      head.gamma_negative = head.gamma_positive = gamma;
      const at::Tensor sure = at::tensor({200.0F, -200.0F}).view({1, 2}).set_requires_grad(true);
      head_loss(head, {}, sure, one_hot({0}, 2)).backward();
      EXPECT_TRUE(at::isfinite(sure.grad()).all().item<bool>()) << gamma;
    }
  }
}

TEST_F(Losses, ASureWrongYesIsUnlearnt) {
  for (const Loss loss : {Loss::kBinary, Loss::kFocal, Loss::kAsymmetric}) {
    const at::Tensor sure = at::tensor({-5.0F, 25.0F}).view({1, 2}).set_requires_grad(true);
    head_loss(sigmoid(loss), {}, sure, at::zeros({1, 2})).backward();
    EXPECT_NEAR(sure.grad()[0][1].item<float>(), 1.0F, 1e-3F);
  }
}

TEST_F(Losses, ClassWeightsLiftRareClassesAndHaveMeanOneOverRows) {
  HeadPlan balanced = softmax();
  balanced.class_balance = 0.5;
  const at::Tensor mass = at::tensor({90.0F, 10.0F});
  const ClassPrior prior = class_prior(balanced, mass);
  const double common = prior.weights[0].item<double>();
  const double rare = prior.weights[1].item<double>();
  EXPECT_NEAR(rare / common, 3.0, 1e-4);  // (10 / 90)^-0.5
  EXPECT_NEAR(0.9 * common + 0.1 * rare, 1.0, 1e-5);
  const at::Tensor even = at::zeros({1, 2});
  EXPECT_NEAR(value(head_loss(balanced, prior, even, one_hot({1}, 2))), rare * std::log(2.0), 1e-5);
  EXPECT_FALSE(class_prior(softmax(), mass).weights.defined());
}

TEST_F(Losses, AClassThatNobodySawHasNoWeight) {
  HeadPlan balanced = softmax();
  balanced.class_balance = 1;
  balanced.label_smoothing = 0.1;
  const ClassPrior prior = class_prior(balanced, at::tensor({90.0F, 10.0F, 0.0F}));
  EXPECT_EQ(prior.weights[2].item<double>(), 0.0);
  EXPECT_NEAR(0.9 * prior.weights[0].item<double>() + 0.1 * prior.weights[1].item<double>(), 1.0, 1e-5);
  const double even = value(head_loss(balanced, prior, at::zeros({1, 3}), one_hot({0}, 3)));
  EXPECT_LT(even, 2 * std::log(3.0)) << "its share of the smoothed target outweighs nothing";
}

TEST_F(Losses, SmoothingTeachesNoRareClassInTheRowsOfOthers) {
  for (auto head : {softmax(), sigmoid(Loss::kBinary)}) {
    head.class_balance = 1;
    head.label_smoothing = 0.1;
    const ClassPrior prior = class_prior(head, at::tensor({9999.0F, 1.0F}));
    const at::Tensor even = at::zeros({1, 2}).set_requires_grad(true);
    head_loss(head, prior, even, one_hot({0}, 2)).backward();
    EXPECT_LT(even.grad()[0][0].item<double>(), 0.0) << "the label of the row gains";
    EXPECT_GT(even.grad()[0][1].item<double>(), 0.0) << "the rare one does not";
  }
}

TEST_F(Losses, LogitAdjustmentLeavesAClassThatNobodySaw) {
  HeadPlan adjusted = softmax();
  adjusted.logit_adjustment = 1.0;
  const ClassPrior prior = class_prior(adjusted, at::tensor({75.0F, 25.0F, 0.0F}));
  EXPECT_EQ(prior.log_prior[2].item<double>(), 0.0);
  EXPECT_NEAR(prior.log_prior[1].item<double>(), std::log(0.25), 1e-5);
}

TEST_F(Losses, LogitAdjustmentAddsTheLogPrior) {
  HeadPlan adjusted = softmax();
  adjusted.logit_adjustment = 1.0;
  const ClassPrior prior = class_prior(adjusted, at::tensor({75.0F, 25.0F}));
  // Even logits of a model trained so mean "as frequent as in training": the loss is that of the prior itself.
  EXPECT_NEAR(value(head_loss(adjusted, prior, at::zeros({1, 2}), one_hot({0}, 2))), -std::log(0.75), 1e-5);
}

TEST_F(Losses, DistillationIsSmallestAtTheTeacher) {
  for (const double temperature : {1.0, 2.5}) {
    const at::Tensor z = logits.detach().clone().set_requires_grad(true);
    const at::Tensor soft_teacher = at::softmax(logits, 1);
    distillation_loss(softmax(), z, soft_teacher, temperature).backward();
    EXPECT_LT(z.grad().abs().max().item<double>(), 1e-5) << "softmax, temperature " << temperature;
    const at::Tensor s = logits.detach().clone().set_requires_grad(true);
    distillation_loss(sigmoid(Loss::kBinary), s, at::sigmoid(logits), temperature).backward();
    EXPECT_LT(s.grad().abs().max().item<double>(), 1e-4) << "sigmoid, temperature " << temperature;
    const double at_teacher = value(distillation_loss(softmax(), logits, soft_teacher, temperature));
    EXPECT_GT(value(distillation_loss(softmax(), at::randn({4, 5}), soft_teacher, temperature)), at_teacher);
  }
}

}  // namespace
}  // namespace emo::train
