// Judgement of the development faces, as files of the run folder.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "train/face_run.hpp"

namespace emo::app {

/// Writes FOLDER/predictions_dev.jsonl and FOLDER/dev_metrics.json, in the format of `emo eval`. Errors: kIo.
Result<void> write_dev_files(const train::FaceRunResult& result, const std::string& folder);

}  // namespace emo::app
