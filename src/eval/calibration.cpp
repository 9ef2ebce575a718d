// Leads rows to the fits of src/metrics and their results into the manifest. Fits nothing itself and reads no files;
// what a fitted head then does with a new row is src/pipeline's.
#include "eval/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "eval/prediction_scores.hpp"
#include "metrics/calibration_isotonic.hpp"
#include "metrics/calibration_vector.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/thresholds.hpp"
#include "pipeline/head_activation.hpp"

namespace emo::eval {
namespace {

constexpr std::size_t kMinRows = 20;
constexpr float kSmallestProbability = 1e-37F;  // its logarithm is finite in float
constexpr double kLargestLogit = 40;

bool is_softmax(const io::HeadManifest& head) {
  return head.activation == core::HeadActivation::kSoftmax;
}

/// Log-probabilities (softmax) or logits (sigmoid): what the head's temperature and bias act on, up to a constant.
std::vector<float> logits_of(const io::HeadManifest& head, const HeadRows& rows) {
  std::vector<float> logits;
  logits.reserve(rows.probabilities.size());
  for (const float p : rows.probabilities) {
    if (is_softmax(head)) {
      logits.push_back(std::log(std::max(p, kSmallestProbability)));
    } else {
      const auto q = static_cast<double>(p);
      logits.push_back(static_cast<float>(std::clamp(std::log(q) - std::log1p(-q), -kLargestLogit, kLargestLogit)));
    }
  }
  return logits;
}

/// Gold sets as distributions, uniform over the labels.
std::vector<float> targets_of(const HeadRows& rows) {
  std::vector<float> targets(rows.gold.size(), 0.0F);
  for (std::size_t at = 0; at < rows.gold.size(); at += rows.labels) {
    float mass = 0;
    for (std::size_t k = 0; k < rows.labels; ++k) mass += static_cast<float>(rows.gold[at + k]);
    for (std::size_t k = 0; k < rows.labels; ++k) {
      targets[at + k] = mass > 0 ? static_cast<float>(rows.gold[at + k]) / mass : 0.0F;
    }
  }
  return targets;
}

HeadRows take(const HeadRows& rows, std::span<const std::size_t> chosen) {
  HeadRows taken{rows.labels, {}, {}};
  for (const std::size_t row : chosen) {
    const auto from = static_cast<std::ptrdiff_t>(row * rows.labels);
    const auto to = from + static_cast<std::ptrdiff_t>(rows.labels);
    taken.probabilities.insert(taken.probabilities.end(), rows.probabilities.begin() + from,
                               rows.probabilities.begin() + to);
    taken.gold.insert(taken.gold.end(), rows.gold.begin() + from, rows.gold.begin() + to);
  }
  return taken;
}

void fit_method(io::HeadManifest& head, const HeadRows& rows, CalibrationMethod method) {
  auto& calibration = *head.calibration;
  const auto logits = logits_of(head, rows);
  switch (method) {
    case CalibrationMethod::kTemperature: {
      calibration.method = "temperature";
      const double fitted = is_softmax(head) ? metrics::fit_temperature_soft(logits, targets_of(rows), rows.labels)
                                             : metrics::fit_temperature_binary(logits, rows.gold);
      // The product stays in the range of a fit: of rows that are all right, each time would sharpen it once more.
      const double temperature = std::clamp(fitted, std::min(1.0, metrics::kMinTemperature / head.temperature),
                                            std::max(1.0, metrics::kMaxTemperature / head.temperature));
      // (z / T + b) / t = z / (T t) + b / t: no further stage is needed.
      head.temperature *= temperature;
      for (double& bias : head.bias) bias /= temperature;
      break;
    }
    case CalibrationMethod::kVector:
      calibration.method = "vector";
      if (is_softmax(head)) {
        auto fit = metrics::fit_vector_scaling(logits, targets_of(rows), rows.labels);
        calibration.scale = std::move(fit.scale);
        calibration.bias = std::move(fit.bias);
      } else {
        for (const auto& fit : metrics::fit_platt_per_label(logits, rows.gold, rows.labels)) {
          calibration.scale.push_back(fit.slope);
          calibration.bias.push_back(fit.intercept);
        }
      }
      break;
    case CalibrationMethod::kIsotonic:
      calibration.method = "isotonic";
      for (auto& fit : metrics::fit_isotonic_per_label(rows.probabilities, rows.gold, rows.labels)) {
        calibration.isotonic.push_back({std::move(fit.x), std::move(fit.y)});
      }
  }
}

/// The lowest threshold of one column with at least `precision`, "p > threshold" being positive; else the threshold of
/// the best precision. Precondition: a row has the label.
double threshold_for_precision(const HeadRows& rows, std::size_t label, double precision) {
  std::vector<std::pair<float, bool>> column;
  for (std::size_t at = label; at < rows.gold.size(); at += rows.labels) {
    column.emplace_back(rows.probabilities[at], rows.gold[at] != 0);
  }
  std::sort(column.begin(), column.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  double best_precision = -1, threshold = 0.5, hits = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    hits += column[i].second ? 1 : 0;
    if (i + 1 < column.size() && column[i + 1].first == column[i].first) continue;
    const double here = hits / static_cast<double>(i + 1);
    if (here < precision && here <= best_precision) continue;
    const double next = i + 1 < column.size() ? static_cast<double>(column[i + 1].first) : 0.0;
    threshold = (static_cast<double>(column[i].first) + next) / 2;
    best_precision = std::min(here, precision);  // once the precision is reached, any lower threshold with it is better
  }
  return threshold;
}

std::vector<std::uint8_t> seen_labels(const HeadRows& rows) {
  std::vector<std::uint8_t> seen(rows.labels, 0);
  for (std::size_t i = 0; i < rows.gold.size(); ++i) seen[i % rows.labels] |= rows.gold[i] != 0 ? 1 : 0;
  return seen;
}

// Of a multi-label head. What is fitted to rows leaves a label alone that no row has; a cost needs none.
void fit_head_thresholds(const HeadRows& rows, const CalibrationOptions& options, CalibrationFit& fit) {
  io::HeadManifest& head = fit.head;
  if (is_softmax(head)) return;
  std::vector<double> fitted(rows.labels, options.threshold_value);
  if (options.thresholds == ThresholdRule::kCost) {
    head.thresholds = std::move(fitted);
    return;
  }
  if (options.thresholds == ThresholdRule::kF1) {
    fitted = metrics::fit_thresholds(rows.probabilities, rows.gold, rows.labels);
  }
  const auto seen = seen_labels(rows);
  for (std::size_t k = 0; k < rows.labels; ++k) {
    if (seen[k] == 0) {
      fit.unseen_labels.push_back(head.labels[k]);
      fitted[k] = pipeline::threshold(head, k);
    } else if (options.thresholds == ThresholdRule::kPrecision) {
      fitted[k] = threshold_for_precision(rows, k, options.threshold_value);
    }
  }
  head.thresholds = std::move(fitted);
}

/// The best probability of each row, and whether its label is wrong.
struct Answers {
  std::vector<float> confidences;
  std::vector<std::uint8_t> wrong;
};
Answers answers_of(const HeadRows& rows) {
  Answers answers;
  for (std::size_t at = 0; at < rows.gold.size(); at += rows.labels) {
    const std::size_t best = best_class(std::span(rows.probabilities).subspan(at, rows.labels));
    answers.confidences.push_back(rows.probabilities[at + best]);
    answers.wrong.push_back(rows.gold[at + best] == 0 ? 1 : 0);
  }
  return answers;
}

Result<void> fit_abstention(io::HeadManifest& head, const HeadRows& rows, const CalibrationOptions& options) {
  const Answers answers = answers_of(rows);
  const auto fit =
      metrics::fit_risk_threshold(answers.confidences, answers.wrong, *options.risk, options.risk_confidence);
  if (!fit.found) {
    char message[300];
    std::snprintf(
        message, sizeof(message),
        "a risk of %.3f is not shown with %.0f %% confidence: the search begins at the %llu most confident of "
        "%zu rows, of which %llu are wrong (upper bound %.3f), and ends there; ask for a higher --risk or "
        "give more rows",
        *options.risk, 100 * options.risk_confidence, static_cast<unsigned long long>(fit.answered), rows.rows(),
        static_cast<unsigned long long>(fit.wrong), fit.bound);
    return Error{ErrorCode::kGateFailed, message};
  }
  head.calibration->abstention = io::RiskTarget{*options.risk, options.risk_confidence, fit.min_confidence,
                                                static_cast<double>(fit.answered) / static_cast<double>(fit.rows),
                                                static_cast<std::int64_t>(fit.rows)};
  return {};
}

Result<void> check_options(const io::HeadManifest& head, const CalibrationOptions& options) {
  const auto outside = [](double value) { return !(value > 0 && value < 1); };
  const auto usage = [](const std::string& what) {
    return Error{ErrorCode::kUsage, what + " must be above 0 and below 1"};
  };
  if (options.coverage && outside(*options.coverage)) return usage("the coverage");
  if (options.risk && outside(*options.risk)) return usage("the risk");
  if (outside(options.risk_confidence)) return usage("the confidence of the risk");
  if (options.thresholds == ThresholdRule::kF1) return {};
  if (outside(options.threshold_value)) return usage("the precision or cost of the thresholds");
  if (is_softmax(head)) {
    return Error{ErrorCode::kUsage,
                 "head '" + head.name + "' gives one label per item and has no thresholds; use a risk target instead"};
  }
  return {};
}

}  // namespace

Result<HeadRows> head_rows(const Evaluation& evaluation, const io::HeadManifest& head) {
  if (evaluation.labels != head.labels) {
    return Error{ErrorCode::kInvalidData, "the evaluation is not over all labels of head '" + head.name + "'"};
  }
  HeadRows rows{head.labels.size(), {}, {}};
  for (const Prediction& prediction : evaluation.predictions) {
    if (prediction.error) continue;
    rows.probabilities.insert(rows.probabilities.end(), prediction.probabilities.begin(),
                              prediction.probabilities.end());
    const std::size_t at = rows.gold.size();
    rows.gold.resize(at + rows.labels, 0);
    for (const std::string& label : prediction.gold) {
      const auto it = std::find(head.labels.begin(), head.labels.end(), label);
      EMO_ASSERT(it != head.labels.end());
      rows.gold[at + static_cast<std::size_t>(it - head.labels.begin())] = 1;
    }
  }
  return rows;
}

Result<CalibrationFit> fit_calibration(const io::HeadManifest& head, const HeadRows& rows,
                                       const CalibrationOptions& options) {
  EMO_ASSERT(rows.labels == head.labels.size() && rows.probabilities.size() == rows.gold.size());
  EMO_TRY(check_options(head, options));
  const bool halved = options.coverage || options.risk;
  if (rows.rows() < (halved ? 2 * kMinRows : kMinRows)) {
    return Error{ErrorCode::kInvalidData, std::to_string(rows.rows()) + " labelled rows are too few to calibrate on; " +
                                              std::to_string(halved ? 2 * kMinRows : kMinRows) + " are the least"};
  }
  std::vector<std::size_t> order(rows.rows());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  core::Random random(options.seed);
  if (halved) random.shuffle(std::span(order));
  const std::size_t fit_count = halved ? order.size() / 2 : order.size();
  const HeadRows fit_rows = take(rows, std::span(order).first(fit_count));

  CalibrationFit fit;
  fit.head = head;
  fit.head.calibration = io::HeadCalibration{};
  fit.head.calibration->data = options.data;
  fit.head.calibration->rows = static_cast<std::int64_t>(rows.rows());
  fit.fit_rows = fit_count;
  fit_method(fit.head, fit_rows, options.method);
  fit_head_thresholds(apply_calibration(fit.head, head, fit_rows), options, fit);
  if (!halved) return fit;

  const HeadRows held_out = apply_calibration(fit.head, head, take(rows, std::span(order).subspan(fit_count)));
  fit.held_out_rows = held_out.rows();
  if (options.coverage) {
    const auto thresholds = metrics::conformal_thresholds(held_out.probabilities, held_out.gold, held_out.labels,
                                                          *options.coverage, options.class_conditional);
    for (std::size_t k = 0; k < thresholds.size(); ++k) {
      if (thresholds[k] <= 0) fit.always_in_set.push_back(head.labels[k]);
    }
    fit.head.calibration->conformal = io::ConformalSets{*options.coverage, options.class_conditional, thresholds,
                                                        static_cast<std::int64_t>(held_out.rows())};
  }
  if (options.risk) EMO_TRY(fit_abstention(fit.head, held_out, options));
  return fit;
}

HeadRows apply_calibration(const io::HeadManifest& head, const io::HeadManifest& fitted_from, const HeadRows& rows) {
  // The rows hold log-probabilities under the old temperature and bias; what is left to apply is the ratio.
  io::HeadManifest rest = head;
  rest.temperature = head.temperature / fitted_from.temperature;
  rest.bias.clear();
  HeadRows applied{rows.labels, std::vector<float>(rows.probabilities.size()), rows.gold};
  const auto logits = logits_of(head, rows);
  for (std::size_t at = 0; at < logits.size(); at += rows.labels) {
    const auto done = pipeline::activate(rest, std::span(logits).subspan(at, rows.labels),
                                         std::span(applied.probabilities).subspan(at, rows.labels));
    EMO_ASSERT(done.has_value());  // logits_of gives finite numbers only
  }
  return applied;
}

Result<CalibrationFigures> calibration_figures(const io::HeadManifest& head, const HeadRows& rows) {
  std::vector<ScoredItem> items;
  for (std::size_t at = 0; at < rows.gold.size(); at += rows.labels) {
    const auto row = std::span(rows.probabilities).subspan(at, rows.labels);
    ScoredItem item;
    item.probabilities.assign(row.begin(), row.end());
    for (std::size_t k = 0; k < rows.labels; ++k) {
      if (rows.gold[at + k] != 0) item.gold.push_back(static_cast<std::uint32_t>(k));
    }
    item.none_of_them = item.gold.empty();
    items.push_back(std::move(item));
  }
  const DecisionRule rule{is_softmax(head) ? Decision::kSingleChoice : Decision::kMultiLabel, head.thresholds};
  EMO_ASSIGN(const Evaluation evaluation, evaluate(head.labels, std::move(items), rule, {{}, 0, 1}));
  CalibrationFigures figures;
  figures.rows = rows.rows();
  figures.nll = evaluation.nll;
  figures.ece = evaluation.ece;
  figures.brier = evaluation.brier;
  figures.accuracy = evaluation.accuracy;
  figures.macro_f1 = evaluation.macro_f1;
  if (!head.calibration) return figures;
  if (const auto& sets = head.calibration->conformal) {
    figures.sets = metrics::check_conformal(rows.probabilities, rows.gold, rows.labels, sets->thresholds);
  }
  if (const auto& target = head.calibration->abstention) {
    const Answers answers = answers_of(rows);
    figures.risk = metrics::risk_at(answers.confidences, answers.wrong, target->min_confidence);
  }
  return figures;
}

Result<CalibrationReport> calibrate_head(const io::HeadManifest& head, const HeadRows& rows, const HeadRows* test,
                                         const CalibrationOptions& options) {
  io::HeadManifest as_trained = head;
  as_trained.calibration.reset();
  CalibrationReport report;
  EMO_ASSIGN(report.fit, fit_calibration(as_trained, rows, options));
  const auto measure = [&](const io::HeadManifest& under, const HeadRows& on) {
    return calibration_figures(under, apply_calibration(under, as_trained, on));
  };
  report.data = options.data;
  EMO_ASSIGN(report.data_before, measure(head, rows));
  EMO_ASSIGN(report.data_after, measure(report.fit.head, rows));
  if (test != nullptr) {
    EMO_ASSIGN(report.test_before, measure(head, *test));
    EMO_ASSIGN(report.test_after, measure(report.fit.head, *test));
  }
  return report;
}

}  // namespace emo::eval
