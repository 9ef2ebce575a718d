// card.md of a face bundle.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/card_tables.hpp"

namespace emo::train {

/// As text_card().
std::string face_card(const io::Manifest& manifest, const CardTraining& training);

}  // namespace emo::train
