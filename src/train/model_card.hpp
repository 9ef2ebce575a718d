// card.md of a trained bundle, generated from facts.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/text_config.hpp"

namespace emo::train {

/// Markdown: what the model does, what it was trained on and under which licences, how, and its development scores.
std::string model_card(const TextTrainConfig& config, const io::Manifest& manifest);

}  // namespace emo::train
