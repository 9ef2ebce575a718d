// Classification losses on logits, for one head.
#pragma once

#include "train/head_plan.hpp"
#include "train/libtorch.hpp"

namespace emo::train {

/// Class frequencies of a head's training targets, and what the losses derive from them.
struct ClassPrior {
  at::Tensor weights;    ///< [K], mean 1 over the rows, 0 of a class without rows; undefined = unweighted
  at::Tensor log_prior;  ///< [K], 0 of a class without rows; undefined = no adjustment

  [[nodiscard]] ClassPrior to(at::Device device) const {
    return {weights.defined() ? weights.to(device) : weights, log_prior.defined() ? log_prior.to(device) : log_prior};
  }
};

/// From the summed targets of each class (`mass` [K] > 0 where seen).
ClassPrior class_prior(const HeadPlan& plan, const at::Tensor& mass);

/// Mean loss per row. logits, targets [B, K]; softmax targets sum to 1, sigmoid targets are 0/1.
/// Cross-entropy on soft targets with label smoothing and optional logit adjustment; binary cross-entropy; focal loss
/// (Lin et al. 2017); asymmetric loss (Ben-Baruch et al. 2020). Sigmoid losses are summed over classes. Classes weigh
/// what the targets are before they are smoothed.
at::Tensor head_loss(const HeadPlan& plan, const ClassPrior& prior, const at::Tensor& logits,
                     const at::Tensor& targets);

/// Distillation (Hinton et al. 2015): cross-entropy (softmax) or binary cross-entropy (sigmoid) of the student at
/// `temperature` against teacher probabilities taken at the same temperature, times temperature squared.
at::Tensor distillation_loss(const HeadPlan& plan, const at::Tensor& logits, const at::Tensor& teacher,
                             double temperature);

}  // namespace emo::train
