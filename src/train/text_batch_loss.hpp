// The loss of one batch over all heads, from gold labels and from teachers.
#pragma once

#include <cstddef>
#include <vector>

#include "train/losses.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

/// Class frequencies of every head over the training rows, each counted as often as its source is repeated.
std::vector<ClassPrior> class_priors(const TextTrainConfig& config, const std::vector<TextExample>& examples,
                                     at::Device device);

struct BatchLoss {
  at::Tensor total;           ///< scalar: the heads' losses times their weights
  std::vector<double> heads;  ///< unweighted
};

/// `members`: the rows of the batch, as indices into `examples`; `logits`: [B, K] of each head. A head's loss is the
/// sum over its labelled rows divided by all B rows, so that a rarely labelled head does not shout. Rows with a teacher
/// mix in the distillation loss with `config.distill_weight`.
BatchLoss batch_loss(const TextTrainConfig& config, const std::vector<ClassPrior>& priors,
                     const std::vector<TextExample>& examples, const std::vector<std::size_t>& members,
                     const std::vector<at::Tensor>& logits);

}  // namespace emo::train
