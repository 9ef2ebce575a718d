// The weights of a bundle as floats, to train on from.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/tensor.hpp"
#include "emo/error.hpp"
#include "io/bundle.hpp"

namespace emo::train {

/// Every tensor of `specs`, int8 ones multiplied by their scales. Errors: kInvalidModel.
Result<std::map<std::string, std::vector<float>>> read_bundle_weights(const io::Bundle& bundle,
                                                                      const std::vector<core::TensorSpec>& specs);

}  // namespace emo::train
