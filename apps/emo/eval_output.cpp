// Output, comparison and gates of `emo eval`, for all of its members. The figures come from eval, tables are
// evaluation_printer.cpp's; no model is run here but the other one of --against, by the caller's function.
#include "eval_output.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "console/number_range.hpp"
#include "eval/comparable_predictions.hpp"
#include "eval/comparison.hpp"
#include "eval/evaluation_files.hpp"
#include "evaluation_printer.hpp"
#include "io/file_identity.hpp"
#include "io/output_place.hpp"
#include "model_choice.hpp"
#include "write_report.hpp"

namespace emo::cli {
namespace {

/// The predictions that `name` is, or that a folder of that name holds.
std::optional<std::string> predictions_file(const std::string& name) {
  std::error_code failure;
  std::string file = name;
  if (std::filesystem::is_directory(name, failure)) file += "/predictions.jsonl";
  if (!std::filesystem::is_regular_file(file, failure)) return std::nullopt;
  return file;
}

Error no_predictions(const std::string& name) {
  return {ErrorCode::kNotFound, "--against " + name + ": no file of predictions, and no folder with one"};
}

/// The other side of a comparison, whatever kind of thing was named.
Result<eval::Evaluation> other_evaluation(const eval::Evaluation& ours, const std::string& name, const JudgedHow& how) {
  const auto file = predictions_file(name);
  if (!file) {
    if (!how.judge_bundle) return no_predictions(name);
    auto judged = how.judge_bundle(name);
    return judged ? std::move(judged) : Result<eval::Evaluation>(judged.error().at("--against"));
  }
  auto predictions = eval::read_predictions(*file, how.file);
  if (!predictions && !how.file.labels.empty()) {
    // --labels names the scores of the file that is judged; this one may name its own, or have none.
    eval::PredictionFileOptions named = how.file;
    named.labels.clear();
    if (auto read = eval::read_predictions(*file, named)) predictions = std::move(read);
  }
  if (!predictions) return predictions.error();
  auto judged = eval::evaluate_comparably(ours, *predictions, how.data, how.options, how.data_is_predictions);
  return judged ? std::move(judged) : Result<eval::Evaluation>(judged.error().at("--against"));
}

/// kUsage when a file that would be written into `out` is one of `sources`.
Result<void> check_sources_stay(const std::string& out, const std::vector<std::string>& sources) {
  constexpr std::array<std::string_view, 3> kReportFiles{"report.html", "report.md", "report.json"};
  const auto check = [&](std::string_view name) -> Result<void> {
    const std::string written = (std::filesystem::path(out) / name).string();
    for (const std::string& source : sources) EMO_TRY(io::check_not_source(written, source));
    return {};
  };
  for (const std::string_view name : eval::kEvaluationFiles) EMO_TRY(check(name));
  for (const std::string_view name : kReportFiles) EMO_TRY(check(name));
  return {};
}

std::string check_label_gate(const std::string& text) {
  const auto gate = eval::parse_label_gate(text);
  return gate ? std::string() : gate.error().message;
}

}  // namespace

void add_eval_output_options(CLI::App& command, EvalOutput& output) {
  eval::Gates& gates = output.gates;
  command
      .add_option(
          "--out", output.out,
          "Folder for report.html (also .md, .json) with figures/, metrics.json, curves.json, predictions.jsonl "
          "and mistakes.jsonl; flips.jsonl with --against")
      ->check(check_name)
      ->type_name("DIR");
  command
      .add_option("--against", output.against,
                  "Compare, row by row: another bundle, a file of predictions, or a folder that eval wrote")
      ->check(check_name)
      ->type_name("OTHER");
  command.add_option("--min-macro-f1", gates.min_macro_f1, "Exit with 3 when macro F1 is lower")
      ->check(console::number_from(0, 1))
      ->type_name("X");
  command.add_option("--min-accuracy", gates.min_accuracy, "Exit with 3 when the accuracy is lower")
      ->check(console::number_from(0, 1))
      ->type_name("X");
  command
      .add_option_function<std::vector<std::string>>(
          "--min-recall",
          [&gates](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
              if (const auto gate = eval::parse_label_gate(text))
                gates.min_recall.insert_or_assign(gate->first, gate->second);
            }
          },
          "Exit with 3 when the recall of a class is lower (may be repeated)")
      ->check(check_label_gate)
      ->expected(1)
      ->take_all()
      ->type_name("LABEL=X");
  command.add_option("--max-ece", gates.max_ece, "Exit with 3 when the expected calibration error is higher")
      ->check(console::number_from(0, 1))
      ->type_name("X");
}

void add_mapping_options(CLI::App& command, std::string& map, eval::MappingOptions& options) {
  command.add_option("--map", map, "JSON object: label of the data -> label of the model, null = drop")
      ->check(check_name)
      ->type_name("FILE");
  command.add_option("--classes", options.classes, "Forced choice among these classes")
      ->delimiter(',')
      ->type_name("a,b,c");
  command.add_option("--head", options.head, "Head to measure (default: the one whose labels the data uses)")
      ->check(check_name)
      ->type_name("NAME");
}

void add_scoring_options(CLI::App& command, eval::ScoringOptions& options) {
  command.add_option("--split", options.split, "Name of the split, for the record")
      ->check(check_name)
      ->type_name("NAME");
  add_bootstrap_options(command, options);
}

void add_bootstrap_options(CLI::App& command, eval::ScoringOptions& options) {
  command.add_option("--bootstrap", options.bootstrap_samples, "Resamples behind the intervals, 0 = none")
      ->capture_default_str()
      ->check(CLI::Range(0, 100'000));
  command.add_option("--seed", options.seed, "Seed of the bootstrap")
      ->check(console::natural_number())
      ->capture_default_str();
}

void add_slice_option(CLI::App& command, std::vector<std::string>& columns, const std::string& help) {
  constexpr const char* kOfTexts =
      "Column of the data whose values are also judged apart (may be repeated; built in: length, language)";
  command.add_option("--slice", columns, help.empty() ? kOfTexts : help)->expected(1)->take_all()->type_name("COLUMN");
}

Result<void> check_eval_output(const EvalOutput& output, const std::vector<std::string>& sources,
                               const Context& context, bool bundles_too) {
  const auto against = predictions_file(output.against);
  if (!output.out.empty()) {
    EMO_TRY(io::check_folder(output.out));
    EMO_TRY(check_sources_stay(output.out, sources));
    // The folder that a comparison is with is to stay as it is, whichever of its files are written.
    if (!output.against.empty()) EMO_TRY(io::check_not_source(output.out, output.against));
    if (against) EMO_TRY(check_sources_stay(output.out, {*against}));
  }
  if (output.against.empty() || against) return {};
  if (!bundles_too) return no_predictions(output.against);
  if (const auto bundle = choose_model(context, output.against, "--against"); !bundle)
    return bundle.error().at("--against");
  return {};
}

int finish_eval(const eval::Evaluation& evaluation, const EvalOutput& output, const Context& context,
                const JudgedHow& how) {
  // A gate on a class that does not exist is a mistake, to be told before anything is written.
  const auto failed = eval::failed_gates(evaluation, output.gates);
  if (!failed) return fail(failed.error());
  std::optional<eval::Comparison> against;
  if (!output.against.empty()) {
    const auto other = other_evaluation(evaluation, output.against, how);
    if (!other) return fail(other.error());
    auto compared = eval::compare(evaluation, *other, evaluation.bootstrap_samples);
    if (!compared) return fail(compared.error().at("--against " + output.against));
    against = std::move(compared).value();
  }
  const eval::Comparison* comparison = against ? &*against : nullptr;
  if (!output.out.empty()) {
    auto written = eval::write_evaluation(evaluation, output.out, comparison);
    if (written) written = write_evaluation_report(output.out, context);
    if (!written) return fail(written.error());
  }
  switch (result_format(context.global)) {
    case Format::kJson:
    case Format::kJsonl:
      std::printf("%s\n", eval::metrics_json(evaluation, comparison, json_indent(context.global)).c_str());
      break;
    case Format::kCsv:
      print_evaluation_csv(evaluation);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_evaluation(evaluation, comparison);
  }
  for (const std::string& sentence : *failed) fail({ErrorCode::kGateFailed, "gate failed: " + sentence});
  return failed->empty() ? 0 : error_info(ErrorCode::kGateFailed).exit_status;
}

}  // namespace emo::cli
