// The weights inside an exported ONNX graph, under the names they had before the export.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/tensor.hpp"
#include "emo/error.hpp"

namespace emo::hf {

struct OnnxWeights {
  std::map<std::string, core::TensorView, std::less<>> tensors;
  std::shared_ptr<const void> owner;  ///< keeps the views valid
};

/// Reads the floating-point initializers of PATH (at most 2 GiB, data inside the file). An exporter keeps the names of
/// embeddings, biases and norms but stores a Linear's weight transposed and nameless: it is found as the constant of
/// the MatMul whose result gets "X.bias" added, and comes back as "X.weight" [out, in]. Constants with neither are left
/// out. Thread-safe. Errors: kNotFound, kTooLarge, kInvalidModel (damaged), kUnsupported (data in other files; a build
/// without EMO_ONNX).
Result<OnnxWeights> read_onnx_weights(const std::string& path);

}  // namespace emo::hf
