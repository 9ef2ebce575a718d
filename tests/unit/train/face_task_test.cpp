#include "train/face_task.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "toy_faces.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

class FaceTaskTest : public testing::Test {
 protected:
  void SetUp() override {
    threads_ = at::get_num_threads();
    at::set_num_threads(1);
    folder = test::scratch_folder();
    config = test::toy_face_config(folder);
    auto loaded = load_face_dataset(config);
    ASSERT_TRUE(loaded) << loaded.error().message;
    data = std::move(*loaded);
    config.architecture.heads = {{"expression", 3}};
  }
  void TearDown() override { at::set_num_threads(threads_); }

  std::unique_ptr<ImageModule> module(std::uint64_t seed = 1) {
    return std::make_unique<ImageModule>(*core::build_network(config.architecture), seed, at::kCPU);
  }
  LoopPlan plan() const {
    LoopPlan out;
    out.epochs = config.epochs;
    out.learning_rate = config.learning_rate;
    return out;
  }
  double best_after(OptimizerKind optimizer, double rate) {
    config.optimizer = optimizer;
    config.learning_rate = rate;
    config.weight_decay = 1e-4;
    config.epochs = optimizer == OptimizerKind::kAdamW ? 4 : 10;
    const auto net = module();
    FaceTask task(config, data, *net);
    test::RecordingObserver observer;
    TrainingLoop loop(plan(), task, *RunFolder::create(folder + "/run" + std::to_string(runs_++), "{}", false),
                      observer);
    const auto done = loop.run();
    EXPECT_TRUE(done) << (done ? "" : done.error().message);
    return loop.state().best_score;
  }

  static double side_of(const EpochFigures& figures) {
    const auto side = std::find_if(figures.begin(), figures.end(), [](const auto& f) { return f.first == "side"; });
    return side == figures.end() ? 0 : side->second;
  }

  std::string folder;
  FaceTrainConfig config;
  FaceDataset data;

 private:
  int threads_ = 1, runs_ = 0;
};

TEST_F(FaceTaskTest, EveryOptimiserLearnsTheToyTask) {
  EXPECT_GT(best_after(OptimizerKind::kAdamW, 2e-2), 0.9);
  EXPECT_GT(best_after(OptimizerKind::kSgd, 0.2), 0.9);
  EXPECT_GT(best_after(OptimizerKind::kSam, 0.2), 0.9);
}

TEST_F(FaceTaskTest, AKilledAndResumedRunEndsWithTheSameBits) {
  test::RecordingObserver quiet;
  const auto whole = module(), first = module(), second = module(9);
  FaceTask whole_task(config, data, *whole), first_task(config, data, *first), second_task(config, data, *second);
  ASSERT_TRUE(TrainingLoop(plan(), whole_task, *RunFolder::create(folder + "/whole", "{}", false), quiet).run());
  test::RecordingObserver stopping(15);  // inside the third epoch
  ASSERT_TRUE(TrainingLoop(plan(), first_task, *RunFolder::create(folder + "/broken", "{}", false), stopping).run());
  TrainingLoop rest(plan(), second_task, *RunFolder::create(folder + "/broken", "{}", true), quiet);
  ASSERT_TRUE(rest.resume());
  EXPECT_EQ(rest.state().epoch, 2);
  ASSERT_TRUE(rest.run());
  const auto a = whole_task.weights(), b = second_task.weights();
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(at::equal(a[i].second, b[i].second)) << a[i].first;
}

TEST_F(FaceTaskTest, RatesFallWithTheDistanceFromTheHeads) {
  config.stage_decay = 0.5;
  config.head_rate_scale = 3;
  const auto net = module();
  std::map<std::string, OptimizedParameter> by_name;
  for (const auto& parameter : optimized_parameters(*net, config)) by_name.emplace(parameter.name, parameter);
  EXPECT_EQ(by_name.at("heads.expression.weight").rate_scale, 3.0);
  EXPECT_EQ(by_name.at("stage2.0.weight").rate_scale, 1.0);
  EXPECT_EQ(by_name.at("stage1.0.weight").rate_scale, 0.5);
  EXPECT_EQ(by_name.at("stem.weight").rate_scale, 0.25);
  EXPECT_TRUE(by_name.at("stem.weight").decay);
  EXPECT_FALSE(by_name.at("stem.norm.weight").decay);
  EXPECT_FALSE(by_name.at("heads.expression.bias").decay);
}

TEST_F(FaceTaskTest, ClassesWeighByHowOftenTheyAreDrawn) {
  int rare = 0;
  std::vector<FaceExample> kept;
  for (auto& example : data.train) {
    if (example.labels[0].gold == 2 && ++rare > 6) continue;
    example.source = example.labels[0].gold == 0 ? 1 : 0;
    kept.push_back(example);
  }
  data.train = kept;
  config.sources.push_back(config.sources.front());
  config.sources.back().repeat = 4;
  config.heads[0].class_balance = 1;
  const auto net = module();
  {
    const at::NoGradGuard no_grad;
    net->tensor("heads.expression.weight").zero_();
  }
  FaceTask task(config, data, *net);
  const auto sizes = task.start_epoch(0, 0.0);
  double loss = 0, rows = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    loss += static_cast<double>(sizes[i]) * task.train_step({0, i, 0.0, 0.0}).loss;
    rows += static_cast<double>(sizes[i]);
  }
  EXPECT_NEAR(loss / rows, std::log(3.0), 1e-3) << "of a network that knows nothing: the weights have mean 1";
}

TEST_F(FaceTaskTest, FrozenStagesStayAsTheyAreUntilTheyAreFreed) {
  config.freeze = 0.4;
  config.ema = 0;
  const auto net = module();
  FaceTask task(config, data, *net);
  const at::Tensor stem = net->tensor("stem.weight").detach().clone();
  const at::Tensor mean = net->tensor("stem.norm.mean").clone();
  const at::Tensor head = net->tensor("heads.expression.weight").detach().clone();
  task.start_epoch(0, 0.0);
  task.train_step({0, 0, 0.01, 0.0});
  EXPECT_TRUE(at::equal(stem, net->tensor("stem.weight")));
  EXPECT_TRUE(at::equal(mean, net->tensor("stem.norm.mean")));
  EXPECT_FALSE(at::equal(head, net->tensor("heads.expression.weight")));
  task.start_epoch(1, 0.5);
  task.train_step({1, 0, 0.01, 0.5});
  EXPECT_FALSE(at::equal(stem, net->tensor("stem.weight")));
}

TEST_F(FaceTaskTest, StagesAndSidesFollowTheStepsOfASingleEpoch) {
  config.freeze = 0.4;
  config.ema = 0;
  config.sides = {{0, 16}, {0.5, 24}};
  const auto net = module();
  FaceTask task(config, data, *net);
  const at::Tensor stem = net->tensor("stem.weight").detach().clone();
  task.start_epoch(0, 0.0);
  task.train_step({0, 0, 0.01, 0.1});
  EXPECT_TRUE(at::equal(stem, net->tensor("stem.weight")));
  EXPECT_EQ(side_of(task.evaluate({})), 16);
  task.train_step({0, 1, 0.01, 0.9});
  EXPECT_FALSE(at::equal(stem, net->tensor("stem.weight")));
  EXPECT_EQ(side_of(task.evaluate({})), 24);
}

TEST_F(FaceTaskTest, TheLossAfterCalibrationMayDecide) {
  config.select = Selection::kCalibratedLoss;
  const auto net = module();
  FaceTask task(config, data, *net);
  const auto figures = task.evaluate({});
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [](const auto& figure) { return figure.first == "dev_calibrated_loss"; });
  ASSERT_NE(found, figures.end());
  EXPECT_GT(found->second, 0.1);
  EXPECT_EQ(figures.back().first, kDevScore);
  EXPECT_NEAR(figures.back().second, std::exp(-found->second), 1e-6) << "here the targets are the labels";
  EXPECT_EQ(task.row_losses().size(), data.dev.size());
  config.select = Selection::kLoss;
  task.evaluate({});
  EXPECT_TRUE(task.row_losses().empty()) << "then only a higher score is better";
}

TEST_F(FaceTaskTest, AHeadThatNothingJudgesHasNoScores) {
  config.heads.push_back(config.heads[0]);
  config.heads[1].name = "other";
  for (auto* split : {&data.train, &data.dev}) {
    for (auto& example : *split) example.labels.push_back(split == &data.train ? example.labels[0] : FaceLabel());
  }
  config.architecture.heads.push_back({"other", 3});
  const auto net = module();
  FaceTask task(config, data, *net);
  for (const auto& [name, value] : task.evaluate({})) EXPECT_EQ(name.find("other_"), std::string::npos) << name;
  data.dev[0].labels[1] = data.dev[0].labels[0];
  const auto figures = task.evaluate({});
  EXPECT_TRUE(
      std::any_of(figures.begin(), figures.end(), [](const auto& figure) { return figure.first == "other_dev_loss"; }));
}

TEST_F(FaceTaskTest, GradualUnfreezingStartsAtTheOutput) {
  config.freeze = 0.3;
  config.gradual = true;
  const auto net = module();
  FaceTask task(config, data, *net);
  task.start_epoch(0, 0.31);
  EXPECT_TRUE(net->tensor("stage2.0.weight").requires_grad());
  EXPECT_FALSE(net->tensor("stage1.0.weight").requires_grad());
  task.start_epoch(1, 0.61);
  EXPECT_TRUE(net->tensor("stem.weight").requires_grad());
}

// The factors that scale a block's map are 1 x 1, however near to the picture the block is.
TEST_F(FaceTaskTest, GatesBelongToTheStageOfTheMapThatTheyScale) {
  core::ImageArchitecture architecture;
  architecture.name = "attention_cnn";
  const auto built = core::build_network(architecture);
  ASSERT_TRUE(built) << built.error().message;
  const auto shapes = core::shapes_of(*built, built->height, built->width);
  ASSERT_TRUE(shapes);
  const auto stages = stages_from_output(*built);
  std::size_t gates = 0;
  for (const auto& layer : built->layers) {
    if (layer.kind != core::LayerKind::kMultiply) continue;
    const auto map = static_cast<std::size_t>(layer.inputs[0]), gate = static_cast<std::size_t>(layer.inputs[1]);
    EXPECT_EQ(stages[map], stages[gate]) << layer.name;
    gates += (*shapes)[gate].height < (*shapes)[map].height ? 1 : 0;
  }
  EXPECT_GT(gates, 1U);
  EXPECT_EQ(stages.front(), *std::max_element(stages.begin(), stages.end()));
}

}  // namespace
}  // namespace emo::train
