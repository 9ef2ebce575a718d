// `emo calibrate`: honest probabilities, thresholds, label sets and abstention, stored in a copy of a bundle. What is
// scored is command_calibrate_text.cpp's and command_calibrate_face.cpp's; the fits are eval's and metrics', what is
// shown of them calibration_printer.cpp's; weights stay as they are: nothing is trained.
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "calibrate_commands.hpp"
#include "calibration_printer.hpp"
#include "console/number_range.hpp"
#include "core/quote.hpp"
#include "dataset/split.hpp"
#include "eval/calibrated_bundle.hpp"
#include "eval/evaluation_files.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "pipeline/head_roles.hpp"
#include "record_printer.hpp"

namespace emo::cli {
namespace {

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

Result<eval::RowsToCalibrate> rows_of(const ScoredData& data, const io::HeadManifest& head) {
  EMO_ASSIGN(auto rows, eval::head_rows(data.evaluation, head));
  return eval::RowsToCalibrate{std::move(rows), [&data](const io::HeadManifest& other) -> Result<eval::HeadRows> {
                                 EMO_ASSIGN(const auto evaluation, data.again(other));
                                 return eval::head_rows(evaluation, other);
                               }};
}

/// With --force the bundle may take the place of another one, its model among them, never of the data.
Result<void> check_out(const CalibrateCommand& command) {
  EMO_TRY(io::check_not_source(command.out, command.data));
  EMO_TRY(io::check_not_source(command.out, command.test));
  if (command.out.empty()) return {};
  return check_free_to_write(command.out, command.force);
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

}  // namespace

Result<eval::CalibrationReport> fit_and_store(CalibrateCommand& command, const std::string& model,
                                              const ScoredData& data, const ScoredData* test) {
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

Result<void> check_apart(const DataPart& fitted, const DataPart& measured, const std::string& advice) {
  const auto learnt = dataset::split_of(fitted.part), judged = dataset::split_of(measured.part);
  std::error_code failed;
  const bool same_data =
      fitted.path == measured.path || std::filesystem::equivalent(fitted.path, measured.path, failed);
  if (!same_data || (learnt && judged && learnt != judged)) return {};
  return Error{ErrorCode::kUsage, "what is measured on (" + (judged ? measured.part : "all") + " of " + measured.path +
                                      ") is part of what is fitted to: " + advice};
}

Result<void> settle_calibration(CalibrateCommand& command) {
  EMO_TRY(check_out(command));
  if (!command.test.empty() && !io::is_there(command.test)) {
    return Error{ErrorCode::kNotFound, "--test: there is no " + core::quoted_path(command.test)};
  }
  EMO_TRY(parse_thresholds(command.thresholds, command.options));
  if (command.map.empty()) return {};
  EMO_ASSIGN(command.label_map, eval::read_label_map(command.map));
  return {};
}

int print_calibration(const Result<eval::CalibrationReport>& report, const CalibrateCommand& command,
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

void add_calibration_options(CLI::App& sub, CalibrateCommand& command) {
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
