// From a trained network to a bundle: quantise, calibrate on the development rows with the engine that will serve, and
// record where everything came from.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "train/text_trainer.hpp"

namespace emo::train {

struct TextExportOptions {
  std::string command, git_commit;  ///< for the provenance
  int threads = 1;
  io::GoldenMaker make_golden;
};

/// Writes the trainer's network as the bundle `directory` (int8 unless config.int8 is false): softmax heads get a
/// temperature, sigmoid heads a temperature and thresholds, all fitted on the development rows with the exported
/// weights; the manifest states data, licences, seeds, command and the scores on development rows, and on those held
/// out for a test.
Result<void> export_text_bundle(TextTrainer& trainer, const std::string& directory, const TextExportOptions& options,
                                TrainingObserver& observer);

}  // namespace emo::train
