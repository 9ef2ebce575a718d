#include "train/derived_seeds.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

// Other numbers would make a run that was begun before go on with other batches when it is resumed.
TEST(DerivedSeeds, StayWhatTheyAre) {
  EXPECT_EQ(epoch_seed(3, 2), 3000011U);
  EXPECT_EQ(step_seed(3, 2, 5), 233220U);
}

}  // namespace
}  // namespace emo::train
