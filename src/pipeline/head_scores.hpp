// What a model says of a text or a face: a probability for every label.
#pragma once

#include <string_view>
#include <vector>

namespace emo::pipeline {

struct Score {
  std::string_view label;  ///< owned by the recognizer
  float score = 0;         ///< calibrated probability, 0..1
};

/// The probabilities of one head, in the head's label order.
struct HeadScores {
  std::string_view head;  ///< owned by the recognizer
  std::vector<float> probabilities;
};

}  // namespace emo::pipeline
