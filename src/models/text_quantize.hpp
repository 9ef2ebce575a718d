// From f32 weights to those of an int8 bundle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/tensor.hpp"
#include "core/text_architecture.hpp"
#include "emo/error.hpp"

namespace emo::models {

/// Whether a row's scale is its largest |w| / 127, or the one in a grid below it with the least squared error.
enum class ClipMode : std::uint8_t { kLargest, kLeastSquares };

/// Tensors ready for `io::write_bundle`. The views point into `storage` and into the f32 tensors that were given.
struct QuantizedTensors {
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  std::vector<std::shared_ptr<const std::vector<std::byte>>> storage;  ///< shared, so that copies stay valid
};

/// `tensors`: every tensor of `tensors_of(architecture)`, f32, in any order. Quantizable matrices become symmetric s8 in
/// [-127, 127] with one scale per row ("<name>.scale"); the others are passed on. Errors: kInvalidInput (a tensor is
/// missing or superfluous, has another shape or type, or holds a value that is not finite), naming it.
Result<QuantizedTensors> quantize_text_tensors(const core::TextArchitecture& architecture,
                                               const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                               ClipMode clip = ClipMode::kLeastSquares);

}  // namespace emo::models
