// Scores for selection during training, of the network in float, before 8 bits and calibration: the figures people read
// come from eval, on the exported bundle.
#include "train/face_scores.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>

#include "core/activation.hpp"
#include "metrics/confusion.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/probability.hpp"
#include "train/face_calibration.hpp"
#include "train/face_judged_rows.hpp"

namespace emo::train {
namespace {

std::vector<double> losses_after_calibration(const JudgedRows& judged, std::size_t classes) {
  if (judged.gold.empty()) return {};
  const double temperature = metrics::fit_temperature(judged.logits, judged.gold, classes);
  const auto probabilities = calibrated_probabilities(judged.logits, classes, {temperature, {}});
  std::vector<double> losses;
  for (std::size_t i = 0; i < judged.gold.size(); ++i) {
    const std::span<const float> row(probabilities.data() + i * classes, classes);
    losses.push_back(metrics::log_loss(row, std::span(&judged.gold[i], 1), classes));
  }
  return losses;
}

/// Mean cross-entropy of softmax(z / temperature) with the targets, over the rows of `examples` that have one.
double target_loss(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                   const std::vector<float>& logits, double temperature) {
  double loss = 0, taught = 0;
  std::vector<float> z(classes);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const auto& target = examples[i].labels[head].target;
    if (target.empty()) continue;
    for (std::size_t k = 0; k < classes; ++k) {
      z[k] = static_cast<float>(static_cast<double>(logits[i * classes + k]) / temperature);
    }
    const double log_sum = core::log_sum_exp(std::span<const float>(z));
    for (std::size_t k = 0; k < classes; ++k) {
      loss += static_cast<double>(target[k]) * (log_sum - static_cast<double>(z[k]));
    }
    taught += 1;
  }
  return taught > 0 ? loss / taught : 0.0;
}

double target_temperature(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                          const std::vector<float>& logits) {
  std::vector<float> taught, targets;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const auto& target = examples[i].labels[head].target;
    if (target.empty()) continue;
    const auto first = logits.begin() + static_cast<std::ptrdiff_t>(i * classes);
    taught.insert(taught.end(), first, first + static_cast<std::ptrdiff_t>(classes));
    targets.insert(targets.end(), target.begin(), target.end());
  }
  return metrics::fit_temperature_soft(taught, targets, classes);
}

}  // namespace

FaceScore score_faces(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                      const std::vector<float>& logits) {
  FaceScore score;
  metrics::ConfusionMatrix confusion(classes);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const auto& label = examples[i].labels[head];
    if (label.gold < 0) continue;
    confusion.add_best(static_cast<std::size_t>(label.gold), std::span(logits).subspan(i * classes, classes));
  }
  score.loss = target_loss(examples, head, classes, logits, 1);
  score.calibrated_target_loss =
      target_loss(examples, head, classes, logits, target_temperature(examples, head, classes, logits));
  score.rows = static_cast<std::size_t>(confusion.total());
  score.accuracy = confusion.accuracy();
  score.balanced_accuracy = confusion.balanced_accuracy();
  score.macro_f1 = metrics::macro_f1(confusion.class_counts());
  score.row_losses = losses_after_calibration(judged_rows(examples, head, classes, logits), classes);
  const double sum = std::accumulate(score.row_losses.begin(), score.row_losses.end(), 0.0);
  if (!score.row_losses.empty()) score.calibrated_loss = sum / static_cast<double>(score.row_losses.size());
  return score;
}

double calibrated_loss(const std::vector<HeadPlan>& heads, const std::vector<FaceExample>& examples,
                       const HeadLogits& logits) {
  double sum = 0, judged_heads = 0;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const FaceScore score = score_faces(examples, h, heads[h].labels.size(), logits[h]);
    sum += score.calibrated_loss;
    judged_heads += score.rows > 0 ? 1 : 0;
  }
  return judged_heads > 0 ? sum / judged_heads : 0.0;
}

}  // namespace emo::train
