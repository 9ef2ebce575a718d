// `emo eval text`: a labelled file of texts through a model. Output and gates are in eval_output.cpp; rows without
// labels are `emo batch text`'s, answers that exist already command_eval_predictions.cpp's.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli.hpp"
#include "eval/evaluation_notes.hpp"
#include "eval/mistakes.hpp"
#include "eval/text_evaluation.hpp"
#include "eval_output.hpp"
#include "model_choice.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"
#include "row_options.hpp"
#include "split_file.hpp"

namespace emo::cli {
namespace {

struct EvalTextCommand {
  std::string data, map;
  eval::EvaluationOptions options;
  io::RowOptions rows;
  EvalOutput output;
};

Result<io::ReadableRows> read_data(EvalTextCommand& command, const Context& context) {
  const std::string named = command.data;
  EMO_ASSIGN(command.data, file_of_split(named, command.options.split, context));
  const bool by_files = command.data != named;  // of a folder, where their names say the parts
  if (!command.map.empty()) {
    EMO_ASSIGN(command.options.label_map, eval::read_label_map(command.map));
  }
  command.rows.require_labels = true;
  command.rows.keep_extra = !command.options.slice_columns.empty();
  EMO_ASSIGN(auto read, by_files ? io::read_readable_rows(command.data, command.rows)
                                 : read_rows_of_split(command.data, command.rows, command.options.split,
                                                      {dataset::Split::kTest, dataset::Split::kDev}, context));
  if (command.options.split.empty()) command.options.split = std::filesystem::path(command.data).filename().string();
  tell_rejected(read.rejected, context);
  return read;
}

/// Runs the bundle of that name; an empty name is the one of --model.
Result<eval::Evaluation> evaluate(EvalTextCommand& command, const io::ReadableRows& data, const std::string& bundle,
                                  const Context& context) {
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto folder, choose_model(context, bundle));
  EMO_ASSIGN(const auto recognizer, pipeline::TextRecognizer::open(folder, options));
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  command.options.progress = [&bar](std::size_t done, std::size_t total) { bar.update(done, total); };
  auto evaluation = eval::evaluate_text(*recognizer, data.rows, command.options);
  bar.finish();
  if (!evaluation) return evaluation.error().at(command.data);
  eval::note_rejected(data.rejected, data.of_a_part, *evaluation);
  // Only a report shows them, and only of the model that is judged.
  if (bundle.empty() && !command.output.out.empty()) eval::add_mistake_words(*recognizer, *evaluation);
  return evaluation;
}

int run_eval(EvalTextCommand& command, const Context& context) {
  const auto ready = check_eval_output(command.output, {command.data, command.map}, context, true);
  if (!ready) return fail(ready.error());
  const auto data = read_data(command, context);
  if (!data) return fail(data.error());
  const auto evaluation = evaluate(command, *data, "", context);
  if (!evaluation) return fail(evaluation.error());
  tell_problems_of(*evaluation, command.options.label_map, command.data, context);
  JudgedHow how{{command.data, data->rows, nullptr, !data->rejected.empty()}, false, {}, {}, {}};
  static_cast<eval::MappingOptions&>(how.options) = command.options;
  how.judge_bundle = [&](const std::string& bundle) { return evaluate(command, *data, bundle, context); };
  return finish_eval(*evaluation, command.output, context, how);
}

}  // namespace

void add_eval_text_command(CLI::App& eval, Context& context) {
  auto* sub = eval.add_subcommand(
      "text", "Metrics of a text model on a labelled csv, tsv, jsonl or TEXT;LABEL file, or a folder of them");
  auto command = std::make_shared<EvalTextCommand>();
  sub->add_option("--data", command->data, "Labelled file, or a folder with test.*, dev.* or train.* (see --split)")
      ->required()
      ->type_name("D");
  add_mapping_options(*sub, command->map, command->options);
  add_slice_option(*sub, command->options.slice_columns);
  add_scoring_options(*sub, command->options);
  sub->get_option("--split")->description(
      "Of a folder: the file to judge on (train, dev, val, test; default: test, else dev). "
      "Of a file: the same, where a column says which part each row is in; else its name, for the record");
  add_eval_output_options(*sub, command->output);
  add_row_options(*sub, command->rows);
  add_label_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->footer(
      "Examples:\n  emo eval text --data test.jsonl --out eval/\n"
      "  emo eval text --data tweets.csv --label-column emotion --classes anger,joy,sadness --format json\n"
      "  emo eval text --data carer/ --split dev\n"
      "  emo eval text --model runs/1/bundle --data dev.jsonl --min-macro-f1 0.5 --min-recall fear=0.4 --quiet\n"
      "  emo eval text --model runs/2/bundle --against runs/1/bundle --data dev.jsonl --out compared/");
  sub->callback([command, &context] { context.action = [command, &context] { return run_eval(*command, context); }; });
}

}  // namespace emo::cli
