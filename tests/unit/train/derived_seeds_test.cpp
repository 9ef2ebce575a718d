#include "train/derived_seeds.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

// Other numbers would make a run that was begun before go on with other batches when it is resumed.
TEST(DerivedSeeds, StayWhatTheyAre) {
  EXPECT_EQ(epoch_seed(3, 2), 3000011U);
  EXPECT_EQ(step_seed(3, 2, 5), 233220U);
  EXPECT_EQ(row_seed(233220, 7), 955269127U);
  EXPECT_EQ(batch_seed(233220), 955273215U);
}

TEST(DerivedSeeds, NoRowSharesThatOfItsBatchOrOfTheNextStep) {
  EXPECT_LT(row_seed(5, kMostSeededRows - 1), batch_seed(5));
  EXPECT_LT(batch_seed(5), row_seed(6, 0));
}

}  // namespace
}  // namespace emo::train
