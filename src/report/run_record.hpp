// What a run folder tells: settings, epochs, curves, bundle.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/json.hpp"
#include "io/manifest.hpp"
#include "report/overfitting.hpp"
#include "report/record_note.hpp"

namespace emo::report {

/// One line of log.jsonl.
struct EpochRecord {
  std::int64_t epoch = 0;
  std::string stage;  ///< "" if the log does not name stages
  bool best = false;
  std::map<std::string, double> figures;  ///< every finite number of the line
  /// Names of what the line has and says is no finite number (null, as the log writes it). Apart from `figures`, so
  /// that no curve, table or sum meets a NaN.
  std::set<std::string> not_finite = {};
};

/// A figure of an epoch, nullopt if its line does not have it.
std::optional<double> figure_of(const EpochRecord& epoch, const std::string& name);

struct RunRecord {
  std::string folder;
  io::Json args = io::Json::object();     ///< effective config; empty object if missing or damaged
  std::vector<EpochRecord> epochs;        ///< ascending, each once (a later line replaces an earlier one)
  std::vector<EpochPoint> points;         ///< the two curves that are drawn and judged
  std::optional<EpochRecord> start;       ///< epoch 0: what the weights that training began from reach on the
                                          ///< development rows, where the log tells
  std::optional<EpochPoint> start_point;  ///< its place on the curves; drawn, not judged
  std::string loss_name;                  ///< "loss", "loss, mean over 3 heads"
  std::string score_name;                 ///< "accuracy", "macro-F1"; of dev_score (and of train_score if there is one)
  std::string kept_by;                    ///< whose weights are kept: "macro-F1 is highest"; "" if it is not known
  std::vector<std::string> heads;
  std::optional<io::Manifest> manifest;
  bool start_kept = false;  ///< the log marks best epochs and none is: the weights it started from are kept
  bool finished = false;    ///< the folder holds a bundle
  std::optional<std::int64_t> planned_epochs;  ///< never fewer than were done
  double seconds = 0;                          ///< of all epochs logged
  RecordNotes notes;                           ///< without that of a run that has not finished: how_far()
};

/// How far a run without a bundle got, a sentence without its full stop.
std::string how_far(const RunRecord& run);

/// The notes of `run`; where it has not finished that is one, a serious one.
RecordNotes all_notes(const RunRecord& run);

/// What the verdict on overfitting is about: the points, after the start where it is kept, for then it is the best.
std::vector<EpochPoint> judged_points(const RunRecord& run);

/// Whether `folder` looks like a run: args.json, log.jsonl or results.csv is there.
bool is_run_folder(const std::string& folder);

/// Why a folder of runs, what `emo train --seeds` leaves, is not taken: says how to take one. Nothing where no
/// sub-folder has an args.json.
std::optional<Error> several_runs(const std::string& folder);

/// Reads what is there. Damaged lines, gaps in the epochs, an interrupted run are notes. Errors: kNotFound if the
/// folder holds nothing of a run.
Result<RunRecord> read_run(const std::string& folder);

/// The manifest of the bundle in `folder`, damage as a note.
std::optional<io::Manifest> read_manifest(const std::string& folder, RecordNotes& notes);

}  // namespace emo::report
