// `emo eval face`: labelled faces through a model. Output and gates are in eval_output.cpp, options on the data in
// face_data.cpp; pictures without labels are `emo batch face`'s.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli.hpp"
#include "core/without_folders.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/face_evaluation.hpp"
#include "eval_output.hpp"
#include "face_data.hpp"
#include "face_options.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"

namespace emo::cli {
namespace {

struct EvalFaceCommand {
  std::string data, map, split;
  FaceDataChoice choice;
  eval::FaceEvaluationOptions options;
  FaceOptions faces;
  EvalOutput output;
};

Result<dataset::FaceData> read_data(EvalFaceCommand& command, const Context& context) {
  if (!command.map.empty()) {
    EMO_ASSIGN(command.options.label_map, eval::read_label_map(command.map));
  }
  command.choice.reading.keep_extra = !command.options.slice_columns.empty();
  auto data =
      load_faces(command.choice, command.data, command.split, {dataset::Split::kTest, dataset::Split::kDev}, context);
  if (command.options.split.empty()) {
    command.options.split = command.split.empty() ? core::last_part(command.data) : command.split;
  }
  return data;
}

Result<eval::Evaluation> evaluate(EvalFaceCommand& command, const dataset::FaceData& data, const Context& context) {
  command.faces.no_detect = !command.options.detect;
  command.options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.faces));
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  command.options.progress = [&bar](std::size_t done, std::size_t total) { bar.update(done, total, "faces"); };
  auto evaluation = eval::evaluate_faces(*recognizer, data, command.options);
  bar.finish();
  if (!evaluation) return evaluation.error().at(command.data);
  return evaluation;
}

int run_eval(EvalFaceCommand& command, const Context& context) {
  const auto ready = check_eval_output(command.output, {command.data, command.map}, context, true);
  if (!ready) return fail(ready.error());
  const auto data = read_data(command, context);
  if (!data) return fail(data.error());
  const auto evaluation = evaluate(command, *data, context);
  if (!evaluation) return fail(evaluation.error());
  tell_problems_of(*evaluation, command.options.label_map, command.data, context);
  const auto rows = command.output.against.empty() ? std::vector<io::Row>() : eval::face_rows(*data);
  JudgedHow how{{command.data, rows, &*data, !data->rejected.empty()}, false, {}, {}, {}};
  static_cast<eval::MappingOptions&>(how.options) = command.options;
  how.judge_bundle = [&](const std::string& bundle) {
    Context other = context;
    other.global.model = bundle;
    return evaluate(command, *data, other);
  };
  return finish_eval(*evaluation, command.output, context, how);
}

}  // namespace

void add_eval_face_command(CLI::App& eval, Context& context) {
  auto* sub = eval.add_subcommand("face", "Metrics of a face model on labelled faces");
  auto command = std::make_shared<EvalFaceCommand>();
  sub->add_option("--data", command->data,
                  "FER2013 csv, packed FER2013 folder, folder per class, list of `path label`, csv or jsonl")
      ->required()
      ->type_name("D");
  sub->add_option(
         "--split", command->split,
         "Use this part: train, val, test, Training, PublicTest, PrivateTest; all (default: test, else val, where the "
         "data have parts)")
      ->check(check_name)
      ->type_name("NAME");
  add_face_data_options(*sub, command->choice);
  sub->add_option("--label-column", command->choice.reading.label_column, "Column or member with the label")
      ->check(check_name)
      ->capture_default_str();
  add_mapping_options(*sub, command->map, command->options);
  sub->add_flag("--detect", command->options.detect, "Find the largest face of each picture first");
  add_bootstrap_options(*sub, command->options);
  add_slice_option(*sub, command->options.slice_columns,
                   "Column of the data whose values are also judged apart (may be repeated; built in: agreeing votes, "
                   "copy in training, split, where the data knows them)");
  add_eval_output_options(*sub, command->output);
  add_face_options(*sub, command->faces, PreCropped::kWithoutDetect);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->footer(
      "Examples:\n  emo eval face --data fer2013.csv --split PrivateTest --out eval/\n"
      "  emo eval face --data fer2013plus/ --split PrivateTest --labels votes-majority --format json\n"
      "  emo eval face --data fer2013plus/ --split PublicTest --slice fer --slice usage\n"
      "  emo eval face --data RAF-DB/EmoLabel/list_patition_label.txt --split test --detect\n"
      "  emo eval face --data my_faces/ --model runs/1/bundle --min-accuracy 0.8");
  sub->callback([command, &context] { context.action = [command, &context] { return run_eval(*command, context); }; });
}

}  // namespace emo::cli
