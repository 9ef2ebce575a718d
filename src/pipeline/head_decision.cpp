// Decisions on the probabilities of one head. The bounds were fitted by `emo calibrate`; nothing is fitted here.
// Reasons that do not lie in the probabilities are abstention.cpp's and face_quality.cpp's.
#include "pipeline/head_decision.hpp"

#include <algorithm>

#include "core/assert.hpp"

namespace emo::pipeline {
namespace {

std::size_t best_of(std::span<const float> probabilities) {
  EMO_ASSERT(!probabilities.empty());
  return static_cast<std::size_t>(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
}

}  // namespace

HeadDecision decide_head(const io::HeadManifest& head, std::span<const float> probabilities, double min_confidence) {
  HeadDecision decision;
  decision.best = best_of(probabilities);
  const auto confidence = static_cast<double>(probabilities[decision.best]);
  if (confidence < min_confidence) {
    decision.abstain_reason = kLowConfidence;
  } else if (head.calibration && head.calibration->abstention &&
             confidence < head.calibration->abstention->min_confidence) {
    decision.abstain_reason = kRiskTarget;
  }
  return decision;
}

std::vector<std::size_t> label_set(const io::HeadManifest& head, std::span<const float> probabilities) {
  std::vector<std::size_t> set;
  if (!head.calibration || !head.calibration->conformal) return set;
  const auto& thresholds = head.calibration->conformal->thresholds;
  EMO_ASSERT(thresholds.size() == probabilities.size());
  const std::size_t best = best_of(probabilities);
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    if (k == best || static_cast<double>(probabilities[k]) >= thresholds[k]) set.push_back(k);
  }
  std::stable_sort(set.begin(), set.end(),
                   [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
  return set;
}

}  // namespace emo::pipeline
