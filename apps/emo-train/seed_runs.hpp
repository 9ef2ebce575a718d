// The same training with several seeds: what of a score is the recipe and what is luck.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "train/training_state.hpp"

namespace emo::app {

struct SeedResult {
  std::int64_t seed = 0;
  train::EpochFigures best;  ///< figures of the run's best epoch
};

struct MeanAndDeviation {
  double mean = 0;
  double deviation = 0;  ///< sample standard deviation (n - 1); 0 for one value
};
/// Of no values: zeros.
MeanAndDeviation mean_and_deviation(const std::vector<double>& values);

/// "seed" and the columns of the runs, one line per run, then the lines "mean" and "sd"; a figure that is not known is
/// an empty cell and does not count. Precondition: at least one run, all with the same columns.
std::string seeds_csv(const std::vector<SeedResult>& results);

/// Mean and deviation of what a person would compare: dev_score, each head's macro-F1 and accuracy. Precondition: as of
/// seeds_csv().
std::vector<std::pair<std::string, MeanAndDeviation>> seeds_scores(const std::vector<SeedResult>& results);

/// "dev_score 0.5123 ± 0.0041 over 5 seeds" and a line for each other of seeds_scores().
std::string seeds_summary(const std::vector<SeedResult>& results);

}  // namespace emo::app
