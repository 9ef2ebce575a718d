// AdaGrad on sparse rows. All features are extracted once and kept: about 1.7 kB a short text, so a data set must fit
// in memory. Networks are trained by src/train, which shares none of this.
#include "linear/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "core/quote.hpp"
#include "core/random.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/multilabel.hpp"
#include "metrics/thresholds.hpp"
#include "text/utf8.hpp"

namespace emo::linear {
namespace {

/// Start of AdaGrad's sums. Were it zero, the first step of a feature met once would be as large as that of a frequent
/// one, whatever its gradient, and rare n-grams would be learned by heart (GoEmotions dev macro-F1 0.40 instead of
/// 0.48).
constexpr float kInitialSquare = 1.0F;

struct Examples {
  std::vector<Feature> features;       // of all rows, one after the other
  std::vector<std::size_t> starts{0};  // row i: [starts[i], starts[i + 1])
  std::vector<float> targets;          // [rows, K]

  [[nodiscard]] std::size_t rows() const { return starts.size() - 1; }
  [[nodiscard]] std::span<const Feature> row(std::size_t i) const {
    return std::span(features).subspan(starts[i], starts[i + 1] - starts[i]);
  }
};

std::vector<std::string> labels_of(std::span<const io::Row> rows) {
  std::set<std::string> names;
  for (const io::Row& row : rows) names.insert(row.labels.begin(), row.labels.end());
  return {names.begin(), names.end()};
}

core::HeadActivation activation_for(std::span<const io::Row> rows) {
  const bool single = std::all_of(rows.begin(), rows.end(), [](const io::Row& row) { return row.labels.size() == 1; });
  return single ? core::HeadActivation::kSoftmax : core::HeadActivation::kSigmoid;
}

Result<Examples> examples_of(std::span<const io::Row> rows, const Parameters& parameters) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t k = 0; k < parameters.labels.size(); ++k) index.emplace(parameters.labels[k], k);
  const bool softmax = parameters.activation == core::HeadActivation::kSoftmax;
  Examples examples;
  for (const io::Row& row : rows) {
    const std::string place = "row " + std::to_string(row.number);
    std::vector<float> target(parameters.labels.size(), 0.0F);
    for (const std::string& label : row.labels) {
      const auto it = index.find(label);
      if (it == index.end()) {
        const Error unknown{ErrorCode::kInvalidData,
                            "label " + core::quoted(label) + " is not among the model's labels"};
        return unknown.at(place);
      }
      target[it->second] = 1;
    }
    const float mass = std::accumulate(target.begin(), target.end(), 0.0F);
    if (softmax && mass == 0) continue;
    if (softmax) {
      for (float& q : target) q /= mass;
    }
    if (const auto valid = text::validate_utf8(row.text); !valid) return valid.error().at(place);
    const std::vector<Feature> features = extract(row.text, parameters.features);
    examples.features.insert(examples.features.end(), features.begin(), features.end());
    examples.starts.push_back(examples.features.size());
    examples.targets.insert(examples.targets.end(), target.begin(), target.end());
  }
  return examples;
}

/// Weights under training, with AdaGrad's sums of squared gradients beside them.
class Learner {
 public:
  Learner(const Parameters& parameters, double learning_rate)
      : classes_(parameters.labels.size()),
        softmax_(parameters.activation == core::HeadActivation::kSoftmax),
        rate_(static_cast<float>(learning_rate)),
        weights_((std::size_t{1} << static_cast<unsigned>(parameters.features.hash_bits)) * classes_, 0.0F),
        squares_(weights_.size(), kInitialSquare),
        bias_(classes_, 0.0F),
        bias_squares_(classes_, kInitialSquare),
        scores_(classes_) {}

  /// One step on one row; returns its loss before the step.
  double step(std::span<const Feature> features, std::span<const float> targets) {
    logits(features, scores_);
    const double loss = activate_with_loss(scores_, targets);
    for (std::size_t k = 0; k < classes_; ++k) scores_[k] -= targets[k];  // now the gradient of the logits
    for (const Feature& feature : features) {
      const std::size_t at = static_cast<std::size_t>(feature.index) * classes_;
      for (std::size_t k = 0; k < classes_; ++k) {
        const float gradient = scores_[k] * feature.value;
        squares_[at + k] += gradient * gradient;
        weights_[at + k] -= rate_ * gradient / std::sqrt(squares_[at + k]);
      }
    }
    for (std::size_t k = 0; k < classes_; ++k) {
      bias_squares_[k] += scores_[k] * scores_[k];
      // The bias sees every row: a tenth of the rate keeps it from chasing the last ones.
      bias_[k] -= rate_ * 0.1F * scores_[k] / std::sqrt(bias_squares_[k]);
    }
    return loss;
  }

  void logits(std::span<const Feature> features, std::span<float> out) const {
    std::copy(bias_.begin(), bias_.end(), out.begin());
    for (const Feature& feature : features) {
      const float* row = &weights_[static_cast<std::size_t>(feature.index) * classes_];
      for (std::size_t k = 0; k < classes_; ++k) out[k] += feature.value * row[k];
    }
  }

  /// Logits -> probabilities in place; the loss against the targets.
  double activate_with_loss(std::span<float> scores, std::span<const float> targets) const {
    activate(scores, softmax_ ? core::HeadActivation::kSoftmax : core::HeadActivation::kSigmoid, 1.0);
    double loss = 0;
    for (std::size_t k = 0; k < classes_; ++k) {
      const double p = std::clamp(static_cast<double>(scores[k]), 1e-7, 1 - 1e-7);
      const auto q = static_cast<double>(targets[k]);
      loss -= q * std::log(p);
      if (!softmax_) loss -= (1 - q) * std::log(1 - p);
    }
    return loss;
  }

  [[nodiscard]] const std::vector<float>& weights() const { return weights_; }
  [[nodiscard]] const std::vector<float>& bias() const { return bias_; }

 private:
  std::size_t classes_;
  bool softmax_;
  float rate_;
  std::vector<float> weights_, squares_, bias_, bias_squares_, scores_;
};

struct DevScores {
  std::vector<float> logits;  // [rows, K]
  double loss = 0, macro_f1 = 0;
};

DevScores evaluate(const Learner& learner, const Examples& dev, std::size_t classes, core::HeadActivation activation) {
  DevScores result;
  result.logits.resize(dev.rows() * classes);
  metrics::MultiLabelCounts counts(classes);
  std::vector<float> scores(classes);
  std::vector<std::uint8_t> gold(classes);
  std::vector<std::uint8_t> predicted(classes);
  for (std::size_t i = 0; i < dev.rows(); ++i) {
    learner.logits(dev.row(i), scores);
    std::copy(scores.begin(), scores.end(), result.logits.begin() + static_cast<std::ptrdiff_t>(i * classes));
    const auto targets = std::span(dev.targets).subspan(i * classes, classes);
    result.loss += learner.activate_with_loss(scores, targets) / static_cast<double>(dev.rows());
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    for (std::size_t k = 0; k < classes; ++k) {
      gold[k] = targets[k] > 0 ? 1 : 0;
      predicted[k] = (activation == core::HeadActivation::kSoftmax ? k == best : scores[k] > 0.5F) ? 1 : 0;
    }
    counts.add(gold, predicted);
  }
  result.macro_f1 = metrics::macro_f1(counts.class_counts());
  return result;
}

void calibrate(const DevScores& dev, const Examples& examples, Parameters& parameters) {
  const std::size_t classes = parameters.labels.size();
  if (parameters.activation == core::HeadActivation::kSoftmax) {
    parameters.temperature = metrics::fit_temperature_soft(dev.logits, examples.targets, classes);
    return;
  }
  std::vector<std::uint8_t> targets;
  targets.reserve(examples.targets.size());
  for (const float q : examples.targets) targets.push_back(q > 0 ? 1 : 0);
  parameters.temperature = metrics::fit_temperature_binary(dev.logits, targets);
  std::vector<float> probabilities = dev.logits;
  activate(probabilities, core::HeadActivation::kSigmoid, parameters.temperature);
  parameters.thresholds = metrics::fit_thresholds(probabilities, targets, classes);
}

Result<void> check(const TrainOptions& options) {
  if (const auto valid = validate(options.features); !valid) return Error{ErrorCode::kUsage, valid.error().message};
  if (options.epochs < 1)
    return Error{ErrorCode::kUsage, "epochs is " + std::to_string(options.epochs) + ", expected at least 1"};
  if (!(options.learning_rate > 0)) {
    return Error{ErrorCode::kUsage,
                 "learning rate is " + std::to_string(options.learning_rate) + ", expected more than 0"};
  }
  return {};
}

}  // namespace

Result<Model> train(std::span<const io::Row> train_rows, std::span<const io::Row> dev_rows,
                    const TrainOptions& options) {
  EMO_TRY(check(options));
  Parameters parameters;
  parameters.features = options.features;
  parameters.labels = options.labels.empty() ? labels_of(train_rows) : options.labels;
  parameters.activation = options.activation.value_or(activation_for(train_rows));
  EMO_ASSIGN(const Examples examples, examples_of(train_rows, parameters));
  EMO_ASSIGN(const Examples dev, examples_of(dev_rows, parameters));
  if (examples.rows() == 0 || parameters.labels.empty()) {
    return Error{ErrorCode::kInvalidData,
                 "no labelled row among the " + std::to_string(train_rows.size()) + " training rows"};
  }

  const std::size_t classes = parameters.labels.size();
  Learner learner(parameters, options.learning_rate);
  std::vector<std::uint32_t> order(examples.rows());
  std::iota(order.begin(), order.end(), 0U);
  core::Random random(options.seed);
  DevScores best;
  best.loss = std::numeric_limits<double>::infinity();
  int best_epoch = 0;
  for (int epoch = 1; epoch <= options.epochs; ++epoch) {
    random.shuffle(std::span(order));
    EpochReport report{epoch, 0, 0, 0};
    for (const std::uint32_t i : order) {
      const auto targets = std::span(examples.targets).subspan(i * classes, classes);
      report.train_loss += learner.step(examples.row(i), targets) / static_cast<double>(order.size());
    }
    if (dev.rows() > 0) {
      DevScores scores = evaluate(learner, dev, classes, parameters.activation);
      report.dev_loss = scores.loss;
      report.dev_macro_f1 = scores.macro_f1;
      if (scores.loss < best.loss) {
        best = std::move(scores);
        best_epoch = epoch;
        parameters.weights = learner.weights();
        parameters.bias = learner.bias();
      }
    }
    if (options.progress) options.progress(report);
    if (dev.rows() > 0 && epoch - best_epoch >= options.patience) break;
  }
  if (best_epoch == 0) {  // no development rows, or a loss that never was a number
    parameters.weights = learner.weights();
    parameters.bias = learner.bias();
  } else {
    calibrate(best, dev, parameters);
  }
  return Model::create(std::move(parameters));
}

}  // namespace emo::linear
