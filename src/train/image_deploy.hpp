// Between the training form of an image network and the form that is stored in a bundle.
#pragma once

#include "core/tensor.hpp"
#include "emo/error.hpp"
#include "train/image_module.hpp"
#include "train/tensor_values.hpp"

namespace emo::train {

/// Every tensor of core::tensors_of(module.network()): batch normalisation (running statistics) and RepVGG branches
/// folded into the convolution in front of them.
TensorValues deployed_tensors(ImageModule& module);

/// Takes over the tensors of a deployed network. Normalisation behind a convolution then changes nothing until
/// ImageModule::restore_statistics() has seen images. Tensors that `values` lacks stay as they are; returns how many
/// were taken. Errors: kInvalidModel (another size), kUnsupported (a layer with branches: they cannot be taken apart
/// again).
Result<std::int64_t> assign_deployed(const TensorValues& values, ImageModule& module);

}  // namespace emo::train
