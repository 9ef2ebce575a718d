// Ranges of the numbers that callers choose.
#pragma once

#include <string>

#include "core/number_words.hpp"
#include "emo/error.hpp"

namespace emo::pipeline {

/// kUsage unless `value`, which is called `name`, lies in 0 to `most`; what is no number does not.
inline Result<void> check_option(const std::string& name, double value, double most) {
  if (value >= 0 && value <= most) return {};
  return Error{ErrorCode::kUsage,
               name + " is " + core::formatted("%g", value) + ", expected 0 to " + core::formatted("%g", most)};
}

}  // namespace emo::pipeline
