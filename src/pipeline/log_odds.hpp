// The scale on which explanations weigh: what a probability is worth, wherever it lies.
#pragma once

#include <algorithm>
#include <cmath>

namespace emo::pipeline {

/// ln(p / (1 - p)); p within 1e-6 of 0 or 1 counts as so far from it.
inline double log_odds(double p) {
  constexpr double kSmallestProbability = 1e-6;
  p = std::clamp(p, kSmallestProbability, 1.0 - kSmallestProbability);
  return std::log(p / (1.0 - p));
}

}  // namespace emo::pipeline
