// Weights out of a file of another program, with what keeps their bytes alive.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/tensor.hpp"

namespace emo::hf {

struct OwnedWeights {
  std::map<std::string, core::TensorView, std::less<>> tensors;
  std::shared_ptr<const void> owner;  ///< keeps the views valid
};

}  // namespace emo::hf
