// Files around an evaluation: the --map file in, metrics.json and predictions.jsonl out.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"

namespace emo::eval {

struct Comparison;

/// Reads a --map file: one JSON object, data label -> model label or null. Errors: kInvalidData, kNotFound, kIo.
Result<LabelMap> read_label_map(const std::string& path);

/// The metrics as indented JSON (CONTRACT "Evaluation output"); without the predictions. With a comparison: also
/// "against" (comparison_files.hpp).
std::string metrics_json(const Evaluation& evaluation, const Comparison* against = nullptr, int indent = 2);

/// What figures are drawn from: {"reliability":[{"low","high","count","confidence","accuracy"}],
/// "pr":{label:[[recall,precision,threshold]…]}, "roc":{label:[[fpr,tpr,threshold]…]},
/// "thresholds":{label:[[t,precision,recall,f1]…]}, "coverage_risk":[[coverage,risk]…]}, at most about kCurvePoints
/// points a curve, empty where undefined.
std::string curves_json(const Evaluation& evaluation);

/// What write_evaluation() writes or removes in its folder.
inline constexpr std::array<std::string_view, 5> kEvaluationFiles{"metrics.json", "curves.json", "predictions.jsonl",
                                                                  "mistakes.jsonl", "flips.jsonl"};

/// Writes DIR/metrics.json, DIR/curves.json and DIR/predictions.jsonl, each in one step (io::write_file_atomic); makes
/// DIR. A line of predictions.jsonl: {"id","row",input_name,"gold":[…],"predicted":[…],"scores":{label:p}} or with
/// "error".
/// Where the worst mistakes have details also DIR/mistakes.jsonl, worst first:
/// {"row","id","label","score","words":[{"start","end","weight"}…]} or with "picture" (a data URI) instead of the
/// words. With a comparison also DIR/flips.jsonl. A mistakes.jsonl or flips.jsonl of an evaluation before this one does
/// not stay.
Result<void> write_evaluation(const Evaluation& evaluation, const std::string& directory,
                              const Comparison* against = nullptr);

}  // namespace emo::eval
