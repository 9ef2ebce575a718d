// Decisions on the probabilities of one head. The bounds were fitted by `emo calibrate`; nothing is fitted here.
// Reasons that do not lie in the probabilities are abstention.cpp's and face_quality.cpp's.
#include "pipeline/head_decision.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "core/largest.hpp"

namespace emo::pipeline {
HeadDecision decide_head(const io::HeadManifest& head, std::span<const float> probabilities, double min_confidence) {
  HeadDecision decision;
  decision.best = core::index_of_largest(probabilities);
  const auto confidence = static_cast<double>(probabilities[decision.best]);
  if (confidence < min_confidence) {
    decision.abstain_reason = kLowConfidence;
  } else if (head.calibration && head.calibration->abstention &&
             confidence < head.calibration->abstention->min_confidence) {
    decision.abstain_reason = kRiskTarget;
  }
  return decision;
}

bool gives_sets(const io::HeadManifest& head) {
  return head.calibration && head.calibration->conformal;
}

std::vector<std::size_t> label_set(const io::HeadManifest& head, std::span<const float> probabilities) {
  std::vector<std::size_t> set;
  if (!gives_sets(head)) return set;
  const auto& thresholds = head.calibration->conformal->thresholds;
  EMO_ASSERT(thresholds.size() == probabilities.size());
  const std::size_t best = core::index_of_largest(probabilities);
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    if (k == best || static_cast<double>(probabilities[k]) >= thresholds[k]) set.push_back(k);
  }
  std::stable_sort(set.begin(), set.end(),
                   [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
  return set;
}

}  // namespace emo::pipeline
