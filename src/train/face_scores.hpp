// How good an image network is on development faces: what selects an epoch or a mixture, and what the log shows.
#pragma once

#include <cstddef>
#include <vector>

#include "train/face_dataset.hpp"
#include "train/head_plan.hpp"

namespace emo::train {

/// Scores of one head on judged rows (gold >= 0), and its loss on rows with a target.
struct FaceScore {
  double loss = 0, accuracy = 0, balanced_accuracy = 0, macro_f1 = 0;
  std::size_t rows = 0;
  /// -ln of the probability of each judged row's class, at the temperature that suits them all best.
  std::vector<double> row_losses;
  double calibrated_loss = 0;         ///< their mean
  double calibrated_target_loss = 0;  ///< `loss` at the temperature that suits it best: what may be held against it
};

/// Logits of the whole network over a split: one row-major [N, K] per head.
using HeadLogits = std::vector<std::vector<float>>;

/// From the logits of `examples`. Loss: cross-entropy with the targets. Pure.
FaceScore score_faces(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                      const std::vector<float>& logits);

/// FaceScore::calibrated_loss, the mean over the heads that judge any of `examples`; 0 where none does. Pure.
double calibrated_loss(const std::vector<HeadPlan>& heads, const std::vector<FaceExample>& examples,
                       const HeadLogits& logits);

}  // namespace emo::train
