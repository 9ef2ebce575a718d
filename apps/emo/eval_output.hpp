// What every `emo eval …` does with an Evaluation: files, a table or JSON, a comparison, and gates.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli.hpp"
#include "eval/evaluation.hpp"
#include "eval/gates.hpp"
#include "eval/prediction_file.hpp"
#include "eval/predictions_evaluation.hpp"

namespace emo::cli {

/// Options of the output, shared by `eval text`, `eval face` and `eval --predictions`.
struct EvalOutput {
  std::string out;      ///< --out
  std::string against;  ///< --against
  eval::Gates gates;
};

/// Adds --out, --against and the gates.
void add_eval_output_options(CLI::App& command, EvalOutput& output);

/// Adds --map, whose file goes to `map`, --classes and --head: which labels of the data are which of the model.
void add_mapping_options(CLI::App& command, std::string& map, eval::MappingOptions& options);

/// Adds --bootstrap and --seed.
void add_bootstrap_options(CLI::App& command, eval::ScoringOptions& options);

/// Adds --split, and as add_bootstrap_options().
void add_scoring_options(CLI::App& command, eval::ScoringOptions& options);

/// Adds --slice; `help` tells what is built in (default: for texts).
void add_slice_option(CLI::App& command, std::vector<std::string>& columns, const std::string& help = "");

/// What can be told before anything is judged: whether there is a place for --out, whether nothing that is written
/// there would replace one of `sources` (the files and folders that the command reads; an empty name is none) or what
/// --against names, and whether that is something to compare with, a bundle only where `bundles_too`.
Result<void> check_eval_output(const EvalOutput& output, const std::vector<std::string>& sources,
                               const Context& context, bool bundles_too);

/// Evaluates another bundle on the same data.
using JudgeBundle = std::function<Result<eval::Evaluation>(const std::string& bundle)>;

/// How an evaluation was made, for the other side of --against to be judged alike.
struct JudgedHow {
  eval::LabelledData data;           ///< the rows that were judged
  bool data_is_predictions = false;  ///< they are those of a file of predictions, eval::rows_of()
  eval::PredictionsOptions options;  ///< classes, map, decision, threshold
  eval::PredictionFileOptions file;  ///< how a file of predictions was read
  JudgeBundle judge_bundle;          ///< empty: --against takes no bundle
};

/// Compares with --against if asked to (a file of predictions, a folder with predictions.jsonl, else a bundle), judged
/// as `how` says; writes the files, prints the figures in the format asked for, checks the gates. Returns the exit
/// status: 0, 3 when a gate failed (one line each on standard error), or that of an error. A comparison takes as many
/// resamples as the evaluation did.
int finish_eval(const eval::Evaluation& evaluation, const EvalOutput& output, const Context& context,
                const JudgedHow& how);

/// The commands, each in its own command_eval_*.cpp.
void add_eval_face_command(CLI::App& eval, Context& context);
void add_eval_predictions(CLI::App& eval, Context& context);  ///< `emo eval --predictions`: options of `eval` itself
void add_eval_text_command(CLI::App& eval, Context& context);

}  // namespace emo::cli
