// The weights inside an exported ONNX graph, under the names they had before the export.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "hf/owned_weights.hpp"

namespace emo::hf {

/// Reads the floating-point initializers of PATH (at most 2 GiB, data inside the file). An exporter keeps the names of
/// embeddings, biases and norms but stores a Linear's weight transposed and nameless: it is found as the constant of
/// the MatMul whose result gets "X.bias" added, and comes back as "X.weight" [out, in]. Constants with neither are left
/// out. Thread-safe. Errors: kNotFound, kTooLarge, kInvalidModel (damaged), kUnsupported (data in other files; a build
/// without EMO_ONNX).
Result<OwnedWeights> read_onnx_weights(const std::string& path);

/// Whether this build can: read_onnx_weights() of one without EMO_ONNX refuses every file.
bool reads_onnx();

}  // namespace emo::hf
