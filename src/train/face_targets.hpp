// What a head learns from a label or from votes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "train/face_dataset.hpp"

namespace emo::train {

/// The seven classes of a face in the order of our models: surprise, fear, disgust, happiness, sadness, anger, neutral.
std::vector<std::string> expression_labels();

/// Target and gold of one head for one face. Votes count by share among the head's classes; a face that half of its
/// raters call no face ("NF") has none. Empty target: nothing to learn here.
FaceLabel face_label(const FaceTrainConfig& config, const HeadPlan& head, const RawFaces& set, const RawFace& face);

}  // namespace emo::train
