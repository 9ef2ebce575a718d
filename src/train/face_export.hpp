// From a trained face network to a bundle: fold, quantise, calibrate on the development faces, and record where
// everything came from.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "train/face_prediction.hpp"
#include "train/face_start.hpp"
#include "train/face_task.hpp"

namespace emo::train {

struct FaceExportOptions {
  std::string command, git_commit;    ///< for the provenance
  std::string mixture;                ///< what the weights are, in words of mix_with_start; "" = the trained ones
  std::int64_t learnt = 0, kept = 0;  ///< epochs, as of TrainingState
  int threads = 1;
  io::GoldenMaker make_golden;
};

/// Writes the network as the bundle `directory` (int8 unless config.int8 is false). Every head gets a
/// temperature and a bias (face_calibration.hpp), fitted on the development faces with the exported weights; the
/// manifest states data, licences, seed, command and the scores on development faces, and on those held out for a test.
Result<JudgedFaces> export_face_bundle(const FaceTrainConfig& config, const FaceDataset& data, const FaceStart& start,
                                       ImageModule& module, const std::string& directory,
                                       const FaceExportOptions& options);

}  // namespace emo::train
