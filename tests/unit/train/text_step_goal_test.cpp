#include "train/text_step_goal.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

void expect_length(RunLength got, std::int64_t epochs, std::int64_t tokens_per_batch) {
  EXPECT_EQ(got.epochs, epochs);
  EXPECT_EQ(got.tokens_per_batch, tokens_per_batch);
}

TEST(StepGoal, LargeSetsStayAsAsked) {
  expect_length(with_fewest_steps({4, 1280}, 200, 64'000), 4, 1280);
  expect_length(with_fewest_steps({4, 1280}, 200, 5'000'000), 4, 1280);
}

TEST(StepGoal, MiddlingSetsTakeSmallerBatches) {
  expect_length(with_fewest_steps({4, 1280}, 200, 32'000), 4, 640);
}

TEST(StepGoal, SmallSetsAlsoTakeMoreEpochs) {
  expect_length(with_fewest_steps({4, 1280}, 200, 8'000), 8, kSmallestTokensPerBatch);
  expect_length(with_fewest_steps({4, 1280}, 200, 8'001), 8, kSmallestTokensPerBatch);
  expect_length(with_fewest_steps({4, 1280}, 200, 7'999), 9, kSmallestTokensPerBatch);
  expect_length(with_fewest_steps({4, 1280}, 200, 1), kMostEpochsForSteps, kSmallestTokensPerBatch);
}

TEST(StepGoal, NothingThatWasAskedForIsLost) {
  expect_length(with_fewest_steps({30, 1280}, 200, 1'000), 30, kSmallestTokensPerBatch);
  expect_length(with_fewest_steps({4, 64}, 200, 8'000), 4, 64);
  expect_length(with_fewest_steps({4, 64}, 1'000, 8'000), 8, 64);
}

TEST(StepGoal, ZeroIsNone) {
  expect_length(with_fewest_steps({4, 1280}, 0, 1), 4, 1280);
  expect_length(with_fewest_steps({0, 1280}, 200, 1), 0, 1280);
}

}  // namespace
}  // namespace emo::train
