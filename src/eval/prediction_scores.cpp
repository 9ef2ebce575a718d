// The arithmetic between predictions and metrics.json; each formula is in src/metrics. It does not know where the
// predictions come from.
#include "eval/prediction_scores.hpp"

#include <algorithm>

#include "metrics/bootstrap.hpp"
#include "metrics/confusion.hpp"
#include "metrics/multilabel.hpp"
#include "metrics/probability.hpp"

namespace emo::eval {
namespace {

constexpr double kDefaultThreshold = 0.5;

bool contains(const std::vector<std::uint32_t>& set, std::uint32_t label) {
  return std::find(set.begin(), set.end(), label) != set.end();
}

void score_sets(const ScoredRows& rows, int bootstrap_samples, Evaluation& evaluation) {
  const bool single = evaluation.decision == Decision::kSingleChoice;
  metrics::MultiLabelCounts sets(rows.classes);
  metrics::ConfusionMatrix confusion(rows.classes);
  metrics::LabelSets resampled(rows.classes);
  std::vector<std::uint8_t> gold(rows.classes);
  std::vector<std::uint8_t> predicted(rows.classes);
  for (std::size_t i = 0; i < rows.gold.size(); ++i) {
    std::fill(gold.begin(), gold.end(), std::uint8_t{0});
    std::fill(predicted.begin(), predicted.end(), std::uint8_t{0});
    for (const std::uint32_t k : rows.gold[i]) gold[k] = 1;
    for (const std::uint32_t k : rows.predicted[i]) predicted[k] = 1;
    sets.add(gold, predicted);
    confusion.add(contains(rows.gold[i], rows.best[i]) ? rows.best[i] : rows.gold[i].front(), rows.best[i]);
    resampled.add(rows.gold[i], rows.predicted[i], single ? gold[rows.best[i]] != 0 : gold == predicted);
  }

  const auto counts = sets.class_counts();
  evaluation.accuracy = single ? sets.any_match() : sets.exact_match();
  evaluation.macro_f1 = metrics::macro_f1(counts, metrics::MacroOver::kPresent);
  evaluation.macro_f1_all = metrics::macro_f1(counts, metrics::MacroOver::kAll);
  evaluation.weighted_f1 = metrics::weighted_f1(counts);
  evaluation.micro_f1 = metrics::micro_f1(counts);
  evaluation.balanced_accuracy = metrics::macro_recall(counts, metrics::MacroOver::kPresent);
  evaluation.sample_f1 = sets.sample_f1();
  evaluation.jaccard = sets.jaccard();
  evaluation.hamming_loss = sets.hamming_loss();
  for (std::size_t k = 0; k < rows.classes; ++k) {
    const metrics::ClassScore score = metrics::score(counts[k]);
    evaluation.per_class.push_back({evaluation.labels[k], score.precision, score.recall, score.f1, score.support});
    std::vector<std::uint64_t> row;
    for (std::size_t j = 0; j < rows.classes; ++j) row.push_back(confusion.at(k, j));
    evaluation.confusion.push_back(std::move(row));
  }

  metrics::BootstrapOptions options;
  options.resamples = bootstrap_samples;
  options.seed = evaluation.seed;
  const metrics::BootstrapIntervals intervals = metrics::bootstrap_intervals(resampled, options);
  evaluation.bootstrap_samples = intervals.resamples;
  if (intervals.resamples > 0) {
    evaluation.ci95_accuracy = {intervals.accuracy.low, intervals.accuracy.high};
    evaluation.ci95_macro_f1 = {intervals.macro_f1.low, intervals.macro_f1.high};
  }
}

void score_single_choice(const ScoredRows& rows, Evaluation& evaluation) {
  std::vector<float> targets(rows.probabilities.size(), 0.0F);
  std::vector<float> confidences;
  std::vector<std::uint8_t> outcomes;
  for (std::size_t i = 0; i < rows.gold.size(); ++i) {
    for (const std::uint32_t k : rows.gold[i]) {
      targets[i * rows.classes + k] = 1.0F / static_cast<float>(rows.gold[i].size());
    }
    confidences.push_back(rows.probabilities[i * rows.classes + rows.best[i]]);
    outcomes.push_back(contains(rows.gold[i], rows.best[i]) ? 1 : 0);
  }
  evaluation.ece = metrics::ece_equal_width(confidences, outcomes);
  evaluation.ece_equal_mass = metrics::ece_equal_mass(confidences, outcomes);
  evaluation.nll = metrics::log_loss_soft(rows.probabilities, targets, rows.classes);
  evaluation.brier = metrics::brier_score_soft(rows.probabilities, targets, rows.classes);
}

void score_multi_label(const ScoredRows& rows, Evaluation& evaluation) {
  std::vector<std::uint8_t> targets(rows.probabilities.size(), 0);
  for (std::size_t i = 0; i < rows.gold.size(); ++i) {
    for (const std::uint32_t k : rows.gold[i]) targets[i * rows.classes + k] = 1;
  }
  evaluation.ece = metrics::ece_equal_width(rows.probabilities, targets);
  evaluation.ece_equal_mass = metrics::ece_equal_mass(rows.probabilities, targets);
  evaluation.nll = metrics::binary_log_loss(rows.probabilities, targets);
  evaluation.brier = metrics::binary_brier_score(rows.probabilities, targets);
}

}  // namespace

std::size_t best_class(std::span<const float> probabilities) {
  return static_cast<std::size_t>(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
}

std::vector<std::uint32_t> decide(std::span<const float> probabilities, Decision decision,
                                  std::span<const double> thresholds) {
  if (decision == Decision::kSingleChoice) return {static_cast<std::uint32_t>(best_class(probabilities))};
  std::vector<std::uint32_t> predicted;
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    const double threshold = thresholds.empty() ? kDefaultThreshold : thresholds[k];
    if (static_cast<double>(probabilities[k]) > threshold) predicted.push_back(static_cast<std::uint32_t>(k));
  }
  return predicted;
}

void score_rows(const ScoredRows& rows, int bootstrap_samples, Evaluation& evaluation) {
  evaluation.n = rows.gold.size();
  for (const auto& gold : rows.gold) evaluation.n_several_gold += gold.size() > 1 ? 1 : 0;
  score_sets(rows, bootstrap_samples, evaluation);
  if (evaluation.decision == Decision::kSingleChoice) {
    score_single_choice(rows, evaluation);
  } else {
    score_multi_label(rows, evaluation);
  }
}

}  // namespace emo::eval
