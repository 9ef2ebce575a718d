// What to try after a verdict on overfitting.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/overfitting.hpp"

namespace emo::report {

/// What is known about how the run was made; nullopt = not known, and advice then stays general.
struct TrainingFacts {
  std::optional<double> dropout, weight_decay, learning_rate;
  std::optional<bool> augmentation, early_stopping, frozen_encoder;
  std::optional<std::uint64_t> training_rows;
  bool start_kept = false;  ///< no epoch beat the weights that training began from, whether or not the log judged them
};

/// What to try next, best first, each a full sentence. Never empty: a run without fault is told so.
std::vector<std::string> next_steps(const FitVerdict& verdict, const TrainingFacts& facts);

}  // namespace emo::report
