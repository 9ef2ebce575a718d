#include "train/face_view_budget.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(ViewBudget, LargeSetsTakeTheEpochsThatItHolds) {
  EXPECT_EQ(epochs_within(24, 265'000, 11'041), 24);
  EXPECT_EQ(epochs_within(24, 265'000, 11'042), 23);
  EXPECT_EQ(epochs_within(24, 265'000, 13'500), 19);
}

TEST(ViewBudget, SmallSetsTakeNoMoreEpochsThanAskedFor) {
  EXPECT_EQ(epochs_within(24, 265'000, 1), 24);
  EXPECT_EQ(epochs_within(3, 265'000, 13'500), 3);
}

TEST(ViewBudget, HugeSetsKeepEnoughEpochsForASchedule) {
  EXPECT_EQ(epochs_within(24, 265'000, 100'000), kFewestEpochs);
  EXPECT_EQ(epochs_within(5, 265'000, 100'000), 5) << "fewer were asked for";
}

TEST(ViewBudget, ZeroIsNone) {
  EXPECT_EQ(epochs_within(24, 0, 100'000), 24);
}

}  // namespace
}  // namespace emo::train
