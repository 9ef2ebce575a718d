// `emo calibrate text|face`: honest probabilities, thresholds, label sets and abstention, stored in a copy of a bundle.
// The fits are eval's and metrics', what is shown of them calibration_printer.cpp's; weights stay as they are: nothing
// is trained.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "calibration_printer.hpp"
#include "cli.hpp"
#include "console/number_range.hpp"
#include "core/quote.hpp"
#include "core/without_folders.hpp"
#include "eval/calibrated_bundle.hpp"
#include "eval/calibration.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/face_evaluation.hpp"
#include "eval/text_evaluation.hpp"
#include "face_data.hpp"
#include "face_options.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "model_choice.hpp"
#include "pipeline/head_roles.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"
#include "record_printer.hpp"
#include "row_options.hpp"
#include "split_file.hpp"

namespace emo::cli {
namespace {

/// What both kinds of model take.
struct CalibrateCommand {
  std::string data, test, out, map, head, thresholds = "f1";
  bool force = false;
  eval::CalibrationOptions options;
  eval::LabelMap label_map;  ///< what `map` holds
};
struct CalibrateText : CalibrateCommand {
  io::RowOptions rows;
};
struct CalibrateFace : CalibrateCommand {
  std::string split, test_split;  ///< `test` is `data` again with another split unless it is given
  FaceDataChoice choice;
  FaceOptions faces;
};

/// "f1", "precision=0.8", "cost=FP:FN".
Result<void> parse_thresholds(const std::string& text, eval::CalibrationOptions& options) {
  if (text == "f1") {
    options.thresholds = eval::ThresholdRule::kF1;
    return {};
  }
  double first = 0, second = 0;
  int end = 0;
  if (std::sscanf(text.c_str(), "precision=%lf%n", &first, &end) == 1 && static_cast<std::size_t>(end) == text.size()) {
    options.thresholds = eval::ThresholdRule::kPrecision;
    options.threshold_value = first;
    return {};
  }
  if (std::sscanf(text.c_str(), "cost=%lf:%lf%n", &first, &second, &end) == 2 &&
      static_cast<std::size_t>(end) == text.size() && first > 0 && second > 0) {
    options.thresholds = eval::ThresholdRule::kCost;
    options.threshold_value = first / (first + second);
    return {};
  }
  return Error{ErrorCode::kUsage,
               "--thresholds is '" + text + "', expected f1, precision=P or cost=FALSE_POSITIVE:MISS"};
}

/// Labelled data as the model answers them, and the way to ask again with another head in place of its own.
struct ScoredData {
  eval::Evaluation evaluation;
  std::vector<io::HeadManifest> heads;  ///< of the model, without their calibrations
  std::function<Result<eval::Evaluation>(const io::HeadManifest& head)> again;
};

Result<eval::Evaluation> evaluate(const CalibrateText& command, const std::string& path, std::span<const io::Row> rows,
                                  const std::string& head, const pipeline::TextRecognizer& recognizer,
                                  const Context& context) {
  eval::EvaluationOptions options;
  options.head = head;
  options.bootstrap_samples = 0;
  options.split = std::filesystem::path(path).filename().string();
  options.label_map = command.label_map;
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  options.progress = [&bar](std::size_t done, std::size_t total) { bar.update(done, total); };
  auto result = eval::evaluate_text(recognizer, rows, options);
  bar.finish();
  return result;
}

/// `part`: of a table whose rows say theirs.
Result<ScoredData> score(const CalibrateText& command, const std::string& path, dataset::Split part,
                         const std::string& head, const std::string& model, const pipeline::RecognizerOptions& options,
                         const Context& context) {
  EMO_ASSIGN(const auto recognizer, pipeline::TextRecognizer::open(model, options));
  io::RowOptions reading = command.rows;
  reading.require_labels = true;
  reading.keep_extra = false;
  std::string split;
  EMO_ASSIGN(auto data, read_rows_of_split(path, reading, split, {part}, context));
  tell_rejected(data.rejected, context);
  auto result = evaluate(command, path, data.rows, head, *recognizer, context);
  if (!result) return result.error().at(path);
  tell_problems_of(*result, command.label_map, path, context);
  tell_left_out(*result, context);
  return ScoredData{std::move(*result), recognizer->manifest().heads,
                    [&command, &context, path, model, options,
                     rows = std::move(data.rows)](const io::HeadManifest& other) -> Result<eval::Evaluation> {
                      pipeline::RecognizerOptions changed = options;
                      changed.heads = {false, other};
                      EMO_ASSIGN(const auto again, pipeline::TextRecognizer::open(model, changed));
                      return evaluate(command, path, rows, other.name, *again, context);
                    }};
}

Result<eval::RowsToCalibrate> rows_of(const ScoredData& data, const io::HeadManifest& head) {
  EMO_ASSIGN(auto rows, eval::head_rows(data.evaluation, head));
  return eval::RowsToCalibrate{std::move(rows), [&data](const io::HeadManifest& other) -> Result<eval::HeadRows> {
                                 EMO_ASSIGN(const auto evaluation, data.again(other));
                                 return eval::head_rows(evaluation, other);
                               }};
}

/// Fits and stores.
Result<eval::CalibrationReport> finish(CalibrateCommand& command, const std::string& model, const ScoredData& data,
                                       const ScoredData* test) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(model, io::HashCheck::kSkip));
  std::optional<io::HeadManifest> head;
  for (std::size_t i = 0; i < data.heads.size(); ++i) {
    if (data.heads[i].name != data.evaluation.head) continue;
    head = data.heads[i];
    head->calibration = bundle.manifest.heads[i].calibration;
  }
  if (!head) return Error{ErrorCode::kInternal, "head '" + data.evaluation.head + "' is not in the manifest"};
  const bool of_answers = command.options.coverage || command.options.risk;
  const auto& answering = data.heads[pipeline::head_roles(bundle.manifest).primary].name;
  if (of_answers && head->name != answering) {
    return Error{ErrorCode::kUsage, "--coverage and --risk are of the head that answers, '" + answering +
                                        "': label sets and abstention of '" + head->name +
                                        "' would show nowhere; leave them out, or calibrate that head (--head " +
                                        answering + ")"};
  }
  EMO_ASSIGN(const auto rows, rows_of(data, *head));
  std::optional<eval::RowsToCalibrate> test_rows;
  if (test != nullptr) {
    EMO_ASSIGN(test_rows, rows_of(*test, *head));
  }
  command.options.data = data.evaluation.split;
  EMO_ASSIGN(auto report, eval::calibrate_head(*head, rows, test_rows ? &*test_rows : nullptr, command.options));
  report.model = data.evaluation.model;
  report.test = test == nullptr ? "" : test->evaluation.split;
  if (!command.out.empty()) EMO_TRY(eval::write_calibrated_bundle(model, command.out, report.fit.head));
  return report;
}

/// With --force the bundle may take the place of another one, its model among them, never of the data.
Result<void> check_out(const CalibrateCommand& command) {
  EMO_TRY(io::check_not_source(command.out, command.data));
  EMO_TRY(io::check_not_source(command.out, command.test));
  if (command.out.empty()) return {};
  return check_free_to_write(command.out, command.force);
}

/// What the command line says, checked and read before anything is scored.
Result<void> settle(CalibrateCommand& command) {
  EMO_TRY(check_out(command));
  if (!command.test.empty() && !io::is_there(command.test)) {
    return Error{ErrorCode::kNotFound, "--test: there is no " + core::quoted_path(command.test)};
  }
  EMO_TRY(parse_thresholds(command.thresholds, command.options));
  if (command.map.empty()) return {};
  EMO_ASSIGN(command.label_map, eval::read_label_map(command.map));
  return {};
}

Result<eval::CalibrationReport> calibrate_text(CalibrateText& command, const Context& context) {
  EMO_TRY(settle(command));
  EMO_ASSIGN(const std::string model, choose_model(context));
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  options.heads.ignore_calibration = true;
  EMO_ASSIGN(const auto data,
             score(command, command.data, dataset::Split::kDev, command.head, model, options, context));
  std::optional<ScoredData> test;
  if (!command.test.empty()) {
    EMO_ASSIGN(test,
               score(command, command.test, dataset::Split::kTest, data.evaluation.head, model, options, context));
  }
  return finish(command, model, data, test ? &*test : nullptr);
}

Result<eval::Evaluation> evaluate(const CalibrateFace& command, const dataset::FaceData& data, const std::string& name,
                                  const std::string& head, const pipeline::FaceRecognizer& recognizer,
                                  const Context& context) {
  eval::FaceEvaluationOptions options;
  options.head = head;
  options.bootstrap_samples = 0;
  options.threads = thread_count(context.global);
  options.split = name;
  options.label_map = command.label_map;
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  options.progress = [&bar](std::size_t done, std::size_t total) { bar.update(done, total, "faces"); };
  auto result = eval::evaluate_faces(recognizer, data, options);
  bar.finish();
  return result;
}

Result<ScoredData> score(const CalibrateFace& command, const std::string& path, std::string& split,
                         std::initializer_list<dataset::Split> usual, const std::string& head, const Context& context) {
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.faces));
  EMO_ASSIGN(auto data, load_faces(command.choice, path, split, usual, context));
  const std::string name = split.empty() ? core::last_part(path) : split;
  auto result = evaluate(command, data, name, head, *recognizer, context);
  if (!result) return result.error().at(path);
  tell_problems_of(*result, command.label_map, path, context);
  tell_left_out(*result, context);
  return ScoredData{std::move(*result), recognizer->manifest().heads,
                    [&command, &context, name, faces = command.faces,
                     data = std::move(data)](const io::HeadManifest& other) mutable -> Result<eval::Evaluation> {
                      faces.recognizer.heads = {false, other};
                      EMO_ASSIGN(const auto again, open_face_model(context, faces));
                      return evaluate(command, data, name, other.name, *again, context);
                    }};
}

Result<eval::CalibrationReport> calibrate_face(CalibrateFace& command, const Context& context) {
  EMO_TRY(settle(command));
  EMO_ASSIGN(const std::string model, choose_face_model(context));
  command.faces.no_detect = true;
  command.faces.recognizer.heads.ignore_calibration = true;
  // Never the test unless it is named: without a part for it there is what was learnt.
  EMO_ASSIGN(const auto data, score(command, command.data, command.split,
                                    {dataset::Split::kDev, dataset::Split::kTrain}, command.head, context));
  std::optional<ScoredData> test;
  if (!command.test.empty() || !command.test_split.empty()) {
    const std::string& path = command.test.empty() ? command.data : command.test;
    EMO_ASSIGN(test, score(command, path, command.test_split, {dataset::Split::kTest}, data.evaluation.head, context));
    // Where neither says a part it is the whole, and the whole holds every part.
    const auto fitted = dataset::split_of(command.split), measured = dataset::split_of(command.test_split);
    std::error_code failed;
    const bool same_data = path == command.data || std::filesystem::equivalent(path, command.data, failed);
    if (same_data && (!fitted || !measured || fitted == measured)) {
      return Error{ErrorCode::kUsage, "what is measured on (" + (measured ? command.test_split : "all") + " of " +
                                          path +
                                          ") is part of what is fitted to: name two parts, with --split and "
                                          "--test-split"};
    }
  }
  return finish(command, model, data, test ? &*test : nullptr);
}

/// Of a head whose calibration before said more.
void tell_rising_loss(const eval::CalibrationReport& report) {
  constexpr double kShown = 5e-5;     // less is rounding
  constexpr double kByChance = 0.01;  // of another half of the rows
  const double before = report.data_before.nll, after = report.data_after.nll;
  const bool halved = report.fit.held_out_rows > 0;
  if (after - before < (halved ? kByChance * before : kShown)) return;
  const std::string& method = report.fit.head.calibration->method;
  std::fprintf(stderr, "emo: on %s the loss rises from %.4f to %.4f: what the head had said more than '%s'%s\n",
               halved ? "all rows" : "the rows it was fitted on", before, after, method.c_str(),
               method == "temperature" ? "; --method vector or isotonic fits each label" : "");
}

int run_calibrate(const Result<eval::CalibrationReport>& report, const CalibrateCommand& command,
                  const Context& context) {
  if (!report) return fail(report.error());
  if (result_format(context.global) == Format::kPretty) {
    print_calibration_report(*report);
  } else {
    print_record(record_of(eval::to_json(*report)), context);
  }
  if (!context.global.quiet) tell_rising_loss(*report);
  if (command.out.empty() && !context.global.quiet) {
    std::fputs("emo: nothing was stored; --out BUNDLE writes a calibrated copy\n", stderr);
  }
  return 0;
}

void add_shared_options(CLI::App& sub, CalibrateCommand& command) {
  static const std::map<std::string, eval::CalibrationMethod> kMethods{
      {"temperature", eval::CalibrationMethod::kTemperature},
      {"vector", eval::CalibrationMethod::kVector},
      {"isotonic", eval::CalibrationMethod::kIsotonic}};
  sub.add_option("--out", command.out, "Bundle to write, a calibrated copy")->check(check_name)->type_name("B");
  sub.add_flag("--force", command.force, "Replace an existing bundle, which may be the model itself");
  sub.add_option_function<std::string>(
         "--method", [&command](const std::string& name) { command.options.method = kMethods.at(name); },
         "temperature (default), vector or isotonic")
      ->check(CLI::IsMember({"temperature", "vector", "isotonic"}))
      ->type_name("NAME");
  sub.add_option("--head", command.head, "Head to calibrate (default: the one whose labels the data uses)")
      ->check(check_name)
      ->type_name("NAME");
  sub.add_option("--thresholds", command.thresholds,
                 "Of a multi-label head: f1, precision=P or cost=FALSE_POSITIVE:MISS")
      ->capture_default_str()
      ->type_name("RULE");
  auto* coverage =
      sub.add_option("--coverage", command.options.coverage, "Label sets that hold the truth this often, e.g. 0.9")
          ->check(console::share())
          ->type_name("P");
  sub.add_flag("--class-conditional", command.options.class_conditional, "State that coverage for every label")
      ->needs(coverage);
  auto* risk =
      sub.add_option("--risk", command.options.risk, "Abstain so that at most this share of the answers is wrong")
          ->check(console::share())
          ->type_name("P");
  sub.add_option("--risk-confidence", command.options.risk_confidence, "With this probability over draws of the data")
      ->check(console::share())
      ->capture_default_str()
      ->needs(risk)
      ->type_name("P");
  sub.add_option("--seed", command.options.seed, "Seed of the halving of the data")
      ->check(console::natural_number())
      ->capture_default_str();
  sub.add_option("--map", command.map, "JSON object: label of the data -> label of the model, null = drop")
      ->check(check_name)
      ->type_name("FILE");
}

void add_calibrate_text(CLI::App& group, Context& context) {
  auto* sub = group.add_subcommand("text", "Calibrate one head of a text model on labelled development data");
  auto command = std::make_shared<CalibrateText>();
  sub->add_option("--data", command->data, "Labelled development file, not used in training")
      ->required()
      ->type_name("D");
  sub->add_option("--test", command->test, "Another labelled file to measure on; nothing is fitted to it")
      ->check(check_name)
      ->type_name("D");
  add_shared_options(*sub, *command);
  add_row_options(*sub, command->rows);
  add_label_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->footer(
      "Examples:\n  emo calibrate text --data dev.jsonl --test test.jsonl --format pretty\n"
      "  emo calibrate text --data dev.jsonl --head basic --coverage 0.9 --class-conditional --risk 0.2 --out b/\n"
      "  emo calibrate text --data dev.jsonl --head emotions --method isotonic --thresholds precision=0.6 --out b/");
  sub->callback([command, &context] {
    context.action = [command, &context] {
      return run_calibrate(calibrate_text(*command, context), *command, context);
    };
  });
}

void add_calibrate_face(CLI::App& group, Context& context) {
  auto* sub = group.add_subcommand("face", "Calibrate one head of a face model on labelled faces");
  auto command = std::make_shared<CalibrateFace>();
  sub->add_option(
         "--data", command->data,
         "Labelled faces not used in training: FER2013 csv, packed FER2013 folder, folder per class, list, rows")
      ->required()
      ->type_name("D");
  sub->add_option("--split", command->split,
                  "Use this part of the data: val, PublicTest…; all (default: val, else train, where the data "
                  "have parts)")
      ->check(check_name)
      ->type_name("NAME");
  sub->add_option("--test", command->test, "Other faces to measure on (default: the same data)")
      ->check(check_name)
      ->type_name("D");
  sub->add_option("--test-split", command->test_split, "Measure on this part; nothing is fitted to it")
      ->check(check_name)
      ->type_name("NAME");
  add_face_data_options(*sub, command->choice);
  add_tilt_options(*sub, command->faces);
  sub->add_option("--label-column", command->choice.reading.label_column, "Column or member with the label")
      ->check(check_name)
      ->capture_default_str();
  add_shared_options(*sub, *command);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->footer(
      "Examples:\n  emo calibrate face --data fer2013plus/ --split PublicTest --test-split PrivateTest --labels "
      "votes-majority\n  emo calibrate face --data my_faces/ --split val --coverage 0.9 --risk 0.1 --out calibrated/");
  sub->callback([command, &context] {
    context.action = [command, &context] {
      return run_calibrate(calibrate_face(*command, context), *command, context);
    };
  });
}

}  // namespace

void add_calibrate_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("calibrate", "Fit probabilities, thresholds, label sets and abstention");
  group->require_subcommand(1);
  group->footer(
      "Examples:\n  emo calibrate text --data dev.jsonl --test test.jsonl --format pretty\n"
      "  emo calibrate face --data my_faces/ --split val --coverage 0.9 --out calibrated/");
  add_calibrate_text(*group, context);
  add_calibrate_face(*group, context);
}

}  // namespace emo::cli
