// card.md of a text bundle.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/text_config.hpp"

namespace emo::train {

/// Markdown: what the model does, what it was trained on and under which licences, how, and its development scores.
/// `mixture`: what the weights are, in words of mix_with_start(); "" = the trained ones.
std::string text_card(const TextTrainConfig& config, const io::Manifest& manifest, const std::string& mixture);

}  // namespace emo::train
