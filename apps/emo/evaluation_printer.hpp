// An evaluation as people read it, or as a table for programs.
#pragma once

#include "eval/comparison.hpp"
#include "eval/evaluation.hpp"

namespace emo::cli {

/// Prints figures, classes, the commonest confusions, slices and notes on standard output, and where there is one, the
/// comparison with another model. A figure that is not known is "-".
void print_evaluation(const eval::Evaluation& evaluation, const eval::Comparison* against);

/// Prints label,precision,recall,f1,support: a record per class.
void print_evaluation_csv(const eval::Evaluation& evaluation);

}  // namespace emo::cli
