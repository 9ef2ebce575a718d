// One text's result in the order and words that users see, before it becomes JSON, CSV or a picture.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "io/manifest.hpp"
#include "pipeline/affect.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// What a result says, best first. Labels point into the manifest or into static tables.
struct ResultView {
  std::vector<Score> scores;    ///< every class of the primary head, highest first (equals in the head's order)
  std::vector<Score> emotions;  ///< labels of the fine head over their thresholds, highest first
  std::optional<std::vector<Score>> set;  ///< label set of the primary head, best first; none = not calibrated for it
  double set_coverage = 0;                ///< with which `set` is stated to hold the truth
  std::optional<Score> sentiment;         ///< best polarity
  bool sentiment_derived = false;         ///< true: from the basic classes, the model has no sentiment head
  std::optional<Affect> affect;           ///< always derived
};

/// `top_k` limits scores and emotions; 0 = all. Of a text without words nothing is derived from scores that say
/// nothing: its label set holds every label, valence and arousal are those of neutral, a derived sentiment is neutral
/// and no surer than any other. Precondition: `result` comes from a recognizer with this manifest,
/// which must outlive the view.
ResultView view_result(const TextResult& result, const io::Manifest& manifest, const HeadRoles& roles,
                       std::size_t top_k = 0);

}  // namespace emo::pipeline
