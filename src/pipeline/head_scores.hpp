// What a model says of a text or a face: a probability for every label.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace emo::pipeline {

struct Score {
  std::string_view label;  ///< owned by the recognizer
  float score = 0;         ///< calibrated probability, 0..1
};

/// The highest first, equals as they were; of more than `top_k` the first (0 = all).
inline void sort_and_cut(std::vector<Score>& scores, std::size_t top_k) {
  std::stable_sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) { return a.score > b.score; });
  if (top_k != 0 && scores.size() > top_k) scores.resize(top_k);
}

/// The probabilities of one head, in the head's label order.
struct HeadScores {
  std::string_view head;  ///< owned by the recognizer
  std::vector<float> probabilities;
};

}  // namespace emo::pipeline
