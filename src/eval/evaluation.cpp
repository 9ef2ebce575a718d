// From scored items to an Evaluation: checks, decisions, names. The figures are made in prediction_scores.cpp; who ran
// the model does not matter here.
#include "eval/evaluation.hpp"

#include <cmath>
#include <cstdio>

#include "core/quote.hpp"
#include "eval/evaluation_notes.hpp"
#include "eval/prediction_scores.hpp"
#include "eval/slices.hpp"
#include "metrics/agreement.hpp"
#include "metrics/probability.hpp"

namespace emo::eval {
namespace {

constexpr auto kRoundingSlack = static_cast<float>(metrics::kRoundingSlack);

std::vector<std::string> names_of(const std::vector<std::uint32_t>& set, const std::vector<std::string>& labels) {
  std::vector<std::string> names;
  names.reserve(set.size());
  for (const std::uint32_t k : set) names.push_back(labels[k]);
  return names;
}

template <class Item>
std::string place_of(const Item& item) {
  if (!item.place.empty()) return item.place;
  return "row " + std::to_string(item.row) + " (id " + core::quoted(item.id) + ")";
}

Result<void> check_item(const ScoredItem& item, const std::vector<std::string>& labels) {
  for (const std::uint32_t k : item.gold) {
    if (k >= labels.size()) return Error{ErrorCode::kInternal, place_of(item) + ": gold label index out of range"};
  }
  if (item.error) return {};
  if (item.predicted) {
    for (const std::uint32_t k : *item.predicted) {
      if (k >= labels.size()) return Error{ErrorCode::kInternal, place_of(item) + ": predicted label out of range"};
    }
    if (item.probabilities.empty()) return {};
  }
  if (item.probabilities.size() != labels.size()) {
    return Error{ErrorCode::kInvalidData, place_of(item) + " has " + std::to_string(item.probabilities.size()) +
                                              " scores, expected " + std::to_string(labels.size())};
  }
  for (std::size_t k = 0; k < labels.size(); ++k) {
    const float p = item.probabilities[k];
    // NaN fails both comparisons.
    if (p >= -kRoundingSlack && p <= 1 + kRoundingSlack) continue;
    char value[32];
    std::snprintf(value, sizeof(value), "%g", static_cast<double>(p));
    return Error{ErrorCode::kInvalidData, place_of(item) + ": the score of " + core::quoted(labels[k]) + " is " +
                                              value + ", expected a probability in 0..1"};
  }
  return {};
}

/// What the confusion matrix and the confidence look at: the answer of a single choice, else the largest score.
std::uint32_t best_of(const ScoredItem& item, const std::vector<std::uint32_t>& predicted, bool single) {
  if (single || item.probabilities.empty()) return predicted.empty() ? kNoLabel : predicted.front();
  return static_cast<std::uint32_t>(best_class(item.probabilities));
}

}  // namespace

std::string problem_of(const Prediction& prediction) {
  const std::string& reason = prediction.error->message;
  const bool named = !prediction.place.empty() && reason.find(prediction.place) != std::string::npos;
  return named ? reason : place_of(prediction) + ": " + reason;
}

Result<Evaluation> evaluate(std::vector<std::string> labels, std::vector<ScoredItem> items, const DecisionRule& rule,
                            const ScoringOptions& options) {
  if (labels.empty()) return Error{ErrorCode::kInvalidData, "no classes to choose among"};
  if (!rule.thresholds.empty() && rule.thresholds.size() != labels.size()) {
    return Error{ErrorCode::kInternal, "thresholds for " + std::to_string(rule.thresholds.size()) +
                                           " labels, expected " + std::to_string(labels.size())};
  }
  Evaluation evaluation;
  evaluation.labels = std::move(labels);
  evaluation.decision = rule.kind;
  evaluation.split = options.split;
  evaluation.seed = options.seed;
  const bool single = rule.kind == Decision::kSingleChoice;
  bool with_scores = true;
  metrics::AnnotatorAgreement annotators;
  ScoredRows scored;
  scored.classes = evaluation.labels.size();
  for (ScoredItem& item : items) {
    if (item.gold.empty() && (single || !item.none_of_them)) {
      ++evaluation.n_dropped_unlabelled;
      continue;
    }
    EMO_TRY(check_item(item, evaluation.labels));
    Prediction prediction;
    prediction.row = item.row;
    prediction.gold = names_of(item.gold, evaluation.labels);
    if (item.error) {
      ++evaluation.n_errors;
      prediction.error = std::move(item.error);
      prediction.place = std::move(item.place);
    } else {
      if (scored.gold.empty()) {
        with_scores = !item.probabilities.empty();
      } else if (with_scores == item.probabilities.empty()) {
        return Error{ErrorCode::kInvalidData,
                     place_of(item) + (with_scores ? " has no scores" : " has scores") + ", unlike the rows before it"};
      }
      auto predicted =
          item.predicted ? std::move(*item.predicted) : decide(item.probabilities, rule.kind, rule.thresholds);
      if (single && predicted.size() != 1) {
        return Error{ErrorCode::kInvalidData,
                     place_of(item) + " has " + std::to_string(predicted.size()) + " predicted labels, expected one"};
      }
      prediction.predicted = names_of(predicted, evaluation.labels);
      if (single && !item.votes.empty() && !item.probabilities.empty()) {
        if (item.votes.size() != evaluation.labels.size()) {
          return Error{ErrorCode::kInternal, place_of(item) + ": votes for another number of labels"};
        }
        annotators.add(item.probabilities, item.votes, predicted.front());
      }
      scored.best.push_back(best_of(item, predicted, single));
      scored.slices.push_back(std::move(item.slices));
      scored.probabilities.insert(scored.probabilities.end(), item.probabilities.begin(), item.probabilities.end());
      scored.gold.push_back(std::move(item.gold));
      scored.predicted.push_back(std::move(predicted));
      prediction.probabilities = std::move(item.probabilities);
    }
    prediction.id = std::move(item.id);
    prediction.input = std::move(item.input);
    evaluation.predictions.push_back(std::move(prediction));
  }
  const bool labelled = std::any_of(evaluation.predictions.begin(), evaluation.predictions.end(),
                                    [](const Prediction& prediction) { return !prediction.gold.empty(); });
  if (!labelled) {
    return Error{ErrorCode::kInvalidData,
                 "no row to evaluate: " + std::to_string(items.size()) + " rows, none of them with a label"};
  }
  if (scored.gold.empty()) {
    return Error{ErrorCode::kInvalidData, "nothing to judge: all " + std::to_string(evaluation.n_errors) +
                                              " with a label are without an answer of the model, the first: " +
                                              problem_of(evaluation.predictions.front())};
  }
  score_rows(scored, options.bootstrap_samples, evaluation);
  if (annotators.entropy() > 0) {
    evaluation.annotators = {"labels",
                             annotators.rows(),
                             annotators.soft_accuracy(),
                             annotators.soft_accuracy_ceiling(),
                             annotators.kl_divergence(),
                             annotators.entropy()};
  }
  evaluation.slices = score_slices(scored, options.bootstrap_samples, evaluation);
  evaluation.notes = notes_on(evaluation);
  return evaluation;
}

}  // namespace emo::eval
