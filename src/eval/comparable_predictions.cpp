// The same rows, gold labels, classes and decision for the other side of a comparison: a file must not look better or
// worse for having been judged by other rules. Joining and judging are predictions_evaluation.cpp's, the tests
// comparison.cpp's.
#include "eval/comparable_predictions.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace emo::eval {
namespace {

/// `rows` with the gold labels that they had in `ours`, whose predictions are of some of them, in the same order.
std::vector<io::Row> with_gold_of(const Evaluation& ours, std::span<const io::Row> rows) {
  std::vector<io::Row> labelled;
  labelled.reserve(rows.size());
  auto next = ours.predictions.begin();
  for (const io::Row& row : rows) {
    labelled.push_back(row);
    labelled.back().labels.clear();
    if (next == ours.predictions.end() || next->row != row.number || next->id != row.id) continue;
    labelled.back().labels = next->gold;
    ++next;
  }
  return labelled;
}

/// Multi-label, a row without labels is judged as "none of them"; one that `ours` left out is not to be.
void leave_out_rows_unknown_to(const Evaluation& ours, Evaluation& theirs) {
  std::set<std::uint64_t> judged;
  for (const Prediction& prediction : ours.predictions) judged.insert(prediction.row);
  std::erase_if(theirs.predictions, [&](const Prediction& prediction) { return !judged.contains(prediction.row); });
}

}  // namespace

std::vector<io::Row> rows_of(const PredictionFile& file) {
  std::vector<io::Row> rows;
  rows.reserve(file.rows.size());
  for (const PredictedRow& predicted : file.rows) {
    io::Row row;
    row.number = predicted.row.value_or(predicted.line);
    row.id = predicted.id.value_or(std::to_string(row.number));
    row.text = predicted.input;
    row.labels = predicted.gold;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Evaluation> evaluate_comparably(const Evaluation& ours, const PredictionFile& theirs, const LabelledData& data,
                                       PredictionsOptions options, bool data_is_predictions) {
  const auto has_scores = [](const PredictedRow& row) { return !row.scores.empty(); };
  if (!options.classes.empty() && std::none_of(theirs.rows.begin(), theirs.rows.end(), has_scores)) {
    return Error{ErrorCode::kInvalidData, theirs.path + ": has labels but no scores, which --classes chooses by"};
  }
  options.split = ours.split;
  options.seed = ours.seed;
  options.bootstrap_samples = 0;
  options.slice_columns.clear();
  if (ours.decision == Decision::kMultiLabel) options.decision = Decision::kMultiLabel;
  if (data_is_predictions && theirs.has_gold()) return evaluate_predictions(theirs, std::nullopt, options);
  options.label_map.clear();  // the gold labels of `ours` are mapped already
  options.partly = theirs.has_gold();
  const std::vector<io::Row> rows = with_gold_of(ours, data.rows);
  EMO_ASSIGN(Evaluation evaluation,
             evaluate_predictions(theirs, LabelledData{data.name, rows, data.faces, data.damaged}, options));
  leave_out_rows_unknown_to(ours, evaluation);
  return evaluation;
}

}  // namespace emo::eval
