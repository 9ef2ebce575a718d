#include <gtest/gtest.h>

#include <cmath>

#include "seed_runs.hpp"

namespace emo::app {
namespace {

TEST(SeedRuns, MeanAndSampleDeviation) {
  const auto both = mean_and_deviation({0.5, 0.6, 0.7});
  EXPECT_NEAR(both.mean, 0.6, 1e-12);
  EXPECT_NEAR(both.deviation, 0.1, 1e-12);
  EXPECT_EQ(mean_and_deviation({0.5}).deviation, 0.0);
}

TEST(SeedRuns, TheTableHasARowPerSeedThenMeanAndDeviation) {
  const std::vector<SeedResult> results{{1, {{"epoch", 2}, {"dev_score", 0.5}}},
                                        {2, {{"epoch", 4}, {"dev_score", 0.7}}}};
  EXPECT_EQ(seeds_csv(results), "seed,epoch,dev_score\n1,2,0.5\n2,4,0.7\nmean,3,0.6\nsd,1.4142136,0.14142136\n");
}

TEST(SeedRuns, WhatIsNotKnownIsAnEmptyCellAndDoesNotCount) {
  const double unknown = std::nan("");
  const std::vector<SeedResult> results{{1, {{"train_loss", unknown}, {"rate", unknown}, {"dev_score", 0.5}}},
                                        {2, {{"train_loss", 3}, {"rate", unknown}, {"dev_score", 0.7}}}};
  EXPECT_EQ(seeds_csv(results), "seed,train_loss,rate,dev_score\n1,,,0.5\n2,3,,0.7\nmean,3,,0.6\nsd,0,,0.14142136\n");
}

TEST(SeedRuns, TheSummaryNamesScoresOnly) {
  const std::vector<SeedResult> results{
      {1,
       {{"epoch", 2}, {"dev_accuracy", 0.3}, {"basic_dev_loss", 1}, {"basic_dev_macro_f1", 0.4}, {"dev_score", 0.5}}},
      {2,
       {{"epoch", 4}, {"dev_accuracy", 0.3}, {"basic_dev_loss", 1}, {"basic_dev_macro_f1", 0.4}, {"dev_score", 0.7}}}};
  EXPECT_EQ(seeds_summary(results),
            "dev_accuracy 0.3000 ± 0.0000 over 2 seeds\nbasic_dev_macro_f1 0.4000 ± 0.0000 over 2 seeds\ndev_score "
            "0.6000 ± 0.1414 over 2 seeds");
}

}  // namespace
}  // namespace emo::app
