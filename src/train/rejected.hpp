// What a run says of data that cannot be read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/observer.hpp"

namespace emo::train {

inline constexpr std::size_t kShownProblems = 5;

/// Names the first few with their places and counts the others.
inline void tell_rejected(const std::vector<Error>& rejected, TrainingObserver& observer) {
  for (std::size_t i = 0; i < std::min(kShownProblems, rejected.size()); ++i) {
    observer.on_message("left out: " + rejected[i].message);
  }
  if (rejected.size() > kShownProblems) {
    observer.on_message("… and " + std::to_string(rejected.size() - kShownProblems) + " more that cannot be read");
  }
}

}  // namespace emo::train
