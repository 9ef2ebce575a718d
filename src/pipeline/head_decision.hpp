// What one head's probabilities say: best label, label set, and whether to keep it to oneself. Shared by text and
// faces.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "io/manifest.hpp"

namespace emo::pipeline {

/// Reason codes of abstention that come from the probabilities alone.
inline constexpr std::string_view kLowConfidence = "low_confidence";  ///< below the caller's own bound
inline constexpr std::string_view kRiskTarget = "risk_target";        ///< below the bound that `emo calibrate` stored

struct HeadDecision {
  std::size_t best = 0;             ///< index of the largest probability, the first of equals
  std::string_view abstain_reason;  ///< "" = answer; static text
};

/// kLowConfidence when the best probability is below `min_confidence` (0 = never), else kRiskTarget when the head has a
/// risk target and the best probability is below it. Precondition: K probabilities, K > 0.
HeadDecision decide_head(const io::HeadManifest& head, std::span<const float> probabilities, double min_confidence = 0);

/// Whether `head` was calibrated for label sets: only then do results have them.
bool gives_sets(const io::HeadManifest& head);

/// The split-conformal label set: indices of the labels with at least their stored thresholds, most probable first; the
/// best label is always in it. Empty when the head has no conformal thresholds. Precondition: K probabilities, K > 0.
/// Source: Sadinle, Lei & Wasserman 2019, "Least ambiguous set-valued classifiers with bounded error levels".
std::vector<std::size_t> label_set(const io::HeadManifest& head, std::span<const float> probabilities);

}  // namespace emo::pipeline
