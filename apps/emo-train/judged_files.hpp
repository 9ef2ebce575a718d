// What an exported model says about the rows that it is judged on, as files of the run folder.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "train/face_run.hpp"
#include "train/text_run.hpp"

namespace emo::app {

/// Writes FOLDER/predictions_dev.jsonl and FOLDER/dev_metrics.json, and of rows held out for a test the evaluation
/// FOLDER/test; all in the format of `emo eval`. Nothing where the first head has no development rows. Errors: kIo.
Result<void> write_judged_files(const train::FaceRunResult& result, const std::string& folder);

/// The same of texts, which the bundle is asked about. Errors: also those of opening it.
Result<void> write_judged_files(const train::TextRunResult& result, const std::string& folder);

}  // namespace emo::app
