#include "train/epoch_choice.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::train {
namespace {

TEST(EpochChoice, AGrowthWithinItsStandardErrorIsNone) {
  const std::vector<double> best{1, 1, 1, 1};
  // Growths of mean .5: deviation 1, standard error .5; and of mean .5, deviation .577, error .289.
  EXPECT_TRUE(as_good_within_error(std::vector<double>{2, 2, 2, 0}, best));
  EXPECT_FALSE(as_good_within_error(std::vector<double>{2, 2, 1, 1}, best));
}

TEST(EpochChoice, WhatARowCostsAnywayDoesNotCount) {
  const std::vector<double> best{1, 100, 5, 30};
  EXPECT_FALSE(as_good_within_error(std::vector<double>{1.1, 100.2, 5.1, 30.2}, best)) << "each row has grown";
  EXPECT_TRUE(as_good_within_error(std::vector<double>{0.9, 100.1, 4.9, 30.1}, best));
  EXPECT_TRUE(as_good_within_error(best, best));
}

TEST(EpochChoice, RowsThatCannotBeComparedSayNothing) {
  EXPECT_FALSE(as_good_within_error({}, {}));
  EXPECT_FALSE(as_good_within_error(std::vector<double>{0}, {}));
  EXPECT_TRUE(as_good_within_error(std::vector<double>{1}, std::vector<double>{1}));
  EXPECT_FALSE(as_good_within_error(std::vector<double>{2}, std::vector<double>{1})) << "one row has no error";
}

}  // namespace
}  // namespace emo::train
