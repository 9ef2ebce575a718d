// One label of a matrix of all labels. Private to src/metrics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/assert.hpp"

namespace emo::metrics {

/// Column `k` of a row-major `matrix` with `width` columns goes to `column`, whose old content is lost.
template <class T>
void copy_column(std::span<const T> matrix, std::size_t width, std::size_t k, std::vector<T>& column) {
  column.resize(matrix.size() / width);
  for (std::size_t row = 0; row < column.size(); ++row) column[row] = matrix[row * width + k];
}

/// fit(scores, outcomes) of each label. Shapes: scores and outcomes row-major [n, labels]. Precondition: sizes agree,
/// labels > 0.
template <class Fit>
auto fit_each_label(std::span<const float> scores, std::span<const std::uint8_t> outcomes, std::size_t labels,
                    Fit fit) {
  EMO_ASSERT(labels > 0 && scores.size() == outcomes.size() && scores.size() % labels == 0);
  std::vector<float> column;
  std::vector<std::uint8_t> column_outcomes;
  std::vector<decltype(fit(scores, outcomes))> fits;
  fits.reserve(labels);
  for (std::size_t k = 0; k < labels; ++k) {
    copy_column(scores, labels, k, column);
    copy_column(outcomes, labels, k, column_outcomes);
    fits.push_back(fit(column, column_outcomes));
  }
  return fits;
}

}  // namespace emo::metrics
