// f32 matrices as s8 with one scale per row: how an int8 bundle stores its quantizable tensors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::hf {

struct QuantizedRows {
  std::vector<std::int8_t> values;  ///< row-major, -127..127
  std::vector<float> scales;        ///< one per row; element = value * scale
};

/// Symmetric, round to nearest even; scale = largest magnitude of the row / 127. A row of zeros gets scale 1, so that a
/// scale is always positive. Error per element: at most scale / 2. Preconditions: matrix.size() == rows * columns,
/// finite.
QuantizedRows quantize_rows(std::span<const float> matrix, std::size_t rows, std::size_t columns);

}  // namespace emo::hf
