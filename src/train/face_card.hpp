// card.md of a face bundle.
#pragma once

#include <string>

#include "io/manifest.hpp"
#include "train/face_config.hpp"

namespace emo::train {

std::string face_card(const FaceTrainConfig& config, const io::Manifest& manifest);

}  // namespace emo::train
