// What a forced choice needs.
#pragma once

#include "core/quote.hpp"
#include "emo/error.hpp"
#include "eval/label_mapping.hpp"

namespace emo::eval {

/// kUsage for a forced choice of `head` among fewer than two classes: every answer would be right.
inline Result<void> check_forced_choice(const LabelMapping& mapping, const HeadView& head) {
  if (!mapping.forced_choice || mapping.classes.size() > 1) return {};
  return Error{ErrorCode::kUsage, "a forced choice (--classes) needs two classes or more, found only " +
                                      core::quoted(head.labels[mapping.classes.front()])};
}

}  // namespace emo::eval
