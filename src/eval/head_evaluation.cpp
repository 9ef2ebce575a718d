// What is alike in judging a head. Which rows are judged and how the model is run, text_evaluation and face_evaluation
// know; the figures are prediction_scores.cpp's.
#include "eval/head_evaluation.hpp"

#include <utility>

#include "eval/evaluation_notes.hpp"

namespace emo::eval {

void set_answer(const Result<std::vector<float>>& scores, const MappedHead& mapped, ScoredItem& item) {
  auto chosen =
      scores ? chosen_scores(*scores, mapped.mapping, mapped.head) : Result<std::vector<float>>(scores.error());
  if (chosen) {
    item.probabilities = std::move(chosen).value();
  } else {
    item.error = chosen.error();
  }
}

Result<Evaluation> evaluate_head(std::vector<ScoredItem> items, const MappedHead& mapped, AnswerRecord record,
                                 const ScoringOptions& options) {
  const auto& [head, mapping] = mapped;
  EMO_ASSIGN(Evaluation evaluation,
             evaluate(chosen_labels(mapping, head), std::move(items), decision_rule(mapping, head), options));
  evaluation.n_dropped_unlabelled = record.dropped.unlabelled;
  evaluation.n_dropped_other = record.dropped.other;
  evaluation.head = head.name;
  evaluation.model = std::move(record.model);
  evaluation.label_map = recorded_map(mapping, head);
  evaluation.input_name = std::move(record.input_name);
  evaluation.seconds = record.seconds;
  note_dropped(evaluation);
  return evaluation;
}

}  // namespace emo::eval
