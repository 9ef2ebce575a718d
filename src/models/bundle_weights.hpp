// The weights of a bundle as floats, to train on from or to round anew.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/tensor_spec.hpp"
#include "emo/error.hpp"
#include "io/bundle.hpp"

namespace emo::models {

/// Where in its step of the scale a weight of 8 bits is put.
enum class InStep : std::uint8_t {
  kMiddle,    ///< on the code itself
  kAnywhere,  ///< drawn evenly from the step, the same in every call
};

/// Every tensor of `specs`, int8 ones multiplied by their scales. Weights that are to be trained and quantised again
/// belong anywhere in their steps: from the middle, what a short training moves them by is less than half a step nearly
/// everywhere, and rounding would undo it; from anywhere, as many cross to the next code as the move is worth (dither,
/// Roberts 1962). Errors: kInvalidModel.
Result<std::map<std::string, std::vector<float>>> read_bundle_weights(const io::Bundle& bundle,
                                                                      const std::vector<core::TensorSpec>& specs,
                                                                      InStep place);

}  // namespace emo::models
