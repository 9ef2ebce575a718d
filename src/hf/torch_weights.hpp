// The state_dict in a file of torch.save (pytorch_model.bin), read without Python and without running anything.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "hf/owned_weights.hpp"

namespace emo::hf {

/// Reads PATH, in the zip form (PyTorch 1.6 on) or the one before it. Tensors that are not contiguous are copied into
/// order; entries that are no tensors, and element types that this project has not, are left out. Thread-safe.
/// Memory: the zip form is held once, the older one mapped; copies are at most four times the file. Errors: kNotFound,
/// kIo, kInvalidModel (damaged: names the byte, entry or tensor), kUnsupported (no state_dict: a whole pickled module,
/// TorchScript, a training checkpoint; big-endian), kTooLarge. Source: torch/serialization.py and
/// torch/_utils.py, by behaviour.
Result<OwnedWeights> read_torch_weights(const std::string& path);

}  // namespace emo::hf
