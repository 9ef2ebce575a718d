// Valence and arousal derived from the basic classes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/labels.hpp"

namespace emo::pipeline {

/// A point in Russell's circumplex (1980).
struct Affect {
  double valence = 0;  ///< -1 unpleasant .. 1 pleasant
  double arousal = 0;  ///< 0 calm .. 1 excited
};

/// The point of one basic class in the table below.
Affect affect_of(core::Basic basic);

/// The probability-weighted mean of a fixed table of ours, one point per basic class:
///
///   class     anger  disgust  fear   joy  neutral  sadness  surprise
///   valence   -0.7    -0.7    -0.7   0.8    0.0     -0.7      0.1
///   arousal    0.8     0.5     0.8   0.6    0.2      0.3      0.7
///
/// The signs and the order follow the circumplex; the values are ours and fitted to nothing, which is why results
/// list both under "derived". `labels` may be any names that core::basic_of knows; nullopt when it does not know one of
/// them. The probabilities need not sum to 1 (they are divided by their sum; a sum of 0 gives nullopt).
std::optional<Affect> derive_affect(std::span<const std::string> labels, std::span<const float> probabilities);

/// Polarity derived from the basic classes for a model without a sentiment head: joy is positive; anger, disgust,
/// fear and sadness are negative; neutral and surprise are neutral. Order: negative, neutral, positive; sums to 1.
/// nullopt as of derive_affect.
std::optional<std::vector<float>> derive_polarity(std::span<const std::string> labels,
                                                  std::span<const float> probabilities);

}  // namespace emo::pipeline
