// From f32 weights to those of an int8 image bundle.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/image_network.hpp"
#include "models/quantize_tensors.hpp"

namespace emo::models {

/// quantize_tensors() for every tensor of `tensors_of(network)`: convolutions over all channels, but for the first one,
/// which reads the image in f32. Activations need no calibration: their ranges are taken from each map as it is
/// computed.
Result<QuantizedTensors> quantize_image_tensors(const core::ImageNetwork& network,
                                                const std::vector<std::pair<std::string, core::TensorView>>& tensors);

}  // namespace emo::models
