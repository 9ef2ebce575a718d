// From scored items to an Evaluation: checks, decisions, names. The figures are made in prediction_scores.cpp; who ran
// the model does not matter here.
#include "eval/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/largest.hpp"
#include "core/number_words.hpp"
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
    return Error{ErrorCode::kInvalidData, place_of(item) + ": the score of " + core::quoted(labels[k]) + " is " +
                                              core::formatted("%g", static_cast<double>(p)) +
                                              ", expected a probability in 0..1"};
  }
  return {};
}

/// What the confusion matrix and the confidence look at: the answer of a single choice, else the largest score.
std::uint32_t best_of(const ScoredItem& item, const std::vector<std::uint32_t>& predicted, bool single) {
  if (single || item.probabilities.empty()) return predicted.empty() ? kNoLabel : predicted.front();
  return static_cast<std::uint32_t>(core::index_of_largest(item.probabilities));
}

Result<void> check_rule(const DecisionRule& rule, const std::vector<std::string>& labels) {
  if (labels.empty()) return Error{ErrorCode::kInvalidData, "no classes to choose among"};
  if (!rule.thresholds.empty() && rule.thresholds.size() != labels.size()) {
    return Error{ErrorCode::kInternal, "thresholds for " + std::to_string(rule.thresholds.size()) +
                                           " labels, expected " + std::to_string(labels.size())};
  }
  return {};
}

/// Takes items one after the other: by name as the predictions of `evaluation`, by index for the figures.
class ItemIntake {
 public:
  ItemIntake(const DecisionRule& rule, Evaluation& evaluation)
      : rule_(rule), single_(rule.kind == Decision::kSingleChoice), evaluation_(evaluation) {
    scored_.classes = evaluation.labels.size();
  }

  /// An item that is not to be judged is only counted. Takes what it needs out of `item`.
  Result<void> add(ScoredItem& item) {
    if (item.gold.empty() && (single_ || !item.none_of_them)) {
      ++evaluation_.n_dropped_unlabelled;
      return {};
    }
    EMO_TRY(check_item(item, evaluation_.labels));
    Prediction prediction;
    prediction.row = item.row;
    prediction.gold = names_of(item.gold, evaluation_.labels);
    if (item.error) {
      ++evaluation_.n_errors;
      prediction.error = std::move(item.error);
      prediction.place = std::move(item.place);
    } else {
      EMO_TRY(add_answer(item, prediction));
    }
    prediction.id = std::move(item.id);
    prediction.input = std::move(item.input);
    evaluation_.predictions.push_back(std::move(prediction));
    return {};
  }

  [[nodiscard]] const ScoredRows& scored() const { return scored_; }

  /// None where annotators never differ.
  [[nodiscard]] std::optional<AnnotatorResult> annotators() const {
    if (!(annotators_.entropy() > 0)) return std::nullopt;
    return AnnotatorResult{.source = "labels",
                           .n = annotators_.rows(),
                           .soft_accuracy = annotators_.soft_accuracy(),
                           .soft_accuracy_ceiling = annotators_.soft_accuracy_ceiling(),
                           .kl = annotators_.kl_divergence(),
                           .entropy = annotators_.entropy()};
  }

 private:
  Result<void> add_answer(ScoredItem& item, Prediction& prediction) {
    EMO_TRY(check_like_others(item));
    auto predicted =
        item.predicted ? std::move(*item.predicted) : decide(item.probabilities, rule_.kind, rule_.thresholds);
    if (single_ && predicted.size() != 1) {
      return Error{ErrorCode::kInvalidData,
                   place_of(item) + " has " + std::to_string(predicted.size()) + " predicted labels, expected one"};
    }
    prediction.predicted = names_of(predicted, evaluation_.labels);
    EMO_TRY(add_votes(item, predicted));
    scored_.best.push_back(best_of(item, predicted, single_));
    scored_.slices.push_back(std::move(item.slices));
    scored_.probabilities.insert(scored_.probabilities.end(), item.probabilities.begin(), item.probabilities.end());
    scored_.gold.push_back(std::move(item.gold));
    scored_.predicted.push_back(std::move(predicted));
    prediction.probabilities = std::move(item.probabilities);
    return {};
  }

  /// Either all rows have scores or none.
  Result<void> check_like_others(const ScoredItem& item) {
    if (scored_.gold.empty()) {
      with_scores_ = !item.probabilities.empty();
    } else if (with_scores_ == item.probabilities.empty()) {
      return Error{ErrorCode::kInvalidData,
                   place_of(item) + (with_scores_ ? " has no scores" : " has scores") + ", unlike the rows before it"};
    }
    return {};
  }

  Result<void> add_votes(const ScoredItem& item, const std::vector<std::uint32_t>& predicted) {
    if (!single_ || item.votes.empty() || item.probabilities.empty()) return {};
    if (item.votes.size() != evaluation_.labels.size()) {
      return Error{ErrorCode::kInternal, place_of(item) + ": votes for another number of labels"};
    }
    annotators_.add(item.probabilities, item.votes, predicted.front());
    return {};
  }

  const DecisionRule& rule_;
  const bool single_;
  Evaluation& evaluation_;
  ScoredRows scored_;
  bool with_scores_ = true;
  metrics::AnnotatorAgreement annotators_;
};

/// Whether there is anything to make figures of.
Result<void> check_judged(const Evaluation& evaluation, const ScoredRows& scored, std::size_t rows) {
  const bool labelled = std::any_of(evaluation.predictions.begin(), evaluation.predictions.end(),
                                    [](const Prediction& prediction) { return !prediction.gold.empty(); });
  if (!labelled) {
    return Error{ErrorCode::kInvalidData,
                 "no row to evaluate: " + core::counted(rows, "row", "rows") + ", none of them with a label"};
  }
  if (scored.gold.empty()) {
    return Error{ErrorCode::kInvalidData, "nothing to judge: all " + std::to_string(evaluation.n_errors) +
                                              " with a label are without an answer of the model, the first: " +
                                              problem_of(evaluation.predictions.front())};
  }
  return {};
}

}  // namespace

std::string problem_of(const Prediction& prediction) {
  const std::string& reason = prediction.error->message;
  const bool named = !prediction.place.empty() && reason.find(prediction.place) != std::string::npos;
  return named ? reason : place_of(prediction) + ": " + reason;
}

Result<Evaluation> evaluate(std::vector<std::string> labels, std::vector<ScoredItem> items, const DecisionRule& rule,
                            const ScoringOptions& options) {
  EMO_TRY(check_rule(rule, labels));
  Evaluation evaluation;
  evaluation.labels = std::move(labels);
  evaluation.decision = rule.kind;
  evaluation.split = options.split;
  evaluation.seed = options.seed;
  ItemIntake intake(rule, evaluation);
  for (ScoredItem& item : items) EMO_TRY(intake.add(item));
  EMO_TRY(check_judged(evaluation, intake.scored(), items.size()));
  score_rows(intake.scored(), options.bootstrap_samples, evaluation);
  evaluation.annotators = intake.annotators();
  evaluation.slices = score_slices(intake.scored(), options.bootstrap_samples, evaluation);
  evaluation.notes = notes_on(evaluation);
  return evaluation;
}

}  // namespace emo::eval
