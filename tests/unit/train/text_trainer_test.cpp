#include "train/text_trainer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>

#include "toy_run.hpp"
#include "train/checkpoint_file.hpp"

namespace emo::train {
namespace {

class TextTrainerTest : public testing::Test {
 protected:
  void SetUp() override {
    threads_ = at::get_num_threads();
    at::set_num_threads(1);
    folder = test::scratch_folder();
    config = test::toy_config(folder);
    ASSERT_TRUE(load_text_dataset(config)) << "completes the heads";
  }
  void TearDown() override { at::set_num_threads(threads_); }

  std::unique_ptr<TextTrainer> trainer(const std::string& run, TrainingObserver& observer, bool resume = false) {
    auto data = load_text_dataset(config);
    auto start = text_start_from(config);
    auto run_folder = RunFolder::create(folder + "/" + run, to_json(config), resume);
    if (!data || !start || !run_folder) return nullptr;
    return std::make_unique<TextTrainer>(config, std::move(*data), std::move(*start), *run_folder, observer);
  }

  static void expect_same_weights(TextTrainer& a, TextTrainer& b) {
    for (const auto& [name, value] : a.network().parameters()) {
      EXPECT_TRUE(at::equal(value, b.network().parameter(name))) << name;
    }
  }

  std::string folder;
  TextTrainConfig config;

 private:
  int threads_ = 1;
};

TEST_F(TextTrainerTest, LearnsTheToyTask) {
  test::RecordingObserver observer;
  const auto run = trainer("run", observer);
  ASSERT_TRUE(run);
  const auto done = run->run();
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_EQ(observer.epochs.size(), 4U);
  const auto& history = run->state().history;
  EXPECT_GT(run->state().best_score, 0.9);
  EXPECT_LT(history.back()[2].second, 0.6 * history.front()[2].second) << "training loss";
  const auto training_score = [](const EpochFigures& figures) {
    const auto at = std::find_if(figures.begin(), figures.end(),
                                 [](const auto& figure) { return figure.first == "basic_train_macro_f1"; });
    return at == figures.end() ? std::nan("") : at->second;
  };
  EXPECT_LT(training_score(history.front()), training_score(history.back()));
  EXPECT_GT(training_score(history.back()), 0.8) << "while the weights change, with dropout";
  EXPECT_EQ(observer.epochs[0].figures, history[0]);
  EXPECT_GT(observer.steps.back().per_second, 0);
  EXPECT_EQ(observer.steps.back().done, observer.steps.back().total);
  EXPECT_NEAR(observer.steps.back().remaining_seconds, 0, 1e-9);
  EXPECT_NE(test::read_text(folder + "/run/results.csv").find("basic_dev_macro_f1"), std::string::npos);
}

TEST_F(TextTrainerTest, AHeadThatNothingJudgesHasNoScoresAndNoShareInTheirMean) {
  std::string rows;
  for (int i = 0; i < 20; ++i) {
    rows += R"({"text":"go )" + std::to_string(i) + R"(","labels":[")" + (i % 2 == 0 ? "x" : "y") + "\"]}\n";
  }
  test::write_text(folder + "/other.jsonl", rows);
  config.sources[0].heads = {"basic"};
  config.sources.push_back(config.sources[0]);
  config.sources[1].heads = {"other"};
  config.sources[1].train = folder + "/other.jsonl";
  config.sources[1].dev.clear();
  config.sources[1].hold_out = false;
  config.heads.push_back(config.heads[0]);
  config.heads[1].name = "other";
  config.heads[1].taxonomy = "custom";
  config.heads[1].labels = {"x", "y"};
  config.epochs = 1;
  test::RecordingObserver observer;
  const auto run = trainer("run", observer);
  ASSERT_TRUE(run && run->run());
  std::map<std::string, double> figures;
  for (const auto& [name, value] : run->state().history.at(0)) figures[name] = value;
  const double larger = std::max(figures.at("basic_train_loss"), figures.at("other_train_loss"));
  EXPECT_GE(larger, figures.at("train_loss")) << "means over rows of their own: that of all lies between them";
  for (const char* name : {"other_dev_loss", "other_dev_macro_f1", "other_dev_calibrated_loss"}) {
    EXPECT_FALSE(figures.contains(name)) << name;
  }
  EXPECT_GT(figures.at("basic_dev_loss"), 0.0);
  EXPECT_DOUBLE_EQ(figures.at(kDevScore), figures.at("basic_dev_macro_f1"));
}

TEST_F(TextTrainerTest, ABatchThatTeachesNothingIsNoStep) {
  config.epochs = 1;
  auto data = load_text_dataset(config);
  auto start = text_start_from(config);
  auto run_folder = RunFolder::create(folder + "/run", to_json(config), false);
  ASSERT_TRUE(data && start && run_folder);
  for (auto& example : data->train) {
    for (auto& target : example.targets) target.clear();
  }
  test::RecordingObserver observer;
  TextTrainer run(config, std::move(*data), std::move(*start), *run_folder, observer);
  ASSERT_TRUE(run.run());
  EXPECT_EQ(run.state().epoch, 1);
  EXPECT_EQ(run.state().optimizer_steps, 0);
}

TEST_F(TextTrainerTest, AKilledAndResumedRunEndsWithTheSameBits) {
  test::RecordingObserver quiet;
  const auto whole = trainer("whole", quiet);
  ASSERT_TRUE(whole && whole->run());
  const int steps_of_two_epochs = static_cast<int>(
      std::count_if(quiet.steps.begin(), quiet.steps.end(), [](const StepReport& step) { return step.epoch <= 2; }));

  test::RecordingObserver stopping(steps_of_two_epochs + 3);
  auto first = trainer("broken", stopping);
  ASSERT_TRUE(first && first->run());
  EXPECT_TRUE(first->was_interrupted());
  EXPECT_EQ(first->state().epoch, 2);
  first.reset();  // and with it the folder's lock

  test::RecordingObserver going_on;
  const auto second = trainer("broken", going_on, true);
  ASSERT_TRUE(second);
  const auto resumed = second->resume();
  ASSERT_TRUE(resumed) << resumed.error().message;
  EXPECT_EQ(second->state().epoch, 2);
  ASSERT_TRUE(second->run());
  EXPECT_EQ(going_on.epochs.size(), 2U);
  expect_same_weights(*whole, *second);
  EXPECT_EQ(whole->state().best_score, second->state().best_score);
  const auto a = load_checkpoint_file(folder + "/whole/checkpoints/last.safetensors");
  const auto b = load_checkpoint_file(folder + "/broken/checkpoints/last.safetensors");
  ASSERT_TRUE(a && b);
  ASSERT_EQ(a->tensors.size(), b->tensors.size());
  for (const auto& [name, value] : a->tensors) EXPECT_TRUE(at::equal(value, b->tensors.at(name))) << name;
  const auto log = test::read_text(folder + "/broken/log.jsonl");
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 4);
}

TEST_F(TextTrainerTest, ARunStoppedInItsFirstEpochStartsOver) {
  test::RecordingObserver quiet;
  const auto whole = trainer("whole", quiet);
  ASSERT_TRUE(whole && whole->run());
  test::RecordingObserver stopping(2);
  auto first = trainer("broken", stopping);
  ASSERT_TRUE(first && first->run());
  EXPECT_TRUE(first->was_interrupted());
  first.reset();
  test::RecordingObserver going_on;
  const auto second = trainer("broken", going_on, true);
  ASSERT_TRUE(second && second->resume());
  ASSERT_TRUE(second->run());
  expect_same_weights(*whole, *second);
}

TEST_F(TextTrainerTest, AFinishedRunResumesToItsBestWeights) {
  test::RecordingObserver quiet;
  const auto whole = trainer("run", quiet);
  ASSERT_TRUE(whole && whole->run());
  std::filesystem::copy(folder + "/run", folder + "/finished", std::filesystem::copy_options::recursive);
  test::RecordingObserver again;
  const auto resumed = trainer("finished", again, true);
  ASSERT_TRUE(resumed && resumed->resume() && resumed->run());
  EXPECT_TRUE(again.epochs.empty());
  expect_same_weights(*whole, *resumed);
}

TEST_F(TextTrainerTest, PatienceEndsARunAlsoAfterResuming) {
  config.patience = 1;
  config.epochs = 30;
  config.learning_rate = 1e-9;  // nothing is learnt: the second epoch cannot be better
  config.ema = 0;
  test::RecordingObserver observer;
  auto run = trainer("run", observer);
  ASSERT_TRUE(run && run->run());
  const auto epochs = observer.epochs.size();
  EXPECT_LT(epochs, 30U);
  EXPECT_EQ(run->state().epoch - run->state().best_epoch, 1);
  run.reset();
  test::RecordingObserver again;
  const auto resumed = trainer("run", again, true);
  ASSERT_TRUE(resumed && resumed->resume() && resumed->run());
  EXPECT_TRUE(again.epochs.empty());
}

TEST_F(TextTrainerTest, ACheckpointOfAnotherRunIsRefused) {
  test::RecordingObserver quiet;
  config.epochs = 1;
  ASSERT_TRUE(trainer("run", quiet)->run());
  config.encoder.feed_forward = 48;
  const auto other = trainer("run", quiet, true);
  ASSERT_TRUE(other);
  const auto resumed = other->resume();
  ASSERT_FALSE(resumed);
  EXPECT_NE(resumed.error().message.find("last.safetensors"), std::string::npos) << resumed.error().message;
  EXPECT_NE(resumed.error().message.find("ffn"), std::string::npos) << resumed.error().message;
}

TEST_F(TextTrainerTest, ADivergingRunSaysSo) {
  config.learning_rate = 1e30;
  config.clip_norm = 0;
  config.ema = 0;
  test::RecordingObserver quiet;
  const auto done = trainer("run", quiet)->run();
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("learning_rate"), std::string::npos) << done.error().message;
}

TEST_F(TextTrainerTest, RatesFallFromTheHeadsToTheEmbeddings) {
  const auto architecture = text_start_from(config)->architecture;
  TextNetwork network(architecture, 1, at::kCPU);
  config.layer_decay = 0.5;
  config.head_rate_scale = 7;
  std::map<std::string, OptimizedParameter> by_name;
  for (const auto& parameter : optimized_parameters(network, config)) by_name.emplace(parameter.name, parameter);
  EXPECT_EQ(by_name.at("heads.basic.out.weight").rate_scale, 7.0);
  EXPECT_EQ(by_name.at("layers.1.ffn.in.weight").rate_scale, 1.0);
  EXPECT_EQ(by_name.at("layers.0.ffn.in.weight").rate_scale, 0.5);
  EXPECT_EQ(by_name.at("embeddings.position").rate_scale, 0.25);
  EXPECT_TRUE(by_name.at("layers.0.ffn.in.weight").decay);
  EXPECT_FALSE(by_name.at("layers.0.ffn.in.bias").decay);
  EXPECT_FALSE(by_name.at("layers.0.ffn.norm.weight").decay);
  EXPECT_FALSE(by_name.contains("embeddings.word"));
}

}  // namespace
}  // namespace emo::train
