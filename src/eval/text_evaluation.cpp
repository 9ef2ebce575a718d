// Runs a model over labelled rows and has the answers scored. Reading the rows and writing the results are elsewhere
// (io/rows.hpp, evaluation_files.cpp).
#include "eval/text_evaluation.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "eval/label_mapping.hpp"
#include "eval/prediction_scores.hpp"

namespace emo::eval {
namespace {

struct KeptRow {
  const io::Row* row = nullptr;
  std::vector<std::uint32_t> gold;
};

/// Rows that have a label to be judged by; counts the others.
std::vector<KeptRow> keep_rows(std::span<const io::Row> rows, const LabelMapping& mapping, Evaluation& evaluation) {
  std::vector<KeptRow> kept;
  for (const io::Row& row : rows) {
    KeptRow keep{&row, {}};
    bool outside = false;
    for (const std::string& label : row.labels) {
      const auto position = mapping.positions.at(label);
      outside = outside || mapping.outside.count(label) > 0;
      if (!position) continue;
      const auto k = static_cast<std::uint32_t>(*position);
      if (std::find(keep.gold.begin(), keep.gold.end(), k) == keep.gold.end()) keep.gold.push_back(k);
    }
    if (!keep.gold.empty()) {
      kept.push_back(std::move(keep));
    } else {
      ++(outside ? evaluation.n_dropped_other : evaluation.n_dropped_unlabelled);
    }
  }
  return kept;
}

/// The probabilities of the classes of choice, summing to 1 under a forced choice.
Result<std::vector<float>> choose(const std::vector<float>& scores, const LabelMapping& mapping, const HeadView& head) {
  if (scores.size() != head.labels.size()) {
    return Error{ErrorCode::kInternal, "head '" + head.name + "' gave " + std::to_string(scores.size()) +
                                           " scores, expected " + std::to_string(head.labels.size())};
  }
  std::vector<float> chosen;
  chosen.reserve(mapping.classes.size());
  float sum = 0;
  for (const std::size_t k : mapping.classes) {
    if (!std::isfinite(scores[k])) {
      return Error{ErrorCode::kInvalidModel, "the score of '" + head.labels[k] + "' is not a number"};
    }
    chosen.push_back(scores[k]);
    sum += scores[k];
  }
  if (mapping.forced_choice) {
    // All of them rounded to zero: nothing is known among these classes.
    for (float& p : chosen) p = sum > 0 ? p / sum : 1.0F / static_cast<float>(chosen.size());
  }
  return chosen;
}

std::vector<std::string> names_of(const std::vector<std::uint32_t>& set, const std::vector<std::string>& labels) {
  std::vector<std::string> names;
  names.reserve(set.size());
  for (const std::uint32_t k : set) names.push_back(labels[k]);
  return names;
}

LabelMap recorded_map(const LabelMapping& mapping, const std::vector<std::string>& labels) {
  LabelMap map;
  for (const auto& [label, position] : mapping.positions) {
    map[label] = position ? std::optional(labels[*position]) : std::nullopt;
  }
  return map;
}

std::vector<double> thresholds_of(const HeadView& head, const LabelMapping& mapping) {
  std::vector<double> thresholds;
  if (head.thresholds.empty()) return thresholds;
  for (const std::size_t k : mapping.classes) thresholds.push_back(head.thresholds[k]);
  return thresholds;
}

}  // namespace

Result<Evaluation> evaluate_text(const TextScorer& scorer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options) {
  const std::vector<HeadView> heads = scorer.heads();
  EMO_ASSIGN(const LabelMapping mapping, map_labels(heads, scorer.primary_head(), rows, options));
  const HeadView& head = heads[mapping.head];
  Evaluation evaluation;
  evaluation.head = head.name;
  evaluation.model = scorer.name();
  evaluation.split = options.split;
  evaluation.seed = options.seed;
  evaluation.decision = head.activation == core::HeadActivation::kSoftmax || mapping.forced_choice
                            ? Decision::kSingleChoice
                            : Decision::kMultiLabel;
  for (const std::size_t k : mapping.classes) evaluation.labels.push_back(head.labels[k]);
  evaluation.label_map = recorded_map(mapping, evaluation.labels);
  const std::vector<KeptRow> kept = keep_rows(rows, mapping, evaluation);
  if (kept.empty()) {
    return Error{ErrorCode::kInvalidData, "no row to evaluate: of " + std::to_string(rows.size()) + " rows " +
                                              std::to_string(evaluation.n_dropped_unlabelled) +
                                              " have no label after mapping and " +
                                              std::to_string(evaluation.n_dropped_other) + " only others"};
  }

  const std::vector<double> thresholds = thresholds_of(head, mapping);
  ScoredRows scored;
  scored.classes = evaluation.labels.size();
  const std::size_t batch_rows = std::max<std::size_t>(options.batch_rows, 1);
  for (std::size_t begin = 0; begin < kept.size(); begin += batch_rows) {
    const std::size_t end = std::min(begin + batch_rows, kept.size());
    std::vector<std::string_view> texts;
    for (std::size_t i = begin; i < end; ++i) texts.emplace_back(kept[i].row->text);
    const auto started = std::chrono::steady_clock::now();
    const auto scores = scorer.score(texts, mapping.head);
    evaluation.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    for (std::size_t i = begin; i < end; ++i) {
      const KeptRow& keep = kept[i];
      Prediction prediction{
          keep.row->id, keep.row->number, keep.row->text, names_of(keep.gold, evaluation.labels), {}, {}, {}};
      const auto& score = scores[i - begin];
      auto chosen = score ? choose(*score, mapping, head) : Result<std::vector<float>>(score.error());
      if (!chosen) {
        ++evaluation.n_errors;
        prediction.error = chosen.error();
      } else {
        prediction.probabilities = std::move(chosen).value();
        const auto predicted = decide(prediction.probabilities, evaluation.decision, thresholds);
        prediction.predicted = names_of(predicted, evaluation.labels);
        scored.gold.push_back(keep.gold);
        scored.predicted.push_back(predicted);
        scored.best.push_back(static_cast<std::uint32_t>(best_class(prediction.probabilities)));
        scored.probabilities.insert(scored.probabilities.end(), prediction.probabilities.begin(),
                                    prediction.probabilities.end());
      }
      evaluation.predictions.push_back(std::move(prediction));
    }
    if (options.progress) options.progress(end, kept.size());
  }
  score_rows(scored, options.bootstrap_samples, evaluation);
  return evaluation;
}

Result<Evaluation> evaluate_text(const pipeline::TextRecognizer& recognizer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options) {
  return evaluate_text(*scorer_of(recognizer), rows, options);
}

}  // namespace emo::eval
