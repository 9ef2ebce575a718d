// Stands in for onnx_weights.cpp in a build without the ONNX library, so that its callers need no #if. Reads nothing:
// it says which file would do instead, or how to build the reader.
#include "hf/onnx_weights.hpp"

namespace emo::hf {

Result<OwnedWeights> read_onnx_weights(const std::string& path) {
  return Error{ErrorCode::kUnsupported,
               path + ": this build cannot read ONNX, expected model.safetensors (or build with -DEMO_ONNX=ON)"};
}

bool reads_onnx() {
  return false;
}

}  // namespace emo::hf
