// Judges predictions that somebody wrote down, with their own gold labels or those of a data set.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/label_mapping.hpp"
#include "eval/prediction_file.hpp"
#include "eval/prediction_join.hpp"
#include "io/rows.hpp"

namespace emo::eval {

/// One row per face: its row number (else its position), id, path (else id) as text, label and extra columns.
std::vector<io::Row> face_rows(const dataset::FaceData& faces);

struct PredictionsOptions : MappingOptions, ScoringOptions {
  /// Unset: multi-label if any row has none or several predicted labels, else single choice.
  std::optional<Decision> decision;
  /// Of a multi-label decision: labels with a higher score are given, whatever `predicted` says. Unset: `predicted`
  /// counts where there is any, else 0.5.
  std::optional<double> threshold;
  std::vector<std::string> slice_columns;  ///< of the data, besides the built-in ones where there are texts
  /// Where every prediction has a row or an id: data rows without a prediction are passed over, and so are predictions
  /// of rows that the data lack (in n_left_out).
  bool partly = false;
};

/// How far the scores of a single choice may be from summing to 1: files round.
inline constexpr double kSumTolerance = 0.01;

/// Evaluates `file`. Gold labels come from `data` if given, else from the file. Rows are joined by `row` (line of the
/// data), else by id, else, where the file has neither, in order.
/// `predicted` is the decision where the file has it (except under --classes, where the largest remaining score is, and
/// with a threshold).
/// Labels are the same up to core::canonical_label, unless scores tell synonyms apart; without scores the classes are
/// the labels that occur, spelled as they are met first.
/// Predictions of faces that the data leaves out (FaceData::left_out) are passed over and counted in n_left_out.
/// Errors: kInvalidData, naming file:line: no gold labels; a row or id that the data lack, that comes twice, whose id
/// or text is another one than the data's (out of step); data rows without a prediction (counts them, names the first);
/// a gold or predicted label that has no score (names the nearest); scores that do not sum to 1 ± kSumTolerance under a
/// single choice, or leave 0..1.
Result<Evaluation> evaluate_predictions(const PredictionFile& file, const std::optional<LabelledData>& data,
                                        const PredictionsOptions& options = {});

}  // namespace emo::eval
