// The two halves of `emo calibrate`, and what they share.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli.hpp"
#include "eval/calibration.hpp"
#include "eval/evaluation.hpp"
#include "eval/label_mapping.hpp"
#include "io/manifest.hpp"

namespace emo::cli {

/// What both kinds of model take.
struct CalibrateCommand {
  std::string data, test, out, map, head, thresholds = "f1";
  bool force = false;
  eval::CalibrationOptions options;
  eval::LabelMap label_map;  ///< what `map` holds
};

/// Labelled data as the model answers them, and the way to ask again with another head in place of its own.
struct ScoredData {
  eval::Evaluation evaluation;
  std::vector<io::HeadManifest> heads;  ///< of the model, without their calibrations
  std::function<Result<eval::Evaluation>(const io::HeadManifest& head)> again;
};

/// What the command line says, checked and read before anything is scored.
Result<void> settle_calibration(CalibrateCommand& command);

/// A part of labelled data; "" or another word is the whole, which holds every part.
struct DataPart {
  std::string path, part;
};

/// Whether `measured` shares nothing with `fitted` as far as their names say. Errors: kUsage, with `advice`.
Result<void> check_apart(const DataPart& fitted, const DataPart& measured, const std::string& advice);

/// Fits to `data`, measures on `test` where there is one, and stores where --out says.
Result<eval::CalibrationReport> fit_and_store(CalibrateCommand& command, const std::string& model,
                                              const ScoredData& data, const ScoredData* test);

/// Prints the report, or why there is none. Returns the exit status.
int print_calibration(const Result<eval::CalibrationReport>& report, const CalibrateCommand& command,
                      const Context& context);

/// Adds the options of CalibrateCommand but --data and --test, which each half describes.
void add_calibration_options(CLI::App& sub, CalibrateCommand& command);

/// Adds `text` and `face` to the group `calibrate`.
void add_calibrate_text(CLI::App& group, Context& context);
void add_calibrate_face(CLI::App& group, Context& context);

}  // namespace emo::cli
