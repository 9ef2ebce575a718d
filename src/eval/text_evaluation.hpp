// Data set x text model -> predictions -> metrics. What `emo eval text` calls.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/label_mapping.hpp"
#include "eval/text_scorer.hpp"
#include "io/rows.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::eval {

struct EvaluationOptions : MappingOptions, ScoringOptions {
  std::size_t batch_rows = 1024;  ///< rows handed to the model at a time
  /// Columns of the data whose values are also judged apart, besides the built-in "length" (words) and "language". A
  /// column of the data by these names goes before the built-in one.
  std::vector<std::string> slice_columns;
  /// Called after each batch with rows done and rows in all; may be empty.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Scores `rows`. A row's gold set is its labels after mapping, without repeats; rows left without labels are
/// dropped and counted (an explicit "neutral" is a label and stays). Under --classes the probabilities are renormalised
/// over these classes first.
/// Errors: kInvalidData (a label unknown to the model: names it, its row and the nearest known one; no row left),
/// kNotFound (no head or class of that name, no row with a column to slice by; lists those there are).
Result<Evaluation> evaluate_text(const TextScorer& scorer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options = {});
Result<Evaluation> evaluate_text(const pipeline::TextRecognizer& recognizer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options = {});

}  // namespace emo::eval
