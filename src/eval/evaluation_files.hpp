// Files around an evaluation: the --map file in, metrics.json and predictions.jsonl out.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"

namespace emo::eval {

/// Reads a --map file: one JSON object, data label -> model label or null. Errors: kInvalidData, kNotFound, kIo.
Result<LabelMap> read_label_map(const std::string& path);

/// The metrics as indented JSON (CONTRACT "Evaluation output"); without the predictions.
std::string metrics_json(const Evaluation& evaluation);

/// Writes DIR/metrics.json and DIR/predictions.jsonl, each in one step (io::write_file_atomic); makes DIR.
/// A line of predictions.jsonl: {"id","row",input_name,"gold":[…],"predicted":[…],"scores":{label:p}} or with "error".
Result<void> write_evaluation(const Evaluation& evaluation, const std::string& directory);

}  // namespace emo::eval
