#include "pipeline/log_odds.hpp"

#include <gtest/gtest.h>

namespace emo::pipeline {
namespace {

TEST(LogOdds, IsFiniteAndOddAboutAHalf) {
  EXPECT_DOUBLE_EQ(log_odds(0.5), 0);
  EXPECT_NEAR(log_odds(0.75), std::log(3.0), 1e-12);
  EXPECT_NEAR(log_odds(0.2), -log_odds(0.8), 1e-12);
  EXPECT_NEAR(log_odds(0), -log_odds(1), 1e-9);
  EXPECT_NEAR(log_odds(1), std::log(1e6), 1e-5);
}

}  // namespace
}  // namespace emo::pipeline
