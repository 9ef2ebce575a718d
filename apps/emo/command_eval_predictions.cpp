// `emo eval --predictions FILE`: judges what somebody's model wrote. No model is run here; joining with the gold labels
// and figures are eval's, output and gates eval_output.cpp's.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli.hpp"
#include "console/number_range.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "core/without_folders.hpp"
#include "doctor/subject.hpp"
#include "eval/comparable_predictions.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/evaluation_notes.hpp"
#include "eval/predicted_part.hpp"
#include "eval/predictions_evaluation.hpp"
#include "eval_output.hpp"
#include "face_data.hpp"
#include "problem_list.hpp"
#include "row_options.hpp"
#include "split_file.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

struct EvalPredictionsCommand {
  std::string predictions, data, map, decision = "auto";
  FaceDataChoice faces;
  eval::PredictionFileOptions file;
  eval::PredictionsOptions options;
  io::RowOptions rows;
  bool label_column_given = false;  ///< texts and faces have different defaults
  EvalOutput output;
};

/// What was predicted: the data, or without --data the rows of the predictions themselves.
struct PredictedData {
  std::optional<dataset::FaceData> faces;
  io::ReadableRows read;       ///< without those that were damaged, and of faces those that are judged
  bool several_parts = false;  ///< of the data, of which the predictions may be of one
};

/// Tells that of `all` faces or rows (`what`) those of `part` are judged.
void tell_part(const std::string& part, std::size_t kept, std::size_t all, const char* what, const Context& context) {
  if (kept == all || context.global.quiet) return;
  std::fprintf(stderr, "emo: the predictions are of the %s of '%s', %s of %s\n", what, part.c_str(),
               core::grouped(kept).c_str(), core::grouped(all).c_str());
}

/// --split, which names the rows of a text file for the record, also chooses the part of a set of faces: `split`.
Result<PredictedData> read_faces(EvalPredictionsCommand& command, const eval::PredictionFile& file,
                                 const std::string& split, const Context& context) {
  command.faces.reading.keep_extra = !command.options.slice_columns.empty();
  if (command.label_column_given) command.faces.reading.label_column = command.rows.label_column;
  std::string part = dataset::split_of(split) ? split : "";
  PredictedData data;
  EMO_ASSIGN(data.faces, load_faces(command.faces, command.data, part, {}, context));
  eval::PartIndex index;
  for (const dataset::FaceItem& face : data.faces->items) index.add(face.row, face.id, face.split, face.file);
  const auto named = split.empty() ? index.named_by(file) : dataset::Split::kNone;
  data.several_parts = index.several() && named == dataset::Split::kNone;
  if (named != dataset::Split::kNone) {
    const std::size_t all = data.faces->items.size();
    command.options.split = dataset::name_of(named);
    dataset::keep_split(*data.faces, named);
    tell_part(command.options.split, data.faces->items.size(), all, "faces", context);
  }
  data.read.rows = eval::face_rows(*data.faces);
  return data;
}

/// A table whose rows say their part is judged on the one that --split (`split`) or else the predictions name;
/// `by_files`: it is itself a part of a folder.
Result<PredictedData> read_rows(EvalPredictionsCommand& command, const eval::PredictionFile& file,
                                const std::string& split, bool by_files, const Context& context) {
  command.rows.require_labels = true;
  PredictedData data;
  EMO_ASSIGN(auto all, read_rows_with_parts(command.data, command.rows));
  if (by_files) all.parts.reset();
  tell_rejected(all.read.rejected, context);
  auto part = dataset::split_of(split).value_or(dataset::Split::kNone);
  if (all.parts) {
    eval::PartIndex index;
    for (std::size_t i = 0; i < all.read.rows.size(); ++i) {
      index.add(all.read.rows[i].number, all.read.rows[i].id, all.parts->splits[i]);
    }
    if (split.empty()) part = index.named_by(file);
    data.several_parts = index.several() && part == dataset::Split::kNone;
  }
  if (!all.parts || part == dataset::Split::kNone) {
    data.read = std::move(all.read);
    return data;
  }
  const std::size_t n = all.read.rows.size();
  data.read = rows_of_part(std::move(all), part);
  if (data.read.rows.empty()) {
    return Error{ErrorCode::kInvalidData, command.data + ": no row is in split " + core::quoted(split)};
  }
  command.options.split = dataset::name_of(part);
  if (split.empty()) tell_part(command.options.split, data.read.rows.size(), n, "rows", context);
  return data;
}

Result<eval::PredictionFile> read_file(EvalPredictionsCommand& command) {
  if (!command.map.empty()) {
    EMO_ASSIGN(command.options.label_map, eval::read_label_map(command.map));
  }
  if (command.decision == "single") command.options.decision = eval::Decision::kSingleChoice;
  if (command.decision == "multi") command.options.decision = eval::Decision::kMultiLabel;
  command.file.label_separator = command.rows.label_separator;
  return eval::read_predictions(command.predictions, command.file);
}

Result<PredictedData> read_data(EvalPredictionsCommand& command, const eval::PredictionFile& file,
                                const Context& context) {
  const std::string& named_after = command.data.empty() ? command.predictions : command.data;
  const std::string split = command.options.split;
  if (split.empty()) command.options.split = core::last_part(named_after);
  if (command.data.empty()) {
    PredictedData own;
    if (!command.output.against.empty()) own.read.rows = eval::rows_of(file);
    return own;
  }
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(command.data, ignored);
  bool faces = file.input_name == "image";
  if (file.input_name == "input") {  // they do not say what they are of; what is read twice must be a file
    faces = folder;
    if (std::filesystem::is_regular_file(command.data, ignored)) {
      const auto subject = doctor::subject_of(command.data, command.rows);
      faces = subject && *subject == doctor::Subject::kFaces;
    }
  }
  if (faces) return read_faces(command, file, split, context);
  if (folder) {
    command.options.split = split;
    EMO_ASSIGN(command.data, file_of_split(command.data, command.options.split, context));
  }
  return read_rows(command, file, split, folder, context);
}

/// As predictions are joined with it, those of --against too.
eval::LabelledData labelled_data(const std::string& name, const PredictedData& data) {
  const dataset::FaceData* faces = data.faces ? &*data.faces : nullptr;
  const bool damaged = !data.read.rejected.empty() || (faces != nullptr && !faces->rejected.empty());
  return {name, data.read.rows, faces, damaged};
}

Result<eval::Evaluation> evaluate(const EvalPredictionsCommand& command, const eval::PredictionFile& file,
                                  const PredictedData& data) {
  if (command.data.empty()) return eval::evaluate_predictions(file, std::nullopt, command.options);
  const dataset::FaceData* faces = data.faces ? &*data.faces : nullptr;
  auto evaluation = eval::evaluate_predictions(file, labelled_data(command.data, data), command.options);
  if (evaluation && faces == nullptr) eval::note_rejected(data.read.rejected, data.read.of_a_part, *evaluation);
  if (evaluation || !data.several_parts) return evaluation;
  Error error = evaluation.error();
  error.message += std::string("; these ") + (faces != nullptr ? "faces" : "rows") +
                   " have several splits: --split NAME chooses one";
  return error;
}

/// An option of `emo eval` itself does nothing for `emo eval text`: a gate there would pass whatever the figures are.
/// Those that every command has count in both places.
void refuse_options_before(const CLI::App& eval, const CLI::App& command) {
  const std::string behind = " '" + command.get_name() + "'";
  const std::string before = " must stand behind" + behind + ": before it, it would change nothing";
  const std::string other = " is of answers that exist already: it does not go with" + behind;
  for (const CLI::Option* option : eval.get_options()) {
    if (option->count() == 0 || option->get_group() == "Global options") continue;
    const std::string name = option->get_name();
    const bool taken = command.get_option_no_throw(name) != nullptr;
    throw CLI::ArgumentMismatch(name + (taken ? before : other));
  }
}

int run_eval(EvalPredictionsCommand& command, const Context& context) {
  const auto ready =
      check_eval_output(command.output, {command.predictions, command.data, command.map}, context, false);
  if (!ready) return fail(ready.error());
  const auto file = read_file(command);
  if (!file) return fail(file.error());
  if (!context.global.model.empty()) {
    return fail({ErrorCode::kUsage, "--model " + core::quoted(context.global.model) +
                                        " would not be asked: --predictions judges answers that exist already"});
  }
  const auto data = read_data(command, *file, context);
  if (!data) return fail(data.error());
  const auto evaluation = evaluate(command, *file, *data);
  if (!evaluation) return fail(evaluation.error());
  tell_problems_of(*evaluation, command.options.label_map, command.data, context);
  if (evaluation->n_left_out > 0 && !context.global.quiet) {
    std::fprintf(stderr, "emo: %s predictions of faces that are left out are not judged\n",
                 core::grouped(evaluation->n_left_out).c_str());
  }
  const bool own_rows = command.data.empty();
  const std::string& name = own_rows ? command.predictions : command.data;
  return finish_eval(*evaluation, command.output, context,
                     {labelled_data(name, *data), own_rows, command.options, command.file, {}});
}

}  // namespace

void add_eval_predictions(CLI::App& eval, Context& context) {
  auto command = std::make_shared<EvalPredictionsCommand>();
  eval.add_option("--predictions", command->predictions,
                  "Judge this file instead of running a model: jsonl or csv with scores or 'predicted', and 'gold' or "
                  "--data")
      ->check(check_name)
      ->type_name("FILE");
  eval.add_option("--data", command->data,
                  "Labelled file, or set of faces, whose rows were predicted, joined by row, id or picture")
      ->check(check_name)
      ->type_name("D");
  eval.add_option("--labels", command->file.labels, "Names of the scores, where they are a bare list or csv columns")
      ->delimiter(',')
      ->type_name("a,b,c");
  eval.add_option("--decision", command->decision,
                  "single: one label a row, scores sum to 1; multi: every label over its threshold (default: auto)")
      ->check(CLI::IsMember({"auto", "single", "multi"}))
      ->type_name("NAME");
  eval.add_option(
          "--threshold", command->options.threshold,
          "Of a multi-label decision: by the scores, whatever 'predicted' or 'label' says (default: these, else "
          "0.5)")
      ->check(console::number_from(0.0, 1.0));
  eval.add_option("--map", command->map, "JSON object: label of the data -> label of the scores, null = drop")
      ->check(check_name)
      ->type_name("FILE");
  eval.add_option("--classes", command->options.classes, "Forced choice among these classes")
      ->delimiter(',')
      ->type_name("a,b,c");
  add_face_data_options(eval, command->faces, "--face-labels");
  add_slice_option(eval, command->options.slice_columns);
  add_scoring_options(eval, command->options);
  eval.get_option("--split")->description(
      "Of a folder of texts the file, of a table that says each row's part or of a set of faces the part that was "
      "predicted (default: what the predictions name); else the split's name, for the record");
  add_eval_output_options(eval, command->output);
  add_row_options(eval, command->rows);
  add_label_options(eval, command->rows);
  eval.get_option("--label-column")->each([command](const std::string&) { command->label_column_given = true; });
  add_global_options(eval, context.global);
  say_without_effect(eval, {"--top-k", "--threads"});
  eval.footer(
      "Examples:\n  emo eval text --data test.jsonl --out eval/\n"
      "  emo eval --predictions theirs.jsonl --data test.jsonl --out theirs/\n"
      "  emo eval --predictions faces.jsonl --data fer2013plus/ --split PublicTest --face-labels votes-majority\n"
      "  emo eval --predictions eval/predictions.jsonl --min-macro-f1 0.6 --max-ece 0.05\n"
      "'emo eval text --help' and 'emo eval face --help' list the options of each.");
  const CLI::App* group = &eval;
  eval.callback([command, group, &context] {
    if (const auto chosen = group->get_subcommands(); !chosen.empty()) return refuse_options_before(*group, *chosen[0]);
    if (command->predictions.empty()) {
      throw CLI::RequiredError("A subcommand (such as 'text'), or --predictions FILE,");
    }
    context.action = [command, &context] { return run_eval(*command, context); };
  });
}

}  // namespace emo::cli
