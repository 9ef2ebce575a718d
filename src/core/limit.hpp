// Comparison of a computed figure with a limit that somebody named.
#pragma once

namespace emo::core {

/// value >= limit, whatever the last bits say: the mean of three times 0.7 is 0.6999999999999998, and 0.82 - 0.81 is
/// less than 0.01.
inline bool reaches(double value, double limit) {
  constexpr double kRounding = 1e-9;
  return value >= limit - kRounding;
}

}  // namespace emo::core
