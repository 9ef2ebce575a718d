// From f32 weights to those of an int8 bundle, whatever the architecture.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/tensor.hpp"
#include "core/tensor_spec.hpp"
#include "emo/error.hpp"
#include "models/input_moments.hpp"

namespace emo::models {

/// Tensors ready for `io::write_bundle`. The views point into `storage` and into the f32 tensors that were given.
struct QuantizedTensors {
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  std::vector<std::shared_ptr<const std::vector<std::byte>>> storage;  ///< shared, so that copies stay valid
};

/// What the matrix of that name will be multiplied with; null where nobody knows. Valid until the next call.
using MomentsOf = std::function<Result<const InputMoments*>(const std::string& name)>;

/// `tensors`: one per spec, f32, in any order. Quantizable ones become symmetric s8 in [-127, 127] with one scale per
/// first index ("<name>.scale"), those of matrix products within nn::kMaxOctet; the others are passed on. With
/// `moments_of` matrices are rounded for the inputs they get (quantize_matrix.hpp).
/// Errors: what moments_of returns; kInvalidInput (a tensor is missing or superfluous, has another shape or type, or
/// holds a value that is not finite), naming it.
Result<QuantizedTensors> quantize_tensors(const std::vector<core::TensorSpec>& specs,
                                          const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                          const MomentsOf& moments_of = {});

}  // namespace emo::models
