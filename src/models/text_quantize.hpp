// From f32 weights to those of an int8 text bundle.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/text_architecture.hpp"
#include "models/quantize_tensors.hpp"
#include "models/text_inputs.hpp"

namespace emo::models {

/// quantize_tensors() for every tensor of `tensors_of(architecture)`. `inputs`: of the same model in f32, or null.
Result<QuantizedTensors> quantize_text_tensors(const core::TextArchitecture& architecture,
                                               const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                               TextInputs* inputs = nullptr);

}  // namespace emo::models
