// What a run says of data that cannot be read, or be trusted.
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

/// Of the `judged` items ("rows", "images"), `copies` have a near copy in training: told from one in a thousand on, as
/// `emo doctor` does.
inline void tell_near_copies(std::size_t copies, std::size_t judged, const char* items, TrainingObserver& observer) {
  if (copies == 0 || copies * 1000 < judged) return;
  observer.on_message(std::to_string(copies) + " of the " + std::to_string(judged) + " development and test " + items +
                      " have a near copy in training, so figures on them are too good; emo doctor names them");
}

}  // namespace emo::train
