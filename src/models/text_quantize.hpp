// From f32 weights to those of an int8 text bundle.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/text_architecture.hpp"
#include "models/quantize_tensors.hpp"

namespace emo::models {

/// quantize_tensors() for every tensor of `tensors_of(architecture)`.
Result<QuantizedTensors> quantize_text_tensors(const core::TextArchitecture& architecture,
                                               const std::vector<std::pair<std::string, core::TensorView>>& tensors);

}  // namespace emo::models
