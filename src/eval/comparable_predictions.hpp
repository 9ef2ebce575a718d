// Another file of predictions, judged as an evaluation was: what a comparison with it needs.
#pragma once

#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/predictions_evaluation.hpp"

namespace emo::eval {

/// The rows that `file` predicts, with its gold labels: what other predictions of the same rows are joined with. A row
/// is called as evaluate_predictions() calls it without data.
std::vector<io::Row> rows_of(const PredictionFile& file);

/// Judges `theirs` as `ours` was. `data` are the rows that `ours` judged, `options` those it was judged with; the
/// slices and the bootstrap are left out. Every row of `data` counts for the gold labels it counted for in `ours`, one
/// that `ours` left out for none; a file with gold labels of its own need not be of exactly these rows. With
/// `data_is_predictions` (rows_of()) such a file is judged by its own.
/// The decision is multi-label where that of `ours` is, else that of `options`.
/// Errors: as evaluate_predictions(); kInvalidData for options.classes where `theirs` has no scores to choose by.
Result<Evaluation> evaluate_comparably(const Evaluation& ours, const PredictionFile& theirs, const LabelledData& data,
                                       PredictionsOptions options, bool data_is_predictions = false);

}  // namespace emo::eval
