// Logits -> calibrated probabilities of one head.
#pragma once

#include <span>

#include "emo/error.hpp"
#include "io/manifest.hpp"

namespace emo::pipeline {

/// Writes the probabilities of one head's K logits: z = logit / temperature + bias, then softmax (sums to 1) or
/// the logistic function (each 0..1), as the manifest says. `logits` and `probabilities` have K elements and may
/// not overlap. Errors: kInvalidModel when a logit is not finite (names head and label).
/// Source: temperature scaling, Guo et al. 2017, "On Calibration of Modern Neural Networks".
Result<void> activate(const io::HeadManifest& head, std::span<const float> logits, std::span<float> probabilities);

/// The probability that label `index` must exceed to be reported; 0.5 when the manifest gives none.
double threshold(const io::HeadManifest& head, std::size_t index);

}  // namespace emo::pipeline
