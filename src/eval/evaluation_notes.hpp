// Warnings that go with an evaluation: what its figures cannot say.
#pragma once

#include <string>
#include <vector>

#include "eval/evaluation.hpp"

namespace emo::eval {

/// Sentences about rows without answer, a single class, classes without rows or never predicted, few rows, missing
/// probabilities. Empty when there is nothing to say.
std::vector<std::string> notes_on(const Evaluation& evaluation);

}  // namespace emo::eval
