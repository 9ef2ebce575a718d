// The answers to the windows of a text made into the answer to the text.
#pragma once

#include <span>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "pipeline/text_preparation.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::pipeline {

/// The probabilities of every head for one text. `logits` is row-major [windows, sum of K]. Each window is activated
/// on its own, then averaged with the number of its new tokens as weight, so that an overlap counts once; softmax
/// heads still sum to 1. One window: its probabilities as they are. Errors: as of activate().
Result<std::vector<HeadScores>> aggregate_windows(const io::Manifest& manifest, const PreparedText& text,
                                                  std::span<const float> logits);

}  // namespace emo::pipeline
