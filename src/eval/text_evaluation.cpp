// Runs a text model over labelled rows and has the answers scored. Reading the rows and writing the results are
// elsewhere (io/rows.hpp, evaluation_files.cpp).
#include "eval/text_evaluation.hpp"

#include <algorithm>
#include <chrono>

#include "eval/annotators.hpp"
#include "eval/forced_choice.hpp"
#include "eval/slices.hpp"

namespace emo::eval {
Result<Evaluation> evaluate_text(const TextScorer& scorer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options) {
  const std::vector<HeadView> heads = scorer.heads();
  EMO_ASSIGN(const LabelMapping mapping, map_labels(heads, scorer.primary_head(), rows, options));
  const HeadView& head = heads[mapping.head];
  EMO_TRY(check_forced_choice(mapping, head));
  EMO_TRY(check_slice_columns(rows, options.slice_columns));
  std::vector<ScoredItem> items;
  const DecisionRule rule = decision_rule(mapping, head);
  std::uint64_t unlabelled = 0;
  std::uint64_t other = 0;
  for (const io::Row& row : rows) {
    GoldSet gold = gold_set(row.labels, mapping);
    const bool none = gold.none && rule.kind == Decision::kMultiLabel;
    if (gold.labels.empty() && !none) {
      ++(gold.outside ? other : unlabelled);
    } else {
      items.push_back({row.id, row.number, row.text, std::move(gold.labels), {}});
      items.back().slices = chosen_slices(row.extra, options.slice_columns);
      add_text_slices(row.text, items.back().slices);
      items.back().votes = label_votes(row.labels, mapping);
      items.back().none_of_them = none;
    }
  }
  if (rows.empty()) return Error{ErrorCode::kInvalidData, "no row to evaluate: the data are empty"};
  if (items.empty()) return no_row_left(rows.size(), unlabelled, other);

  double seconds = 0;
  const std::size_t batch_rows = std::max<std::size_t>(options.batch_rows, 1);
  for (std::size_t begin = 0; begin < items.size(); begin += batch_rows) {
    const std::size_t end = std::min(begin + batch_rows, items.size());
    std::vector<std::string_view> texts;
    for (std::size_t i = begin; i < end; ++i) texts.emplace_back(items[i].input);
    const auto started = std::chrono::steady_clock::now();
    const auto scores = scorer.score(texts, mapping.head);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    for (std::size_t i = begin; i < end; ++i) {
      const auto& score = scores[i - begin];
      auto chosen = score ? chosen_scores(*score, mapping, head) : Result<std::vector<float>>(score.error());
      if (chosen) {
        items[i].probabilities = std::move(chosen).value();
      } else {
        items[i].error = chosen.error();
      }
    }
    if (options.progress) options.progress(end, items.size());
  }
  EMO_ASSIGN(Evaluation evaluation, evaluate(chosen_labels(mapping, head), std::move(items), rule, options));
  evaluation.n_dropped_unlabelled = unlabelled;
  evaluation.n_dropped_other = other;
  evaluation.head = head.name;
  evaluation.model = scorer.name();
  evaluation.label_map = recorded_map(mapping, head);
  evaluation.input_name = "text";
  evaluation.seconds = seconds;
  return evaluation;
}

Result<Evaluation> evaluate_text(const pipeline::TextRecognizer& recognizer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options) {
  return evaluate_text(*scorer_of(recognizer), rows, options);
}

}  // namespace emo::eval
