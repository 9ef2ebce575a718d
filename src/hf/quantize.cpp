// Per-row symmetric quantisation of weights. Activations are quantised while the engine runs, not here.
#include "hf/quantize.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace emo::hf {

QuantizedRows quantize_rows(std::span<const float> matrix, std::size_t rows, std::size_t columns) {
  EMO_ASSERT(columns == 0 ? matrix.empty() : matrix.size() / columns == rows && matrix.size() % columns == 0);
  constexpr float kMost = 127.0F;
  QuantizedRows out;
  out.values.resize(matrix.size());
  out.scales.resize(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    const auto row = matrix.subspan(r * columns, columns);
    float largest = 0.0F;
    for (const float value : row) largest = std::max(largest, std::abs(value));
    float scale = largest / kMost;
    if (!std::isnormal(scale)) scale = 1.0F;  // zeros, or too small for 1 / scale to be finite: they round to 0
    out.scales[r] = scale;
    for (std::size_t c = 0; c < columns; ++c) {
      const float level = std::nearbyint(row[c] / scale);
      out.values[r * columns + c] = static_cast<std::int8_t>(std::clamp(level, -kMost, kMost));
    }
  }
  return out;
}

}  // namespace emo::hf
