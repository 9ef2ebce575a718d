// card.md of a trained bundle, generated from facts.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/text_config.hpp"

namespace emo::train {

/// Markdown: what the model does, what it was trained on and under which licences, how, and its development scores.
std::string model_card(const TextTrainConfig& config, const io::Manifest& manifest);

/// The sections that cards of texts and faces share: heads, training data, origin, scores.
std::string card_tables(const io::Manifest& manifest, std::int64_t epochs, std::int64_t seed);

}  // namespace emo::train
