// Weights outside a network.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace emo::train {

/// Values by tensor name, row-major in the layout of core::tensors_of.
using TensorValues = std::map<std::string, std::vector<float>>;

}  // namespace emo::train
