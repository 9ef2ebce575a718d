// A whole face training run, from configuration to bundle. The door for programs: no libtorch in sight.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "train/face_config.hpp"
#include "train/face_prediction.hpp"
#include "train/observer.hpp"
#include "train/training_state.hpp"

namespace emo::train {

struct FaceRunOptions {
  std::string folder;  ///< run folder to write
  bool resume = false;
  std::string command, git_commit;  ///< for the bundle's provenance
  io::GoldenMaker make_golden;
  std::string recipe = {};  ///< what the run is asked for (a config), kept for who asks for it again; may be ""
};

struct FaceRunResult {
  bool interrupted = false;         ///< stopped by the observer: nothing was exported, the run can be resumed
  std::string bundle;               ///< folder of the exported bundle
  std::string model;                ///< its name and version
  std::string command;              ///< all that the run was asked for, resumptions included
  EpochFigures best;                ///< figures of the best epoch, or of the start where no epoch was better
  std::string head;                 ///< the first one, which `judged` is about
  std::vector<std::string> labels;  ///< its classes
  JudgedFaces judged;
};

/// Reads the data, trains, exports. Nothing is written before data and start, and teachers of random views, are known
/// to be usable. Sets libtorch's number of threads for the process (0: all cores). Errors: those of load_face_dataset,
/// the start bundle, RunFolder::create, TrainingLoop and the export.
Result<FaceRunResult> run_face_training(FaceTrainConfig config, const FaceRunOptions& options,
                                        TrainingObserver& observer);

}  // namespace emo::train
