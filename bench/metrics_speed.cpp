// Processor seconds that the metrics take on many predictions, one thread: metrics_speed [ROWS] [CLASSES]. Processor
// time, so that a busy machine does not count; one line a metric.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <numeric>
#include <vector>

#include "core/random.hpp"
#include "metrics/agreement.hpp"
#include "metrics/bootstrap.hpp"
#include "metrics/confusion.hpp"
#include "metrics/probability.hpp"
#include "metrics/ranking.hpp"
#include "metrics/thresholds.hpp"

int main(int argc, char** argv) {
  using namespace emo::metrics;
  const std::size_t rows = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
  const std::size_t classes = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 7;
  if (rows == 0 || classes < 2) {
    std::fprintf(stderr, "usage: metrics_speed [ROWS] [CLASSES], at least 1 and 2\n");
    return 1;
  }
  emo::core::Random random(1);
  std::vector<float> scores(rows * classes);
  std::vector<std::uint8_t> targets(rows * classes, 0);
  std::vector<std::int32_t> gold(rows);
  std::vector<std::uint32_t> best(rows);
  std::vector<float> confidences(rows);
  std::vector<std::uint8_t> outcomes(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    float* row = scores.data() + i * classes;
    gold[i] = static_cast<std::int32_t>(random.below(classes));
    targets[i * classes + static_cast<std::size_t>(gold[i])] = 1;
    for (std::size_t k = 0; k < classes; ++k) row[k] = static_cast<float>(random.uniform());
    row[gold[i]] += 0.5F;
    const float sum = std::accumulate(row, row + classes, 0.0F);
    for (std::size_t k = 0; k < classes; ++k) row[k] /= sum;
    for (std::size_t k = 1; k < classes; ++k) best[i] = row[k] > row[best[i]] ? static_cast<std::uint32_t>(k) : best[i];
    confidences[i] = row[best[i]];
    outcomes[i] = best[i] == static_cast<std::uint32_t>(gold[i]) ? 1 : 0;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::printf("%zu rows, %zu classes, one thread\n", rows, classes);
  double total = 0;
  const auto measure = [&](const char* name, const std::function<double()>& work) {
    const std::clock_t started = std::clock();
    const double value = work();
    const double seconds = static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
    total += seconds;
    std::printf("%-44s %8.3f s   (%.6f)\n", name, seconds, value);
  };
  measure("confusion, accuracy, F1, kappa", [&] {
    ConfusionMatrix confusion(classes);
    for (std::size_t i = 0; i < rows; ++i) confusion.add(static_cast<std::size_t>(gold[i]), best[i]);
    return macro_f1(confusion.class_counts()) + 0 * confusion.cohen_kappa();
  });
  measure("multi-label counts", [&] { return count_decisions(scores, targets, classes, {}).sample_f1(); });
  measure("log loss and Brier", [&] {
    ProbabilityMeter meter;
    for (std::size_t i = 0; i < rows; ++i) {
      meter.add(std::span(scores).subspan(i * classes, classes), static_cast<std::size_t>(gold[i]));
    }
    return meter.log_loss();
  });
  measure("ECE, equal width", [&] { return ece_equal_width(confidences, outcomes); });
  measure("ECE, equal mass", [&] { return ece_equal_mass(confidences, outcomes); });
  measure("coverage-risk and its area", [&] { return RankedScores(confidences, outcomes).area_under_risk(); });
  measure("ROC-AUC and average precision, all classes",
          [&] { return rank_labels(scores, targets, classes).roc_auc_macro; });
  measure("annotator agreement", [&] {
    AnnotatorAgreement agreement;
    const std::vector<float> votes(classes, 1.0F);
    for (std::size_t i = 0; i < rows; ++i)
      agreement.add(std::span(scores).subspan(i * classes, classes), votes, best[i]);
    return agreement.kl_divergence();
  });
  std::printf("%-44s %8.3f s\n", "together", total);
  measure("bootstrap, at most 200 million draws", [&] {
    LabelSets sets(classes);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto g = static_cast<std::uint32_t>(gold[i]);
      sets.add({&g, 1}, {&best[i], 1}, outcomes[i] != 0);
    }
    return bootstrap_intervals(sets).accuracy.low;
  });
  return 0;
}
