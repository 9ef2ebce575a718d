// Scores for selection during training. The figures people read come from eval, on the exported bundle: these are of
// the network in float, before 8 bits and calibration.
#include "train/text_scores.hpp"

#include <algorithm>
#include <array>

#include "core/activation.hpp"
#include "core/largest.hpp"
#include "metrics/classification.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/thresholds.hpp"

namespace emo::train {
namespace {

// Of the best label of every row, against the set of gold labels.
double macro_f1_of_best(const HeadOutputs& outputs) {
  const std::size_t k = outputs.classes;
  std::vector<metrics::ClassCounts> counts(k);
  for (std::size_t i = 0; i < outputs.rows(); ++i) {
    const float* z = outputs.logits.data() + i * k;
    const float* t = outputs.targets.data() + i * k;
    const std::size_t best = core::index_of_largest(std::span(z, k));
    for (std::size_t c = 0; c < k; ++c) {
      const bool gold = t[c] > 0;
      counts[c].tp += c == best && gold ? 1U : 0U;
      counts[c].fp += c == best && !gold ? 1U : 0U;
      counts[c].fn += c != best && gold ? 1U : 0U;
    }
  }
  return metrics::macro_f1(counts);
}

// Of the rows of `logits` and `targets`, [n, K]: [n], in double.
at::Tensor losses_at(double temperature, bool softmax, const at::Tensor& logits, const at::Tensor& targets) {
  const at::Tensor z = logits.to(at::kDouble) / temperature;
  if (softmax) return -(targets * at::log_softmax(z, 1)).sum(1);
  return -(targets * at::log_sigmoid(z) + (1.0 - targets) * at::log_sigmoid(-z)).mean(1);
}

}  // namespace

void add_labelled(const TextExample& example, std::size_t head, std::span<const float> logits, HeadOutputs& outputs) {
  const auto& target = example.targets[head];
  if (target.empty()) return;
  outputs.classes = target.size();
  outputs.targets.insert(outputs.targets.end(), target.begin(), target.end());
  outputs.logits.insert(outputs.logits.end(), logits.begin(), logits.end());
}

HeadOutputs labelled_outputs(const std::vector<TextExample>& examples, std::size_t head,
                             const std::vector<float>& logits, std::size_t classes) {
  HeadOutputs out;
  out.classes = classes;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    add_labelled(examples[i], head, std::span(logits).subspan(i * classes, classes), out);
  }
  return out;
}

std::vector<float> sigmoid_probabilities(const HeadOutputs& outputs, double temperature) {
  std::vector<float> probabilities(outputs.logits.size());
  std::transform(outputs.logits.begin(), outputs.logits.end(), probabilities.begin(),
                 [&](float z) { return core::logistic(z / static_cast<float>(temperature)); });
  return probabilities;
}

std::vector<std::uint8_t> gold_of(const HeadOutputs& outputs) {
  std::vector<std::uint8_t> gold(outputs.targets.size());
  std::transform(outputs.targets.begin(), outputs.targets.end(), gold.begin(),
                 [](float t) { return static_cast<std::uint8_t>(t > 0.5F ? 1 : 0); });
  return gold;
}

double macro_f1_of(const HeadPlan& plan, const HeadOutputs& outputs) {
  if (outputs.rows() == 0) return 0;
  if (plan.activation == core::HeadActivation::kSoftmax) return macro_f1_of_best(outputs);
  const auto probabilities = sigmoid_probabilities(outputs, 1.0);
  const auto gold = gold_of(outputs);
  const auto thresholds = metrics::fit_thresholds(probabilities, gold, outputs.classes);
  return metrics::macro_f1(metrics::count_decisions(probabilities, gold, outputs.classes, thresholds).class_counts());
}

HeadScore score_head(const HeadPlan& plan, const HeadOutputs& outputs) {
  HeadScore score;
  const std::size_t n = outputs.rows();
  const std::size_t k = outputs.classes;
  if (n == 0) return score;
  const bool softmax = plan.activation == core::HeadActivation::kSoftmax;
  {
    at::NoGradGuard no_grad;
    HeadPlan plain = plan;
    plain.label_smoothing = 0;
    const std::array<std::int64_t, 2> shape{static_cast<std::int64_t>(n), static_cast<std::int64_t>(k)};
    const at::Tensor z = tensor_of(std::span<const float>(outputs.logits), shape);
    const at::Tensor t = tensor_of(std::span<const float>(outputs.targets), shape);
    score.loss = head_loss(plain, {}, z, t).item<double>();
    const double temperature = softmax ? metrics::fit_temperature_soft(outputs.logits, outputs.targets, k)
                                       : metrics::fit_temperature_binary(outputs.logits, gold_of(outputs));
    const at::Tensor losses = losses_at(temperature, softmax, z, t);
    score.row_losses.assign(losses.data_ptr<double>(), losses.data_ptr<double>() + n);
    score.calibrated_loss = losses.mean().item<double>();
    score.calibrated_row_loss = score.calibrated_loss * (softmax ? 1.0 : static_cast<double>(k));
  }
  score.macro_f1 = macro_f1_of(plan, outputs);
  return score;
}

std::vector<double> mean_row_losses(const std::vector<TextExample>& examples, const std::vector<HeadScore>& heads) {
  std::vector<double> losses;
  std::vector<std::size_t> next(heads.size(), 0);
  for (const auto& example : examples) {
    double sum = 0;
    std::size_t known = 0;
    for (std::size_t h = 0; h < heads.size(); ++h) {
      if (example.targets[h].empty()) continue;
      sum += heads[h].row_losses[next[h]++];
      ++known;
    }
    if (known > 0) losses.push_back(sum / static_cast<double>(known));
  }
  return losses;
}

double mean_calibrated_loss(const std::vector<HeadScore>& heads) {
  double sum = 0, judging = 0;
  for (const auto& head : heads) {
    if (head.row_losses.empty()) continue;
    sum += head.calibrated_loss;
    judging += 1;
  }
  return judging > 0 ? sum / judging : 0.0;
}

double macro_f1_of(const io::HeadManifest& head, const HeadOutputs& outputs) {
  if (head.activation == core::HeadActivation::kSoftmax) return macro_f1_of_best(outputs);
  const auto probabilities = sigmoid_probabilities(outputs, head.temperature);
  return metrics::macro_f1(
      metrics::count_decisions(probabilities, gold_of(outputs), outputs.classes, head.thresholds).class_counts());
}

}  // namespace emo::train
