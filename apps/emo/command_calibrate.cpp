// `emo calibrate text`: honest probabilities, thresholds, label sets and abstention, stored in a copy of a bundle.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cli.hpp"
#include "eval/calibration.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/text_evaluation.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "model_choice.hpp"
#include "progress_bar.hpp"
#include "row_options.hpp"

namespace emo::cli {
namespace {

struct CalibrateCommand {
  std::string data, test, out, map, head, thresholds = "f1";
  io::RowOptions rows;
  eval::CalibrationOptions options;
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

Result<eval::Evaluation> score(const CalibrateCommand& command, const std::string& path, const std::string& head,
                               const pipeline::TextRecognizer& recognizer, const Context& context) {
  io::RowOptions options = command.rows;
  options.require_labels = true;
  options.keep_extra = false;
  EMO_ASSIGN(const auto rows, io::read_rows(path, options));
  eval::EvaluationOptions evaluation;
  evaluation.head = head;
  evaluation.bootstrap_samples = 0;
  if (!command.map.empty()) {
    EMO_ASSIGN(evaluation.label_map, eval::read_label_map(command.map));
  }
  ProgressBar bar(stderr_is_terminal(), context.global.quiet);
  evaluation.progress = [&bar](std::size_t done, std::size_t total) {
    bar.update({done, 0, static_cast<double>(done) / static_cast<double>(total), 0.0});
  };
  auto result = eval::evaluate_text(recognizer, rows, evaluation);
  bar.finish();
  return result;
}

Result<void> write_calibrated(const std::string& model, const std::string& out, const io::HeadManifest& head) {
  EMO_ASSIGN(auto bundle, io::open_bundle(model));
  std::vector<std::pair<std::string, core::TensorView>> tensors(bundle.weights.tensors().begin(),
                                                                bundle.weights.tensors().end());
  std::map<std::string, std::string> files;
  for (const auto& [file, digest] : bundle.manifest.sha256) {
    if (file == "model.safetensors") continue;
    EMO_ASSIGN(files[file], bundle.read(file));
  }
  for (auto& old : bundle.manifest.heads) {
    if (old.name == head.name) old = head;
  }
  return io::write_bundle(out, bundle.manifest, tensors, files);
}

void print_figures(const char* where, const eval::CalibrationFigures& before, const eval::CalibrationFigures& after) {
  std::printf("  %-11s %8s %8s %8s %9s %9s\n", where, "ECE", "NLL", "Brier", "accuracy", "macro F1");
  for (const auto& [name, figures] : {std::pair{"before", &before}, std::pair{"after", &after}}) {
    std::printf("    %-9s %8.4f %8.4f %8.4f %9.4f %9.4f\n", name, figures->ece, figures->nll, figures->brier,
                figures->accuracy, figures->macro_f1);
  }
}

void print_promises(const char* where, const eval::CalibrationFigures& figures, const io::HeadManifest& head) {
  if (const auto& sets = figures.sets) {
    const auto interval = metrics::clopper_pearson(sets->covered, sets->rows);
    std::printf(
        "  label sets on %s: %.1f %% hold the truth (95 %% interval %.1f to %.1f; stated %.1f), %.2f labels on "
        "average\n",
        where, 100.0 * static_cast<double>(sets->covered) / static_cast<double>(sets->rows), 100 * interval.low,
        100 * interval.high, 100 * head.calibration->conformal->coverage, sets->mean_size);
    for (std::size_t k = 0; head.calibration->conformal->class_conditional && k < head.labels.size(); ++k) {
      const auto rows = sets->label_rows[k], covered = sets->label_covered[k];
      if (rows == 0) continue;
      const auto label = metrics::clopper_pearson(covered, rows);
      std::printf("    %-16s %5.1f %% of %llu (%.1f to %.1f)\n", head.labels[k].c_str(),
                  100.0 * static_cast<double>(covered) / static_cast<double>(rows),
                  static_cast<unsigned long long>(rows), 100 * label.low, 100 * label.high);
    }
  }
  if (const auto& risk = figures.risk) {
    const auto interval = metrics::clopper_pearson(risk->wrong, risk->answered);
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
      return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf(
        "  abstention on %s: answers %.1f %%, of these %.1f %% are wrong (95 %% interval %.1f to %.1f; promised "
        "at most %.1f)\n",
        where, share(risk->answered, risk->rows), share(risk->wrong, risk->answered), 100 * interval.low,
        100 * interval.high, 100 * head.calibration->abstention->risk);
  }
}

void print_pretty(const eval::CalibrationReport& report) {
  const auto& fit = report.fit;
  std::printf("%s, head %s: %s on %zu rows of %s", report.model.c_str(), fit.head.name.c_str(),
              fit.head.calibration->method.c_str(), fit.fit_rows, report.data.c_str());
  if (fit.held_out_rows != 0) std::printf(", sets and abstention on the other %zu", fit.held_out_rows);
  std::putchar('\n');
  if (fit.head.calibration->method == "temperature") std::printf("  temperature %.4f\n", fit.head.temperature);
  print_figures(fit.held_out_rows == 0 ? "fitted rows" : "all rows", report.data_before, report.data_after);
  if (report.test_before && report.test_after) print_figures("test", *report.test_before, *report.test_after);
  if (report.test_after) {
    print_promises("test", *report.test_after, fit.head);
  } else {
    print_promises("the rows it was fitted on", report.data_after, fit.head);
  }
  if (!fit.always_in_set.empty()) {
    std::printf("  too few rows to exclude them from any set:");
    for (const auto& label : fit.always_in_set) std::printf(" %s", label.c_str());
    std::putchar('\n');
  }
}

Result<eval::CalibrationReport> calibrate(CalibrateCommand& command, const Context& context) {
  EMO_TRY(parse_thresholds(command.thresholds, command.options));
  EMO_ASSIGN(const std::string model, choose_model(context));
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  options.ignore_calibration = true;
  EMO_ASSIGN(const auto recognizer, pipeline::TextRecognizer::open(model, options));
  EMO_ASSIGN(const auto evaluation, score(command, command.data, command.head, *recognizer, context));
  command.options.data = std::filesystem::path(command.data).filename().string();

  EMO_ASSIGN(const auto bundle, io::open_bundle(model, io::HashCheck::kSkip));
  const io::HeadManifest* head = nullptr;
  for (const auto& candidate : bundle.manifest.heads) {
    if (candidate.name == evaluation.head) head = &candidate;
  }
  if (head == nullptr) return Error{ErrorCode::kInternal, "head '" + evaluation.head + "' is not in the manifest"};
  EMO_ASSIGN(const auto rows, eval::head_rows(evaluation, *head));
  std::optional<eval::HeadRows> test;
  if (!command.test.empty()) {
    EMO_ASSIGN(const auto test_evaluation, score(command, command.test, evaluation.head, *recognizer, context));
    EMO_ASSIGN(test, eval::head_rows(test_evaluation, *head));
  }
  EMO_ASSIGN(auto report, eval::calibrate_head(*head, rows, test ? &*test : nullptr, command.options));
  report.model = evaluation.model;
  report.test = command.test.empty() ? "" : std::filesystem::path(command.test).filename().string();
  if (!command.out.empty()) EMO_TRY(write_calibrated(model, command.out, report.fit.head));
  return report;
}

int run_calibrate(CalibrateCommand& command, const Context& context) {
  const auto report = calibrate(command, context);
  if (!report) return fail(report.error());
  if (result_format(context.global, Format::kJson) == Format::kPretty) {
    print_pretty(*report);
  } else {
    std::printf("%s\n", eval::to_json(*report).c_str());
  }
  if (command.out.empty() && !context.global.quiet) {
    std::fputs("emo: nothing was stored; --out BUNDLE writes a calibrated copy\n", stderr);
  }
  return 0;
}

}  // namespace

void add_calibrate_command(CLI::App& app, Context& context) {
  static const std::map<std::string, eval::CalibrationMethod> kMethods{
      {"temperature", eval::CalibrationMethod::kTemperature},
      {"vector", eval::CalibrationMethod::kVector},
      {"isotonic", eval::CalibrationMethod::kIsotonic}};
  auto* group = app.add_subcommand("calibrate", "Fit probabilities, thresholds, label sets and abstention");
  group->require_subcommand(1);
  auto* sub = group->add_subcommand("text", "Calibrate one head of a text model on labelled development data");
  auto command = std::make_shared<CalibrateCommand>();
  sub->add_option("--data", command->data, "Labelled development file, not used in training")
      ->required()
      ->type_name("D");
  sub->add_option("--test", command->test, "Another labelled file to measure on; nothing is fitted to it")
      ->type_name("D");
  sub->add_option("--out", command->out, "Write the calibrated bundle here (may be the model's own folder)")
      ->type_name("BUNDLE");
  sub->add_option_function<std::string>(
         "--method", [command](const std::string& name) { command->options.method = kMethods.at(name); },
         "temperature (default), vector or isotonic")
      ->check(CLI::IsMember({"temperature", "vector", "isotonic"}))
      ->type_name("NAME");
  sub->add_option("--head", command->head, "Head to calibrate (default: the one whose labels the data uses)")
      ->type_name("NAME");
  sub->add_option("--thresholds", command->thresholds,
                  "Of a multi-label head: f1, precision=P or cost=FALSE_POSITIVE:MISS")
      ->capture_default_str()
      ->type_name("RULE");
  sub->add_option("--coverage", command->options.coverage, "Label sets that hold the truth this often, e.g. 0.9")
      ->type_name("P");
  sub->add_flag("--class-conditional", command->options.class_conditional, "State that coverage for every label");
  sub->add_option("--risk", command->options.risk, "Abstain so that at most this share of the answers is wrong")
      ->type_name("P");
  sub->add_option("--risk-confidence", command->options.risk_confidence, "With this probability over draws of the data")
      ->capture_default_str()
      ->type_name("P");
  sub->add_option("--seed", command->options.seed, "Seed of the halving of the data")->capture_default_str();
  sub->add_option("--map", command->map, "JSON object: label of the data -> label of the model, null = drop")
      ->type_name("FILE");
  add_row_options(*sub, command->rows);
  add_label_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo calibrate text --data dev.jsonl --test test.jsonl --format pretty\n"
      "  emo calibrate text --data dev.jsonl --coverage 0.9 --class-conditional --risk 0.2 --out calibrated/\n"
      "  emo calibrate text --data dev.jsonl --head emotions --method isotonic --thresholds precision=0.6 --out b/");
  sub->callback(
      [command, &context] { context.action = [command, &context] { return run_calibrate(*command, context); }; });
}

}  // namespace emo::cli
