// What is exported of a fine-tuned network: how much of the weights that it started from.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/tensor_values.hpp"

namespace emo::train {

/// `share` of `start` and the rest of `trained`, value by value; tensors that `start` lacks are those of `trained`.
/// Pure. Precondition: tensors of one name have one size. Source: WiSE-FT (Wortsman et al. 2022).
TensorValues mixed(const TensorValues& start, const TensorValues& trained, double share);

/// A network that mixtures are tried in.
struct MixtureTrial {
  std::function<Result<void>(const TensorValues&)> put;  ///< takes these weights over
  std::function<double()> dev_loss;                      ///< of the weights it has, on the development rows
};

/// Leaves in the network, of the mixtures with these shares of `start`, the one of the lowest development loss (the
/// first of equals; a single share is not asked about). Returns in words what the network then holds. Errors: those of
/// MixtureTrial::put. Precondition: `shares` not empty.
Result<std::string> mix_with_start(const std::vector<double>& shares, const TensorValues& start,
                                   const TensorValues& trained, const MixtureTrial& network);

}  // namespace emo::train
