// Evaluations of models whose right and wrong answers the test chooses.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "eval/evaluation.hpp"

namespace emo::eval {

inline const std::vector<std::string> kLabels{"anger", "joy"};

/// Row i is of class i % 2; `right(i)` says whether it is answered rightly.
template <class Right>
Evaluation evaluation(std::uint64_t rows, Right right, std::vector<std::string> labels = kLabels) {
  std::vector<ScoredItem> items;
  for (std::uint64_t i = 0; i < rows; ++i) {
    const bool first = (i % 2 == 0) == right(i);
    items.push_back({"id" + std::to_string(i),
                     i + 1,
                     "t" + std::to_string(i),
                     {static_cast<std::uint32_t>(i % 2)},
                     {first ? 0.9F : 0.1F, first ? 0.1F : 0.9F}});
  }
  return evaluate(std::move(labels), std::move(items), {}).value();
}

}  // namespace emo::eval
