// Leads rows to the fits of src/metrics and their results into the manifest. Fits nothing itself and reads no files;
// what a fitted head then does with a new row is src/pipeline's.
#include "eval/calibration.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "core/largest.hpp"
#include "core/number_words.hpp"
#include "core/random.hpp"
#include "eval/prediction_scores.hpp"
#include "metrics/calibration_isotonic.hpp"
#include "metrics/calibration_vector.hpp"
#include "metrics/logit_fit.hpp"

namespace emo::eval {
namespace {

constexpr std::size_t kMinRows = 20;

bool is_softmax(const io::HeadManifest& head) {
  return head.activation == core::HeadActivation::kSoftmax;
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

/// What a softmax is fitted to: without room for luck a few rows that are all right would make it certain of
/// everything.
std::vector<float> softmax_targets(const HeadRows& rows) {
  return metrics::with_room_for_luck(targets_of(rows), rows.labels);
}

/// A label of a multi-label head that is not `told` keeps its probabilities: fitted to rows that all agree it would be
/// a constant for good.
void fit_method(io::HeadManifest& head, const HeadRows& rows, std::span<const std::uint8_t> told,
                CalibrationMethod method) {
  auto& calibration = *head.calibration;
  const auto logits = logits_of(head, rows);
  switch (method) {
    case CalibrationMethod::kTemperature: {
      calibration.method = "temperature";
      const double fitted = is_softmax(head) ? metrics::fit_temperature_soft(logits, softmax_targets(rows), rows.labels)
                                             : metrics::fit_temperature_binary(logits, rows.gold);
      // The product stays in the range of a fit: of two labels whose rows are all right, each time would sharpen it.
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
        auto fit = metrics::fit_vector_scaling(logits, softmax_targets(rows), rows.labels);
        calibration.scale = std::move(fit.scale);
        calibration.bias = std::move(fit.bias);
      } else {
        for (const auto& fit : metrics::fit_platt_per_label(logits, rows.gold, rows.labels)) {
          calibration.scale.push_back(fit.slope);
          calibration.bias.push_back(fit.intercept);
        }
        for (std::size_t k = 0; k < rows.labels; ++k) {
          if (told[k] != 0) continue;
          calibration.scale[k] = 1;
          calibration.bias[k] = 0;
        }
      }
      break;
    case CalibrationMethod::kIsotonic:
      calibration.method = "isotonic";
      for (auto& fit : metrics::fit_isotonic_per_label(rows.probabilities, rows.gold, rows.labels)) {
        calibration.isotonic.push_back({std::move(fit.x), std::move(fit.y)});
      }
      for (std::size_t k = 0; k < rows.labels && !is_softmax(head); ++k) {
        if (told[k] == 0) calibration.isotonic[k] = {{0, 1}, {0, 1}};
      }
  }
}

/// The best probability of each row, and whether its label is wrong.
struct Answers {
  std::vector<float> confidences;
  std::vector<std::uint8_t> wrong;
};
Answers answers_of(const HeadRows& rows) {
  Answers answers;
  for (std::size_t at = 0; at < rows.gold.size(); at += rows.labels) {
    const std::size_t best = core::index_of_largest(std::span(rows.probabilities).subspan(at, rows.labels));
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
    const std::string message = core::formatted(
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

/// `rows`, scored by `before` without its calibration, as `head` scores them.
Result<HeadRows> scored_under(const io::HeadManifest& head, const io::HeadManifest& before, const HeadRows& rows,
                              const Rescore& rescore) {
  io::HeadManifest as_trained = before;
  as_trained.calibration.reset();
  if (rescore) return rescore(head);
  return apply_calibration(head, as_trained, rows);
}

}  // namespace

Result<CalibrationFit> fit_calibration(const io::HeadManifest& head, const HeadRows& rows,
                                       const CalibrationOptions& options, const Rescore& rescore) {
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
  const auto fit_half = std::span(order).first(halved ? order.size() / 2 : order.size());
  const HeadRows fit_rows = take(rows, fit_half);
  const auto told = told_labels(fit_rows);

  CalibrationFit fit;
  fit.head = head;
  fit.head.calibration = io::HeadCalibration{};
  fit.head.calibration->data = options.data;
  fit.head.calibration->rows = static_cast<std::int64_t>(fit_half.size());
  fit.fit_rows = fit_half.size();
  fit.rule = options.thresholds;
  fit_method(fit.head, fit_rows, told, options.method);
  EMO_ASSIGN(fit.scored, scored_under(fit.head, head, rows, rescore));
  if (!is_softmax(head)) {
    fit.head.thresholds = fit_head_thresholds(fit.head, head, take(fit.scored, fit_half), told, options.thresholds,
                                              options.threshold_value);
    for (std::size_t k = 0; k < told.size(); ++k) {
      if (told[k] == 0) fit.untold_labels.push_back(head.labels[k]);
    }
  }
  if (!halved) return fit;

  const HeadRows held_out = take(fit.scored, std::span(order).subspan(fit_half.size()));
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

Result<CalibrationReport> calibrate_head(const io::HeadManifest& head, const RowsToCalibrate& data,
                                         const RowsToCalibrate* test, const CalibrationOptions& options) {
  CalibrationReport report;
  EMO_ASSIGN(report.fit, fit_calibration(head, data.rows, options, data.rescore));
  const auto measure = [&](const io::HeadManifest& under, const RowsToCalibrate& on) -> Result<CalibrationFigures> {
    if (!under.calibration) return calibration_figures(under, on.rows);
    EMO_ASSIGN(const HeadRows scored, scored_under(under, head, on.rows, on.rescore));
    return calibration_figures(under, scored);
  };
  report.data = options.data;
  EMO_ASSIGN(report.data_before, measure(head, data));
  EMO_ASSIGN(report.data_after, calibration_figures(report.fit.head, report.fit.scored));
  if (test != nullptr) {
    EMO_ASSIGN(report.test_before, measure(head, *test));
    EMO_ASSIGN(report.test_after, measure(report.fit.head, *test));
  }
  return report;
}

}  // namespace emo::eval
