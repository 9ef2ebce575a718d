// `emo eval --predictions FILE`: judges what somebody's model wrote. No model is run here.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/predictions_evaluation.hpp"
#include "eval_output.hpp"
#include "row_options.hpp"

namespace emo::cli {
namespace {

struct EvalPredictionsCommand {
  std::string predictions, data, map, decision = "auto";
  eval::PredictionFileOptions file;
  eval::PredictionsOptions options;
  io::RowOptions rows;
  EvalOutput output;
};

Result<eval::Evaluation> evaluate(EvalPredictionsCommand& command) {
  if (!command.map.empty()) {
    EMO_ASSIGN(command.options.label_map, eval::read_label_map(command.map));
  }
  if (command.decision == "single") command.options.decision = eval::Decision::kSingleChoice;
  if (command.decision == "multi") command.options.decision = eval::Decision::kMultiLabel;
  command.file.label_separator = command.rows.label_separator;
  EMO_ASSIGN(const eval::PredictionFile file, eval::read_predictions(command.predictions, command.file));
  const std::string& named_after = command.data.empty() ? command.predictions : command.data;
  if (command.options.split.empty()) command.options.split = std::filesystem::path(named_after).filename().string();
  if (command.data.empty()) return eval::evaluate_predictions(file, std::nullopt, command.options);
  command.rows.require_labels = true;
  EMO_ASSIGN(const auto rows, io::read_rows(command.data, command.rows));
  return eval::evaluate_predictions(file, eval::LabelledData{command.data, rows}, command.options);
}

int run_eval(EvalPredictionsCommand& command, const Context& context) {
  const auto evaluation = evaluate(command);
  if (!evaluation) return fail(evaluation.error());
  return finish_eval(*evaluation, command.output, context);
}

}  // namespace

void add_eval_predictions(CLI::App& eval, Context& context) {
  auto command = std::make_shared<EvalPredictionsCommand>();
  eval.add_option("--predictions", command->predictions,
                  "Judge this file instead of running a model: jsonl or csv with scores or 'predicted', and 'gold' or "
                  "--data")
      ->type_name("FILE");
  eval.add_option("--data", command->data, "Labelled file whose rows were predicted, joined by row or id")
      ->type_name("D");
  eval.add_option("--labels", command->file.labels, "Names of the scores, where they are a bare list or csv columns")
      ->delimiter(',')
      ->type_name("a,b,c");
  eval.add_option("--decision", command->decision,
                  "single: one label a row, scores sum to 1; multi: every label over its threshold (default: auto)")
      ->check(CLI::IsMember({"auto", "single", "multi"}))
      ->type_name("NAME");
  eval.add_option("--threshold", command->options.threshold, "Of a multi-label decision, where 'predicted' is missing")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  eval.add_option("--map", command->map, "JSON object: label of the data -> label of the scores, null = drop")
      ->type_name("FILE");
  eval.add_option("--classes", command->options.classes, "Forced choice among these classes")
      ->delimiter(',')
      ->type_name("a,b,c");
  add_slice_option(eval, command->options.slice_columns);
  add_scoring_options(eval, command->options);
  add_eval_output_options(eval, command->output);
  add_row_options(eval, command->rows);
  add_label_options(eval, command->rows);
  add_global_options(eval, context.global);
  eval.footer(
      "Examples:\n  emo eval text --data test.jsonl --out eval/\n"
      "  emo eval --predictions theirs.jsonl --data test.jsonl --out theirs/\n"
      "  emo eval --predictions eval/predictions.jsonl --min-macro-f1 0.6 --max-ece 0.05\n"
      "'emo eval text --help' tells more about each.");
  const CLI::App* group = &eval;
  eval.callback([command, group, &context] {
    if (!group->get_subcommands().empty()) return;
    if (command->predictions.empty()) {
      throw CLI::RequiredError("A subcommand (such as 'text'), or --predictions FILE,");
    }
    context.action = [command, &context] { return run_eval(*command, context); };
  });
}

}  // namespace emo::cli
