// card.md of a face bundle.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/face_config.hpp"

namespace emo::train {

/// As text_card().
std::string face_card(const FaceTrainConfig& config, const io::Manifest& manifest, const std::string& mixture);

}  // namespace emo::train
