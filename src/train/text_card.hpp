// card.md of a text bundle.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/card_tables.hpp"

namespace emo::train {

/// Markdown: what the model does, what it was trained on and under which licences, how, and its development scores.
std::string text_card(const io::Manifest& manifest, const CardTraining& training);

}  // namespace emo::train
