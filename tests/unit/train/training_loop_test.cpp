#include "train/training_loop.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "toy_run.hpp"

namespace emo::train {
namespace {

// Counts steps into one weight; the score is what the test wants it to be.
class CountingTask : public TrainingTask {
 public:
  at::Tensor weight = at::zeros({1});
  std::vector<LoopStep> steps;
  std::vector<double> scores{0.1, 0.3, 0.2, 0.2, 0.2, 0.2};
  double loss = 1.0, start_score = 0.25;
  std::vector<std::vector<double>> losses;  ///< of the rows, from the start on; none: the score alone decides
  int swaps = 0;
  std::vector<std::int64_t> batches{4, 4, 2};

  std::vector<std::int64_t> start_epoch(std::int64_t, double) override { return batches; }
  StepOutcome train_step(const LoopStep& step) override {
    steps.push_back(step);
    weight.add_(1.0);
    ++made_;
    return {loss, loss};
  }
  EpochFigures evaluate(const EpochSummary& trained) override {
    evaluated_ = static_cast<std::size_t>(trained.epoch);
    return {{"train_loss", trained.loss},
            {"rows", static_cast<double>(trained.rows)},
            {"epoch", static_cast<double>(trained.epoch)},
            {kDevScore, trained.epoch == 0 ? start_score : scores[static_cast<std::size_t>(trained.epoch - 1)]}};
  }
  [[nodiscard]] std::vector<double> row_losses() const override {
    return losses.empty() ? std::vector<double>{} : losses[evaluated_];
  }
  NamedTensors weights() override { return {{"weight", weight}}; }
  void swap_average() override { ++swaps; }
  [[nodiscard]] std::int64_t optimizer_steps() const override { return made_; }
  NamedTensors optimizer_state() override { return {{"state", state}}; }
  Result<void> load_optimizer_state(const std::map<std::string, at::Tensor>& tensors,
                                    std::int64_t steps_made) override {
    state.copy_(tensors.at("state"));
    made_ = steps_made;
    return {};
  }
  at::Tensor state = at::full({1}, 5.0);

 private:
  std::int64_t made_ = 0;
  std::size_t evaluated_ = 0;
};

class TrainingLoopTest : public testing::Test {
 protected:
  void SetUp() override { folder = test::scratch_folder(); }
  RunFolder run_folder(bool resume = false) { return *RunFolder::create(folder + "/run", "{}", resume); }
  static LoopPlan epochs_at_half(std::int64_t epochs) {
    LoopPlan plan;
    plan.epochs = epochs;
    plan.learning_rate = 0.5;
    return plan;
  }
  static LoopPlan three_epochs_from_a_known_start() {
    LoopPlan plan;
    plan.epochs = 3;
    plan.start_counts = true;
    return plan;
  }
  std::string folder;
  test::RecordingObserver observer;
};

TEST_F(TrainingLoopTest, RunsItsEpochsAndKeepsTheBestWeights) {
  CountingTask task;
  LoopPlan plan = epochs_at_half(3);
  plan.warmup = 0;
  TrainingLoop loop(plan, task, run_folder(), observer);
  const auto done = loop.run();
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(task.steps.size(), 9U);
  EXPECT_EQ(loop.state().best_epoch, 2);
  EXPECT_EQ(task.weight.item<double>(), 6.0) << "the weights of the second epoch";
  EXPECT_EQ(task.swaps, 6);
  EXPECT_NEAR(task.steps.front().rate, 0.5, 0.01);
  EXPECT_TRUE(std::is_sorted(task.steps.rbegin(), task.steps.rend(),
                             [](const auto& a, const auto& b) { return a.rate < b.rate; }));
  EXPECT_NEAR(task.steps[3].progress, 1.2 / 3, 1e-9) << "the middle of the first step of the second epoch";
  EXPECT_EQ(loop.state().history.front()[1].second, 10.0);
}

TEST_F(TrainingLoopTest, AnEpochWithoutRowsIsAnError) {
  CountingTask task;
  task.batches.clear();
  TrainingLoop loop(epochs_at_half(1), task, run_folder(), observer);
  const auto done = loop.run();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(done.error().message.find("epoch 1 has no training row"), std::string::npos) << done.error().message;
}

TEST_F(TrainingLoopTest, OneStepIsNeitherAtTheBeginningNorAtTheEndOfTheSchedule) {
  CountingTask task;
  task.batches = {4};
  const LoopPlan plan = epochs_at_half(1);
  TrainingLoop loop(plan, task, run_folder(), observer);
  ASSERT_TRUE(loop.run());
  ASSERT_EQ(task.steps.size(), 1U);
  EXPECT_GT(task.steps[0].rate, 0.1);
}

TEST_F(TrainingLoopTest, ARunWithTimeToSpareFollowsItsEpochs) {
  CountingTask task;
  LoopPlan plan;
  plan.epochs = 3;
  plan.minutes = 600;
  plan.learning_rate = 0.5;
  TrainingLoop loop(plan, task, run_folder(), observer);
  ASSERT_TRUE(loop.run());
  ASSERT_EQ(task.steps.size(), 9U);
  EXPECT_GT(task.steps.back().progress, 0.9);
  EXPECT_LT(task.steps.back().rate, 0.05) << "the schedule has come to its end";
}

TEST_F(TrainingLoopTest, AStartThatCountsIsKeptWhereNoEpochIsBetter) {
  CountingTask task;
  task.weight.fill_(7.0);
  task.scores = {0.1, 0.2, 0.25};  // as good as the start is not better
  const LoopPlan plan = three_epochs_from_a_known_start();
  TrainingLoop loop(plan, task, run_folder(), observer);
  ASSERT_TRUE(loop.run());
  EXPECT_EQ(loop.state().best_epoch, 0);
  EXPECT_EQ(task.weight.item<double>(), 7.0);
  EXPECT_TRUE(std::any_of(observer.messages.begin(), observer.messages.end(),
                          [](const auto& text) { return text.rfind("no epoch was better than the start", 0) == 0; }));
}

TEST_F(TrainingLoopTest, AStartThatCountsGivesWayToABetterEpoch) {
  CountingTask task;
  const LoopPlan plan = three_epochs_from_a_known_start();
  TrainingLoop loop(plan, task, run_folder(), observer);
  ASSERT_TRUE(loop.run());
  EXPECT_EQ(loop.state().best_epoch, 2);
  EXPECT_EQ(task.weight.item<double>(), 6.0);
}

TEST_F(TrainingLoopTest, TheLogBeginsWithTheStartThatWasJudged) {
  const auto lines = [&] {
    std::ifstream in(folder + "/run/log.jsonl");
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  };
  const LoopPlan plan = three_epochs_from_a_known_start();
  CountingTask first;
  test::RecordingObserver stopping(2);
  // Stopped in its first epoch: the start is judged again.
  ASSERT_TRUE(TrainingLoop(plan, first, run_folder(), stopping).run());
  const std::string start = R"({"dev_score":0.25,"epoch":0,"start":true})";
  EXPECT_EQ(lines(), std::vector<std::string>{start});
  CountingTask second;
  TrainingLoop resumed(plan, second, run_folder(true), observer);
  ASSERT_TRUE(resumed.resume());
  ASSERT_TRUE(resumed.run());
  const auto all = lines();
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0], start);
  EXPECT_NE(all[1].find(R"("epoch":1)"), std::string::npos) << all[1];
}

// The start was judged in an earlier session: what it reached must not be lost with it.
TEST_F(TrainingLoopTest, AResumedRunRemembersItsStart) {
  CountingTask first;
  first.weight.fill_(7.0);
  first.scores = {0.1, 0.1, 0.1};
  const LoopPlan plan = three_epochs_from_a_known_start();
  test::RecordingObserver stopping(5);
  ASSERT_TRUE(TrainingLoop(plan, first, run_folder(), stopping).run());
  CountingTask second;
  second.scores = first.scores;
  TrainingLoop resumed(plan, second, run_folder(true), observer);
  ASSERT_TRUE(resumed.resume());
  ASSERT_TRUE(resumed.run());
  EXPECT_EQ(resumed.state().best_epoch, 0);
  EXPECT_EQ(best_figures(resumed.state()).back().second, 0.25);
  EXPECT_TRUE(std::isnan(best_figures(resumed.state()).front().second)) << "a start has no training loss";
  const EpochFigures kept = best_figures(resumed.state());
  EXPECT_EQ(kept[2], (std::pair<std::string, double>{"epoch", 0.0})) << "as its line of the log says";
  EXPECT_EQ(second.weight.item<double>(), 7.0);
}

TEST_F(TrainingLoopTest, OfEpochsThatTheRowsCannotTellApartTheLastIsKeptAcrossAResumption) {
  // The second epoch is the best; the third is worse by .1, which its error of .2 does not show; the fourth is worse by
  // .1 in every row; the fifth is as good as the third.
  const std::vector<std::vector<double>> losses{{2, 2, 2},       {1.5, 1.5, 1.5}, {1, 1, 1},
                                                {1.5, 0.9, 0.9}, {1.1, 1.1, 1.1}, {0.9, 0.9, 1.5}};
  CountingTask whole, second;
  for (auto* task : {&whole, &second}) {
    task->scores = {0.22, 0.37, 0.33, 0.33, 0.33};
    task->start_score = 0.1;
    task->losses = losses;
  }
  LoopPlan plan = three_epochs_from_a_known_start();
  plan.epochs = 4;
  {
    TrainingLoop four(plan, whole, run_folder(), observer);
    ASSERT_TRUE(four.run());
    EXPECT_EQ(four.state().best_epoch, 3);
    EXPECT_EQ(four.state().best_score, 0.37);
    EXPECT_EQ(four.state().best_losses, losses[2]);
  }
  EXPECT_EQ(whole.weight.item<double>(), 9.0) << "the weights of the third";
  plan.epochs = 5;
  TrainingLoop five(plan, second, run_folder(true), observer);
  ASSERT_TRUE(five.resume());
  ASSERT_TRUE(five.run());
  EXPECT_EQ(five.state().best_epoch, 5);
  EXPECT_EQ(five.state().best_score, 0.37) << "a worse epoch that is kept is no new standard";
}

TEST_F(TrainingLoopTest, ARunOfManyDevelopmentRowsGoesOn) {
  CountingTask first, second;
  for (auto* task : {&first, &second}) {
    task->scores = {0.22, 0.2, 0.2};
    task->losses = {{}, std::vector<double>(70'000, 1.0 / 3), std::vector<double>(70'000, 2), {}};
  }
  ASSERT_TRUE(TrainingLoop(epochs_at_half(1), first, run_folder(), observer).run());
  TrainingLoop two(epochs_at_half(2), second, run_folder(true), observer);
  const auto resumed = two.resume();
  ASSERT_TRUE(resumed) << resumed.error().message;
  ASSERT_TRUE(two.run());
  EXPECT_EQ(two.state().best_losses, first.losses[1]) << "to the last bit";
}

TEST_F(TrainingLoopTest, OtherDataDoNotResume) {
  LoopPlan plan = epochs_at_half(1);
  plan.data_sha256 = "first";
  CountingTask task, second;
  ASSERT_TRUE(TrainingLoop(plan, task, run_folder(), observer).run());
  plan.epochs = 2;
  EXPECT_TRUE(TrainingLoop(plan, second, run_folder(true), observer).resume());
  plan.data_sha256 = "second";
  CountingTask
      wider;  // from scratch other texts make another vocabulary: the data are told, not what follows from them
  wider.weight = at::zeros({2});
  const auto resumed = TrainingLoop(plan, wider, run_folder(true), observer).resume();
  ASSERT_FALSE(resumed);
  EXPECT_EQ(resumed.error().code, ErrorCode::kInvalidData);
  EXPECT_NE(resumed.error().message.find("the data are not those"), std::string::npos) << resumed.error().message;
}

TEST_F(TrainingLoopTest, OtherModelsDoNotResume) {
  LoopPlan plan = epochs_at_half(1);
  CountingTask task;
  ASSERT_TRUE(TrainingLoop(plan, task, run_folder(), observer).run());
  plan.models_sha256 = "first";
  plan.epochs = 2;
  {
    TrainingLoop longer(plan, task, run_folder(true), observer);  // has the folder for itself
    ASSERT_TRUE(longer.resume()) << "an older run states none";
    ASSERT_TRUE(longer.run());
  }
  EXPECT_TRUE(TrainingLoop(plan, task, run_folder(true), observer).resume());
  plan.models_sha256 = "second";
  const auto resumed = TrainingLoop(plan, task, run_folder(true), observer).resume();
  ASSERT_FALSE(resumed);
  EXPECT_NE(resumed.error().message.find("the start or a teacher has other weights"), std::string::npos)
      << resumed.error().message;
}

TEST_F(TrainingLoopTest, AFinishedRunSaysThatNothingIsLeft) {
  const auto said = [&] {
    return std::any_of(observer.messages.begin(), observer.messages.end(),
                       [](const auto& text) { return text.starts_with("nothing is left to train after 3 epochs"); });
  };
  LoopPlan plan = three_epochs_from_a_known_start();
  CountingTask first;
  ASSERT_TRUE(TrainingLoop(plan, first, run_folder(), observer).run());
  EXPECT_FALSE(said());
  CountingTask second;
  TrainingLoop again(plan, second, run_folder(true), observer);
  ASSERT_TRUE(again.resume());
  ASSERT_TRUE(again.run());
  EXPECT_TRUE(said());
}

TEST_F(TrainingLoopTest, StopsWithoutPatience) {
  CountingTask task;
  LoopPlan plan;
  plan.epochs = 6;
  plan.patience = 2;
  TrainingLoop loop(plan, task, run_folder(), observer);
  ASSERT_TRUE(loop.run());
  EXPECT_EQ(loop.state().epoch, 4);
}

TEST_F(TrainingLoopTest, ResumesWhereItWasInterrupted) {
  CountingTask first;
  first.state.fill_(9.0);
  LoopPlan plan;
  plan.epochs = 3;
  test::RecordingObserver stopping(5);  // inside the second epoch
  {
    TrainingLoop broken(plan, first, run_folder(), stopping);
    ASSERT_TRUE(broken.run());
    EXPECT_TRUE(broken.was_interrupted());
  }
  CountingTask second;
  TrainingLoop resumed(plan, second, run_folder(true), observer);
  ASSERT_TRUE(resumed.resume());
  EXPECT_EQ(resumed.state().epoch, 1);
  EXPECT_EQ(second.weight.item<double>(), 3.0);
  EXPECT_EQ(second.state.item<double>(), 9.0);
  ASSERT_TRUE(resumed.run());
  EXPECT_EQ(second.steps.size(), 6U);
  EXPECT_EQ(second.steps.front().epoch, 1);
}

TEST_F(TrainingLoopTest, ABestEpochThatTheStateDoesNotKnowIsNotKept) {
  const LoopPlan plan = epochs_at_half(2);
  {
    CountingTask task;
    TrainingLoop loop(plan, task, run_folder(), observer);
    ASSERT_TRUE(loop.run());
    ASSERT_EQ(loop.state().best_epoch, 2);
  }
  const std::string checkpoints = folder + "/run/checkpoints/", next = checkpoints + "next_best.safetensors";
  EXPECT_FALSE(std::filesystem::exists(next)) << "it has taken its place";
  const std::string best = test::read_text(checkpoints + "best.safetensors");
  // As a run leaves it that is killed behind its last state: what is kept is what was to be.
  std::filesystem::rename(checkpoints + "best.safetensors", next);
  CountingTask second;
  const RunFolder resumed_folder = run_folder(true);
  TrainingLoop resumed(plan, second, resumed_folder, observer);
  ASSERT_TRUE(resumed.resume());
  EXPECT_EQ(test::read_text(checkpoints + "best.safetensors"), best);
  // And before it: the third epoch is done again, whatever the first attempt at it was like.
  const std::string last = test::read_text(checkpoints + "last.safetensors");
  CountingTask third, fourth;
  TrainingLoop longer(epochs_at_half(3), third, resumed_folder, observer);
  ASSERT_TRUE(longer.resume() && longer.run());
  std::filesystem::copy_file(checkpoints + "last.safetensors", next);
  test::write_text(checkpoints + "last.safetensors", last);
  TrainingLoop again(epochs_at_half(3), fourth, resumed_folder, observer);
  ASSERT_TRUE(again.resume());
  EXPECT_FALSE(std::filesystem::exists(next));
}

TEST_F(TrainingLoopTest, ATimeBudgetEndsTheRunInsideAnEpoch) {
  CountingTask task;
  LoopPlan plan;
  plan.epochs = 6;
  plan.minutes = 1e-9;  // spent before the first step is over
  TrainingLoop loop(plan, task, run_folder(), observer);
  ASSERT_TRUE(loop.run());
  EXPECT_EQ(loop.state().epoch, 1);
  EXPECT_LT(task.steps.size(), 3U);
  EXPECT_EQ(task.steps.front().progress, 1.0);
}

TEST_F(TrainingLoopTest, ALossThatIsNoNumberIsAnError) {
  CountingTask task;
  task.loss = std::nan("");
  TrainingLoop loop(LoopPlan(), task, run_folder(), observer);
  const auto done = loop.run();
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("learning_rate"), std::string::npos) << done.error().message;
}

TEST_F(TrainingLoopTest, ADevelopmentFigureThatIsNoNumberIsAnErrorAndNothingIsKept) {
  CountingTask task;
  task.scores[1] = std::nan("");
  TrainingLoop loop(epochs_at_half(2), task, run_folder(), observer);
  const auto done = loop.run();
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("dev_score became nan after epoch 2: try a lower learning_rate"),
            std::string::npos)
      << done.error().message;
  EXPECT_EQ(loop.state().best_epoch, 1);
}

TEST_F(TrainingLoopTest, ACheckpointOfAnotherNetworkIsRefused) {
  CountingTask task;
  LoopPlan plan;
  ASSERT_TRUE(TrainingLoop(plan, task, run_folder(), observer).run());
  CountingTask other;
  other.weight = at::zeros({2});
  const auto resumed = TrainingLoop(plan, other, run_folder(true), observer).resume();
  ASSERT_FALSE(resumed);
  EXPECT_NE(resumed.error().message.find("'weight'"), std::string::npos);
}

}  // namespace
}  // namespace emo::train
