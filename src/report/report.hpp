// A folder of a run or of an evaluation -> report.html, report.md, report.json and figures/. What `emo report` calls.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::report {

struct ReportOptions {
  std::string out;               ///< folder to write to; "" = the folder itself
  std::string run;               ///< run folder that belongs to an evaluation folder; "" = none
  std::string test, validation;  ///< evaluation folders; "" = found by themselves
  std::string model;             ///< bundle folder, for card and data; "" = the run's
  std::string title;
  std::string command;   ///< that makes this report, for the record
  bool examples = true;  ///< show texts and pictures of the data
  bool png = true;       ///< also draw the figures as PNG
  bool light = false;    ///< page and SVG figures only, no predictions read: for a run in progress
};

struct ReportWritten {
  std::string html;  ///< path
  std::size_t figures = 0;
  std::vector<std::string> serious;  ///< notes that figures may suffer from
};

/// `folder` holds a run (args.json, log.jsonl, results.csv), an evaluation (metrics.json, predictions.jsonl), or both.
/// A run's validation figures are taken from dev_metrics.json and predictions_dev.jsonl, and sub-folders with a
/// metrics.json count as evaluations (named test, dev, validation or by themselves). Each file is replaced in one step;
/// files of figures (kFigureNames) that the report.md before shows and this one does not draw are removed.
/// Errors: kNotFound (no such folder, nothing to report on: names what was looked for), kIo.
Result<ReportWritten> write_report(const std::string& folder, const ReportOptions& options = {});

}  // namespace emo::report
