#include "train/text_batch_loss.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TextTrainConfig two_heads() {
  TextTrainConfig config;
  HeadPlan first;
  first.name = "first";
  first.labels = {"a", "b"};
  HeadPlan second = first;
  second.name = "second";
  second.weight = 0.5;
  config.heads = {first, second};
  config.sources.resize(2);
  config.sources[1].repeat = 3.0;
  return config;
}

TextExample example(std::size_t source, std::vector<float> first, std::vector<float> second) {
  TextExample out;
  out.source = source;
  out.targets = {std::move(first), std::move(second)};
  return out;
}

TEST(BatchLoss, SumsWeightedHeadsOverTheirLabelledRows) {
  const auto config = two_heads();
  const std::vector<TextExample> examples{example(0, {1, 0}, {}), example(0, {0, 1}, {0, 1}), example(0, {}, {1, 0})};
  const std::vector<std::size_t> members{2, 0, 1};
  at::manual_seed(1);
  const std::vector<at::Tensor> logits{at::randn({3, 2}), at::randn({3, 2})};
  const std::vector<ClassPrior> priors(2);
  const auto loss = batch_loss(config, priors, examples, members, logits);
  const auto row_loss = [&](std::size_t head, std::int64_t row, std::int64_t gold) {
    return -at::log_softmax(logits[head][row], 0)[gold].item<double>();
  };
  const double first = (row_loss(0, 1, 0) + row_loss(0, 2, 1)) / 3;
  const double second = (row_loss(1, 0, 0) + row_loss(1, 2, 1)) / 3;
  EXPECT_NEAR(loss.heads[0], first, 1e-5);
  EXPECT_NEAR(loss.heads[1], second, 1e-5);
  EXPECT_NEAR(loss.total.item<double>(), first + 0.5 * second, 1e-5);
}

TEST(BatchLoss, TeachersTakeTheirShare) {
  auto config = two_heads();
  config.distill_weight = 0.25;
  std::vector<TextExample> examples{example(0, {1, 0}, {})};
  examples[0].teacher = {{0.3F, 0.7F}, {}};
  const std::vector<at::Tensor> logits{at::tensor({0.2F, -0.4F}).view({1, 2}), at::zeros({1, 2})};
  const auto loss = batch_loss(config, std::vector<ClassPrior>(2), examples, {0}, logits);
  const at::Tensor log_p = at::log_softmax(logits[0][0], 0);
  const double gold = -log_p[0].item<double>();
  const double taught = -(0.3 * log_p[0].item<double>() + 0.7 * log_p[1].item<double>());
  EXPECT_NEAR(loss.heads[0], 0.75 * gold + 0.25 * taught, 1e-5);
  EXPECT_EQ(loss.heads[1], 0.0);
}

TEST(BatchLoss, RowsWithoutATeacherKeepTheirLabels) {
  auto config = two_heads();
  config.distill_weight = 0.75;
  std::vector<TextExample> examples{example(0, {1, 0}, {}), example(1, {0, 1}, {})};
  examples[0].teacher = {{0.3F, 0.7F}, {}};
  const std::vector<at::Tensor> logits{at::tensor({0.2F, -0.4F, 1.5F, 0.1F}).view({2, 2}), at::zeros({2, 2})};
  const auto loss = batch_loss(config, std::vector<ClassPrior>(2), examples, {0, 1}, logits);
  const at::Tensor taught = at::log_softmax(logits[0][0], 0), alone = at::log_softmax(logits[0][1], 0);
  const double of_taught =
      -0.25 * taught[0].item<double>() - 0.75 * (0.3 * taught[0].item<double>() + 0.7 * taught[1].item<double>());
  EXPECT_NEAR(loss.heads[0], (of_taught - alone[1].item<double>()) / 2, 1e-5);
}

TEST(ClassPriors, CountRowsAsOftenAsTheyAreSeen) {
  auto config = two_heads();
  config.heads[0].class_balance = 1.0;
  const std::vector<TextExample> examples{example(0, {1, 0}, {}), example(1, {0, 1}, {})};
  const auto priors = class_priors(config, examples, at::kCPU);
  EXPECT_NEAR((priors[0].weights[0] / priors[0].weights[1]).item<double>(), 3.0, 1e-3);
  EXPECT_FALSE(priors[1].weights.defined());
}

}  // namespace
}  // namespace emo::train
