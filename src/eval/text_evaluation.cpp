// Runs a text model over labelled rows and has the answers scored. Reading the rows and writing the results are
// elsewhere (io/rows.hpp, evaluation_files.cpp).
#include "eval/text_evaluation.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include "eval/annotators.hpp"
#include "eval/forced_choice.hpp"
#include "eval/head_evaluation.hpp"
#include "eval/slices.hpp"

namespace emo::eval {
namespace {

/// The rows that are judged, and how many are not.
struct TextItems {
  std::vector<ScoredItem> items;
  DroppedRows dropped;
};

TextItems items_of(std::span<const io::Row> rows, const MappedHead& mapped,
                   const std::vector<std::string>& slice_columns) {
  const bool multi_label = decision_rule(mapped.mapping, mapped.head).kind == Decision::kMultiLabel;
  TextItems kept;
  for (const io::Row& row : rows) {
    GoldSet gold = gold_set(row.labels, mapped.mapping);
    const bool none = gold.none && multi_label;
    if (gold.labels.empty() && !none) {
      kept.dropped.count(gold);
      continue;
    }
    ScoredItem item{row.id, row.number, row.text, std::move(gold.labels), {}};
    item.slices = chosen_slices(row.extra, slice_columns);
    add_text_slices(row.text, item.slices);
    item.votes = label_votes(row.labels, mapped.mapping);
    item.none_of_them = none;
    kept.items.push_back(std::move(item));
  }
  return kept;
}

/// Has the items answered, batch after batch. Returns the seconds of the model alone.
double answer_items(const TextScorer& scorer, const MappedHead& mapped, const EvaluationOptions& options,
                    std::vector<ScoredItem>& items) {
  double seconds = 0;
  const std::size_t batch_rows = std::max<std::size_t>(options.batch_rows, 1);
  for (std::size_t begin = 0; begin < items.size(); begin += batch_rows) {
    const std::size_t end = std::min(begin + batch_rows, items.size());
    std::vector<std::string_view> texts;
    for (std::size_t i = begin; i < end; ++i) texts.emplace_back(items[i].input);
    const auto started = std::chrono::steady_clock::now();
    const auto scores = scorer.score(texts, mapped.mapping.head);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    for (std::size_t i = begin; i < end; ++i) set_answer(scores[i - begin], mapped, items[i]);
    if (options.progress) options.progress(end, items.size());
  }
  return seconds;
}

}  // namespace

Result<Evaluation> evaluate_text(const TextScorer& scorer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options) {
  const std::vector<HeadView> heads = scorer.heads();
  EMO_ASSIGN(const LabelMapping mapping, map_labels(heads, scorer.primary_head(), rows, options));
  const MappedHead mapped{heads[mapping.head], mapping};
  EMO_TRY(check_forced_choice(mapping, mapped.head));
  EMO_TRY(check_slice_columns(rows, options.slice_columns));
  auto [items, dropped] = items_of(rows, mapped, options.slice_columns);
  if (rows.empty()) return Error{ErrorCode::kInvalidData, "no row to evaluate: the data are empty"};
  if (items.empty()) return no_row_left(rows.size(), dropped.unlabelled, dropped.other);
  const double seconds = answer_items(scorer, mapped, options, items);
  return evaluate_head(std::move(items), mapped, {scorer.name(), "text", dropped, seconds}, options);
}

Result<Evaluation> evaluate_text(const pipeline::TextRecognizer& recognizer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options) {
  return evaluate_text(*scorer_of(recognizer), rows, options);
}

}  // namespace emo::eval
