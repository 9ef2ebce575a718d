// A whole training run, from configuration to bundle. The door for programs: no libtorch in sight.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "io/rows.hpp"
#include "train/observer.hpp"
#include "train/text_config.hpp"
#include "train/training_state.hpp"

namespace emo::train {

struct TextRunOptions {
  std::string folder;  ///< run folder to write
  bool resume = false;
  std::string command, git_commit;  ///< for the bundle's provenance
  io::GoldenMaker make_golden;
  std::string recipe = {};  ///< what the run is asked for (a config), kept for who asks for it again; may be ""
};

struct TextRunResult {
  bool interrupted = false;   ///< stopped by the observer: nothing was exported, the run can be resumed
  std::string bundle;         ///< folder of the exported bundle
  std::string command;        ///< all that the run was asked for, resumptions included
  EpochFigures best;          ///< figures of the best epoch, or of the start where no epoch was better
  int threads = 1;            ///< that the run used
  std::string head;           ///< the first one
  std::vector<io::Row> dev;   ///< the rows that it is judged on, with the labels of it that they count as
  std::vector<io::Row> test;  ///< those held out by config.test_fraction; none without it
};

/// Reads the data, trains, exports. Nothing is written before data and start are known to be usable. Sets libtorch's
/// number of threads for the process (0: all cores). Errors: those of load_text_dataset, text_start_from,
/// RunFolder::create, TextTrainer, export_text_bundle.
Result<TextRunResult> run_text_training(TextTrainConfig config, const TextRunOptions& options,
                                        TrainingObserver& observer);

}  // namespace emo::train
