// What is exported of a fine-tuned face network: how much of the weights that it started from.
#pragma once

#include <string>
#include <vector>

#include "train/face_task.hpp"
#include "train/image_deploy.hpp"

namespace emo::train {

/// `share` of `start` and the rest of `trained`, value by value; tensors that `start` lacks are those of `trained`.
/// Pure. Precondition: tensors of one name have one size. Source: WiSE-FT (Wortsman et al. 2022).
TensorValues mixed(const TensorValues& start, const TensorValues& trained, double share);

/// -ln of the probability of the right class, at the temperature that suits these faces best: mean over the judged
/// faces of each head, then over the heads. 0 where no face is judged. `logits` as FaceTask::logits_of gives them.
double calibrated_loss(const std::vector<HeadPlan>& heads, const std::vector<FaceExample>& examples,
                       const HeadLogits& logits);

/// Puts that mixture of `start` (deployed form) and the weights of `module` into `module` which calibrated_loss likes
/// best on the development faces, of `shares` (the first of equals); normalisation is folded. Returns in
/// words what `module` then holds. `task` is that of `module`. Errors: those of assign_deployed. Precondition: `shares`
/// not empty.
Result<std::string> mix_with_start(const std::vector<double>& shares, const TensorValues& start,
                                   const std::vector<HeadPlan>& heads, const std::vector<FaceExample>& dev,
                                   FaceTask& task, ImageModule& module);

}  // namespace emo::train
