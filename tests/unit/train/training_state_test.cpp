#include "train/training_state.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace emo::train {
namespace {

TEST(TrainingStateJson, RoundTripsToTheLastBit) {
  TrainingState state;
  state.epoch = 3;
  state.best_epoch = 2;
  state.best_score = 0.1 + 0.2;
  state.data_sha256 = "abc";
  state.models_sha256 = "def";
  state.optimizer_steps = 12345;
  state.start = {{"loss", 0.7}};
  state.history = {{{"epoch", 1}, {"loss", 1.0 / 3}}, {{"epoch", 2}, {"loss", std::nan("")}}};
  const auto again = parse_training_state(to_json(state), "here");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->epoch, 3);
  EXPECT_EQ(again->best_epoch, 2);
  EXPECT_EQ(again->best_score, state.best_score);
  EXPECT_EQ(again->data_sha256, "abc");
  EXPECT_EQ(again->models_sha256, "def");
  EXPECT_EQ(again->optimizer_steps, 12345);
  EXPECT_EQ(again->start, state.start);
  ASSERT_EQ(again->history.size(), 2U);
  EXPECT_EQ(again->history[0], state.history[0]);
  EXPECT_TRUE(std::isnan(again->history[1][1].second));
}

TEST(TrainingState, TheLastBetterEpochIsThatOfTheHighestScore) {
  TrainingState state;
  EXPECT_EQ(last_better_epoch(state), 0);
  for (const double score : {0.3, 0.5, 0.45, 0.5}) state.history.push_back({{"loss", 1}, {kDevScore, score}});
  state.best_epoch = 4;  // as good as the second within the error
  EXPECT_EQ(last_better_epoch(state), 2);
  state.start = {{kDevScore, 0.6}};
  EXPECT_EQ(last_better_epoch(state), 0) << "none is better than the start";
}

TEST(TrainingStateJson, TheHashOfAnOlderRunIsOfAnotherKindAndNotTaken) {
  const auto state = parse_training_state(
      R"({"epoch":1,"best_epoch":0,"best_score":0,"data_sha256":"abc","optimizer_steps":0,"history":[]})", "here");
  ASSERT_TRUE(state) << state.error().message;
  EXPECT_EQ(state->data_sha256, "");
}

TEST(BestFigures, AreThoseOfTheBestEpochOrOfTheStart) {
  TrainingState state;
  EXPECT_TRUE(best_figures(state).empty());
  state.start = {{"loss", 0.7}};
  state.history = {{{"loss", 0.6}}, {{"loss", 0.5}}};
  EXPECT_EQ(best_figures(state), state.start);
  state.best_epoch = 2;
  EXPECT_EQ(best_figures(state), state.history[1]);
}

TEST(TrainingStateJson, DamageIsNamedWithItsPlace) {
  const std::string good = to_json(TrainingState{});
  EXPECT_TRUE(parse_training_state(good, "here"));
  for (const char* json :
       {"", "[]", "{", R"({"epoch":1})",
        R"({"epoch":-1,"best_epoch":0,"best_score":0,"optimizer_steps":0,"history":[]})",
        R"({"epoch":"1","best_epoch":0,"best_score":0,"optimizer_steps":0,"history":[]})",
        R"({"epoch":1,"best_epoch":0,"best_score":0,"optimizer_steps":0,"history":{}})",
        R"({"epoch":1,"best_epoch":0,"best_score":0,"optimizer_steps":0,"history":[1]})",
        R"({"epoch":1,"best_epoch":0,"best_score":0,"optimizer_steps":0,"history":[],"start":1})",
        R"({"epoch":1,"best_epoch":0,"best_score":0,"data_digest":7,"optimizer_steps":0,"history":[]})",
        R"({"epoch":1,"best_epoch":0,"best_score":0,"optimizer_steps":0,"history":[[["a"]]]})"}) {
    const auto outcome = parse_training_state(json, "last.safetensors");
    ASSERT_FALSE(outcome) << json;
    EXPECT_NE(outcome.error().message.find("last.safetensors"), std::string::npos) << outcome.error().message;
  }
}

}  // namespace
}  // namespace emo::train
