// From what an engine answers, the columns of all heads side by side, to one matrix per head.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "io/manifest.hpp"

namespace emo::train {

/// `all` is row-major [rows, sum of the heads' label counts]; gives row-major [rows, K] for each head in order.
inline std::vector<std::vector<float>> split_heads(const std::vector<io::HeadManifest>& heads,
                                                   std::span<const float> all, std::size_t rows) {
  const std::size_t width = rows == 0 ? 0 : all.size() / rows;
  std::vector<std::vector<float>> split;
  std::size_t column = 0;
  for (const auto& head : heads) {
    const std::size_t k = head.labels.size();
    std::vector<float> logits(rows * k);
    for (std::size_t i = 0; i < rows; ++i) std::copy_n(all.data() + i * width + column, k, logits.data() + i * k);
    split.push_back(std::move(logits));
    column += k;
  }
  return split;
}

}  // namespace emo::train
