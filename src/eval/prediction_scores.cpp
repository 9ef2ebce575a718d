// The arithmetic between predictions and metrics.json; each formula is in src/metrics. It does not know where the
// predictions come from.
#include "eval/prediction_scores.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/largest.hpp"
#include "metrics/confusion.hpp"
#include "metrics/multilabel.hpp"
#include "metrics/probability.hpp"
#include "metrics/ranking.hpp"
#include "metrics/selective_risk.hpp"

namespace emo::eval {
namespace {

constexpr double kDefaultThreshold = 0.5;
constexpr std::size_t kTopConfusions = 10;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

bool contains(const std::vector<std::uint32_t>& set, std::uint32_t label) {
  return std::find(set.begin(), set.end(), label) != set.end();
}

void score_sets(const ScoredRows& rows, int bootstrap_samples, Evaluation& evaluation) {
  const bool single = evaluation.decision == Decision::kSingleChoice;
  metrics::MultiLabelCounts sets(rows.classes);
  metrics::ConfusionMatrix confusion(rows.classes);
  metrics::LabelSets resampled(rows.classes);
  std::uint64_t right = 0;
  std::vector<std::uint8_t> gold(rows.classes);
  std::vector<std::uint8_t> predicted(rows.classes);
  for (std::size_t i = 0; i < rows.gold.size(); ++i) {
    std::fill(gold.begin(), gold.end(), std::uint8_t{0});
    std::fill(predicted.begin(), predicted.end(), std::uint8_t{0});
    for (const std::uint32_t k : rows.gold[i]) gold[k] = 1;
    for (const std::uint32_t k : rows.predicted[i]) predicted[k] = 1;
    sets.add(gold, predicted);
    if (rows.best[i] != kNoLabel && !rows.gold[i].empty()) {  // a row of no class is in no row of the matrix
      confusion.add(contains(rows.gold[i], rows.best[i]) ? rows.best[i] : rows.gold[i].front(), rows.best[i]);
    }
    const bool is = is_right(rows, i, evaluation.decision);
    resampled.add(rows.gold[i], rows.predicted[i], is);
    right += is ? 1 : 0;
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
  evaluation.cohen_kappa = confusion.cohen_kappa();
  for (const auto& pair : confusion.top_confusions(kTopConfusions)) {
    evaluation.top_confusions.push_back(
        {evaluation.labels[pair.gold], evaluation.labels[pair.predicted], pair.count, pair.rate});
  }
  for (std::size_t k = 0; k < rows.classes; ++k) {
    const metrics::ClassScore score = metrics::score(counts[k]);
    evaluation.per_class.push_back({evaluation.labels[k], score.precision, score.recall, score.f1, score.support,
                                    kUnknown, kUnknown, counts[k].predicted()});
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
    evaluation.ci95_accuracy = accuracy_interval(intervals.accuracy, right, rows.gold.size());
    evaluation.ci95_macro_f1 = f1_interval(intervals.macro_f1);
  }
}

void score_calibration(std::span<const float> confidences, std::span<const std::uint8_t> outcomes,
                       Evaluation& evaluation) {
  metrics::Reliability reliability;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    reliability.add(static_cast<double>(confidences[i]), outcomes[i] != 0);
  }
  evaluation.reliability = reliability.bins();
  evaluation.ece = reliability.expected_calibration_error();
  evaluation.reliability_equal_mass = metrics::equal_mass_bins(confidences, outcomes);
  evaluation.ece_equal_mass = metrics::ece_equal_mass(confidences, outcomes);
}

void score_ranking(const ScoredRows& rows, std::span<const std::uint8_t> targets, Evaluation& evaluation) {
  std::vector<std::uint8_t> column(rows.gold.size());
  double auc_sum = 0;
  double auc_count = 0;
  double precision_sum = 0;
  double precision_count = 0;
  for (std::size_t k = 0; k < rows.classes; ++k) {
    for (std::size_t i = 0; i < column.size(); ++i) column[i] = targets[i * rows.classes + k];
    const metrics::RankedScores ranked(rows.probabilities.data() + k, rows.classes, column);
    ClassResult& result = evaluation.per_class[k];
    result.roc_auc = ranked.roc_auc();
    result.average_precision = ranked.average_precision();
    if (!std::isnan(result.roc_auc)) auc_sum += result.roc_auc, ++auc_count;
    if (!std::isnan(result.average_precision)) precision_sum += result.average_precision, ++precision_count;
    evaluation.curves.push_back({evaluation.labels[k], ranked.pr_curve(kCurvePoints), ranked.roc_curve(kCurvePoints),
                                 ranked.threshold_curve()});
  }
  evaluation.roc_auc_macro = auc_count > 0 ? auc_sum / auc_count : kUnknown;
  evaluation.average_precision_macro = precision_count > 0 ? precision_sum / precision_count : kUnknown;
}

void score_coverage(std::span<const float> confidences, std::span<const std::uint8_t> outcomes,
                    Evaluation& evaluation) {
  const metrics::RankedScores ranked(confidences, outcomes);
  evaluation.coverage_risk = ranked.coverage_risk(kCurvePoints);
  evaluation.aurc = ranked.area_under_risk();
}

void score_probabilities(const ScoredRows& rows, Evaluation& evaluation) {
  std::vector<std::uint8_t> targets(rows.probabilities.size(), 0);
  std::vector<float> shares(rows.probabilities.size(), 0.0F);
  std::vector<float> confidences;
  std::vector<std::uint8_t> outcomes;
  for (std::size_t i = 0; i < rows.gold.size(); ++i) {
    for (const std::uint32_t k : rows.gold[i]) {
      targets[i * rows.classes + k] = 1;
      shares[i * rows.classes + k] = 1.0F / static_cast<float>(rows.gold[i].size());
    }
    if (rows.gold[i].empty()) continue;  // no first choice could be right: of no class, as in the matrix
    confidences.push_back(rows.probabilities[i * rows.classes + rows.best[i]]);
    outcomes.push_back(contains(rows.gold[i], rows.best[i]) ? 1 : 0);
  }
  score_ranking(rows, targets, evaluation);
  score_coverage(confidences, outcomes, evaluation);
  if (evaluation.decision == Decision::kSingleChoice) {
    score_calibration(confidences, outcomes, evaluation);
    evaluation.nll = metrics::log_loss_soft(rows.probabilities, shares, rows.classes);
    evaluation.brier = metrics::brier_score_soft(rows.probabilities, shares, rows.classes);
  } else {
    score_calibration(rows.probabilities, targets, evaluation);
    evaluation.nll = metrics::binary_log_loss(rows.probabilities, targets);
    evaluation.brier = metrics::binary_brier_score(rows.probabilities, targets);
  }
}

}  // namespace

std::vector<std::uint32_t> decide(std::span<const float> probabilities, Decision decision,
                                  std::span<const double> thresholds) {
  if (decision == Decision::kSingleChoice) return {static_cast<std::uint32_t>(core::index_of_largest(probabilities))};
  std::vector<std::uint32_t> predicted;
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    const double threshold = thresholds.empty() ? kDefaultThreshold : thresholds[k];
    if (static_cast<double>(probabilities[k]) > threshold) predicted.push_back(static_cast<std::uint32_t>(k));
  }
  return predicted;
}

bool is_right(const ScoredRows& rows, std::size_t row, Decision decision) {
  const auto& gold = rows.gold[row];
  const auto& predicted = rows.predicted[row];
  if (decision == Decision::kSingleChoice) return contains(gold, rows.best[row]);
  return gold.size() == predicted.size() &&
         std::all_of(predicted.begin(), predicted.end(), [&](std::uint32_t k) { return contains(gold, k); });
}

void score_rows(const ScoredRows& rows, int bootstrap_samples, Evaluation& evaluation) {
  evaluation.n = rows.gold.size();
  for (const auto& gold : rows.gold) {
    evaluation.n_several_gold += gold.size() > 1 ? 1 : 0;
    evaluation.n_no_gold += gold.empty() ? 1 : 0;
  }
  score_sets(rows, bootstrap_samples, evaluation);
  if (!rows.probabilities.empty() || rows.gold.empty()) {
    score_probabilities(rows, evaluation);
  } else {
    for (double* figure : {&evaluation.ece, &evaluation.ece_equal_mass, &evaluation.nll, &evaluation.brier,
                           &evaluation.roc_auc_macro, &evaluation.average_precision_macro, &evaluation.aurc}) {
      *figure = kUnknown;
    }
  }
}

Interval accuracy_interval(const metrics::ConfidenceInterval& resampled, std::uint64_t right, std::uint64_t n) {
  if (n == 0 || (right != 0 && right != n)) return {resampled.low, resampled.high};
  const auto exact = metrics::clopper_pearson(right, n);
  return {exact.low, exact.high};
}

std::optional<Interval> f1_interval(const metrics::ConfidenceInterval& resampled) {
  if (resampled.low == resampled.high) return std::nullopt;
  return Interval{resampled.low, resampled.high};
}

}  // namespace emo::eval
