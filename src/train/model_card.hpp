// card.md of a trained bundle, generated from facts.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/text_config.hpp"

namespace emo::train {

/// Markdown: what the model does, what it was trained on and under which licences, how, and its development scores.
/// `mixture`: what the weights are, in words of mix_with_start(); "" = the trained ones.
std::string model_card(const TextTrainConfig& config, const io::Manifest& manifest, const std::string& mixture);

/// The sections that cards of texts and faces share: heads, training data, origin, scores.
std::string card_tables(const io::Manifest& manifest, std::int64_t epochs, std::int64_t seed,
                        const std::string& mixture);

}  // namespace emo::train
