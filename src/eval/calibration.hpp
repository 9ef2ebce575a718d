// Calibration of one head on development rows: better probabilities, decision thresholds, label sets, abstention.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "eval/head_rows.hpp"
#include "eval/head_thresholds.hpp"
#include "io/manifest.hpp"
#include "metrics/conformal.hpp"
#include "metrics/selective_risk.hpp"

namespace emo::eval {

enum class CalibrationMethod : std::uint8_t { kTemperature, kVector, kIsotonic };

struct CalibrationOptions {
  CalibrationMethod method = CalibrationMethod::kTemperature;
  ThresholdRule thresholds = ThresholdRule::kF1;
  double threshold_value = 0;
  std::optional<double> coverage;  ///< of label sets, inside (0, 1); none = no sets
  bool class_conditional = false;  ///< state the coverage for every label
  std::optional<double> risk;      ///< largest share of wrong answers among those given, inside (0, 1)
  double risk_confidence = 0.9;    ///< with which the risk holds
  std::uint64_t seed = 1;          ///< of the halving
  std::string data;                ///< name of the rows, for the record
};

struct CalibrationFit {
  io::HeadManifest head;                   ///< as given, with the new calibration
  std::size_t fit_rows = 0;                ///< rows behind the method and the thresholds
  std::size_t held_out_rows = 0;           ///< rows behind sets and abstention; 0 when neither was asked for
  HeadRows scored;                         ///< the rows as `head` scores them
  std::vector<std::string> always_in_set;  ///< labels with too few rows for a class-conditional threshold
  /// Labels of a multi-label head that no row behind the method has, or every one: the rows tell nothing of them, so
  /// they keep their probabilities as trained (at a new temperature) and, but by kCost, go to the texts that they went
  /// to.
  std::vector<std::string> untold_labels;
  ThresholdRule rule = ThresholdRule::kF1;  ///< of the thresholds
};

/// The rows once more, scored by the model with this head in place of its own. Needed where an answer is a mean over
/// several runs of the network (windows of a text, views of a face): a calibration works on each of them.
using Rescore = std::function<Result<HeadRows>(const io::HeadManifest& head)>;

/// Fits `head` to the rows. The temperature goes into the head's own temperature and bias; everything else into its
/// `calibration`. Sets and abstention are fitted on a half of the rows that the method did not see (drawn from `seed`),
/// because their promise holds for rows like those the probabilities are honest about. A row with several labels is a
/// uniform target; for a set all of them must be in it; an answer is right when the best label is one of them.
/// `head` may have a calibration, with which thresholds of untold labels agree; `rows` are scored without it. Without
/// `rescore` they are one run of the network each. Errors: kInvalidData (fewer than 20 rows, or 20 in each half),
/// kUsage (values out of range; kPrecision or kCost on a softmax head), kGateFailed (the first threshold tested does
/// not keep the risk: says how far it was from it).
Result<CalibrationFit> fit_calibration(const io::HeadManifest& head, const HeadRows& rows,
                                       const CalibrationOptions& options, const Rescore& rescore = {});

/// How good probabilities and promises are on some rows.
struct CalibrationFigures {
  std::uint64_t rows = 0;
  double nll = 0, ece = 0, brier = 0;  ///< as in Evaluation, by the kind of the head
  double accuracy = 0, macro_f1 = 0;   ///< likewise
  std::optional<metrics::ConformalCheck> sets;
  std::optional<metrics::SelectiveRisk> risk;
};
/// `rows` are probabilities of `head` as it is. Errors: kInvalidData when there is no row.
Result<CalibrationFigures> calibration_figures(const io::HeadManifest& head, const HeadRows& rows);

/// A fit and what it changed. "Before" is the head as it was given, its earlier calibration included.
struct CalibrationReport {
  CalibrationFit fit;
  std::string model, data, test;  ///< names, for the record; `test` empty: no test rows
  CalibrationFigures data_before, data_after;
  std::optional<CalibrationFigures> test_before, test_after;
};

struct RowsToCalibrate {
  HeadRows rows;  ///< scored without a calibration; of a softmax head at least one label a row
  Rescore rescore = {};
};

/// Fits `head` to `data` and measures it there and, if given, on `test`. Errors: as fit_calibration and the rescores.
Result<CalibrationReport> calibrate_head(const io::HeadManifest& head, const RowsToCalibrate& data,
                                         const RowsToCalibrate* test, const CalibrationOptions& options);

/// {"model","head","method","temperature","data","fit_rows","held_out_rows","always_in_set","thresholds"?:{label:T},
/// "untold_labels"?,"coverage"?,"class_conditional"?,"risk"?,"min_confidence"?,"on_data":{"before":F,"after":F},
/// "on_test"?:{…}}, indented, with
/// F = {"rows","nll","ece","brier","accuracy","macro_f1","sets"?:{"rows","covered","coverage","ci95","mean_size",
/// "single","per_label":{label:{"rows","coverage","ci95"}}},"abstention"?:{"answered","coverage","wrong","risk",
/// "ci95"}}. ci95: Clopper-Pearson.
std::string to_json(const CalibrationReport& report, int indent = 2);

}  // namespace emo::eval
