// Logits -> calibrated probabilities of one head.
#pragma once

#include <span>

#include "emo/error.hpp"
#include "io/manifest.hpp"

namespace emo::pipeline {

/// Writes the probabilities of one head's K logits: z = logit / temperature + bias, then softmax (sums to 1) or the
/// logistic function (each 0..1), as the manifest says. A calibrated head then applies vector scaling, which is
/// softmax(scale * ln p + bias) or logistic(scale * z + bias), and the isotonic maps (renormalised under softmax),
/// where it has them. `logits` and `probabilities` have K elements and may not overlap. Errors: kInvalidModel when a
/// logit is not finite (names head and label). Sources: temperature scaling, Guo et al. 2017, "On Calibration of Modern
/// Neural Networks"; scaling of log-probabilities, Kull et al. 2019, "Beyond temperature scaling"; isotonic maps,
/// Zadrozny & Elkan 2002.
Result<void> activate(const io::HeadManifest& head, std::span<const float> logits, std::span<float> probabilities);

/// The isotonic maps of the head alone, in place on K probabilities; nothing without such maps.
void apply_isotonic(const io::HeadManifest& head, std::span<float> probabilities);

/// The probability that label `index` must exceed to be reported; 0.5 when the manifest gives none.
double threshold(const io::HeadManifest& head, std::size_t index);

}  // namespace emo::pipeline
