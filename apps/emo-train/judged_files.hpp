// What an exported model says about the faces that it is judged on, as files of the run folder.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "train/face_run.hpp"

namespace emo::app {

/// Writes FOLDER/predictions_dev.jsonl and FOLDER/dev_metrics.json, and of faces held out for a test the evaluation
/// FOLDER/test; all in the format of `emo eval`. Errors: kIo.
Result<void> write_judged_files(const train::FaceRunResult& result, const std::string& folder);

}  // namespace emo::app
