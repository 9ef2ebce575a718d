// The convolutions of an ONNX graph, in the order in which they are written there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::hf {

struct OnnxConvolution {
  std::string weight_name;
  std::vector<std::int64_t> shape;  ///< [O, I / groups, kH, kW]
  std::vector<float> weight;        ///< row-major
  std::vector<float> bias;          ///< [O], zeros where the graph has none
  std::int64_t stride = 1, dilation = 1, groups = 1;
};

/// Reads the Conv nodes of ONNX file `path` with their constant float weights; needs no ONNX library. Other nodes are
/// not looked at, so the caller must know the architecture. Limits: 64 MiB, 4,096 nodes, float32 data inside the file.
/// Errors: kNotFound, kIo, kTooLarge; kInvalidModel for damage (says where), kUnsupported for weights of another type
/// or in other files.
Result<std::vector<OnnxConvolution>> read_onnx_convolutions(const std::string& path);

}  // namespace emo::hf
