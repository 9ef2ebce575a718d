// Output, comparison and gates of `emo eval`, for all of its members. The figures come from eval; no model is run here
// but the other one of --against, by the caller's function.
#include "eval_output.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/quote.hpp"
#include "eval/comparable_predictions.hpp"
#include "eval/comparison.hpp"
#include "eval/evaluation_files.hpp"
#include "io/file_identity.hpp"
#include "io/output_place.hpp"
#include "model_choice.hpp"
#include "pipeline/csv_text.hpp"
#include "usage/number_range.hpp"
#include "write_report.hpp"

namespace emo::cli {
namespace {

/// Names from files, unable to steer the terminal.
std::string plain(std::string_view text) {
  return core::for_terminal(text);
}

/// A figure, or "-" where it cannot be known.
std::string figure(double value) {
  if (std::isnan(value)) return "-";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

void print_interval(const std::optional<eval::Interval>& interval) {
  if (interval) std::printf("   95 %% interval %.4f to %.4f", interval->low, interval->high);
  std::putchar('\n');
}

void print_pretty(const eval::Evaluation& result) {
  std::printf("%s on %s, head %s: %llu rows", plain(result.model).c_str(), plain(result.split).c_str(),
              plain(result.head).c_str(), static_cast<unsigned long long>(result.n));
  if (result.n_errors != 0) std::printf(", %llu without an answer", static_cast<unsigned long long>(result.n_errors));
  const std::uint64_t dropped = result.n_dropped_unlabelled + result.n_dropped_other;
  if (dropped != 0) std::printf(", %llu dropped by mapping", static_cast<unsigned long long>(dropped));
  std::printf("\n  macro F1     %s", figure(result.macro_f1).c_str());
  print_interval(result.ci95_macro_f1);
  std::printf("  accuracy     %s", figure(result.accuracy).c_str());
  print_interval(result.ci95_accuracy);
  const std::pair<const char*, double> figures[] = {{"micro F1", result.micro_f1},
                                                    {"weighted F1", result.weighted_f1},
                                                    {"balanced acc", result.balanced_accuracy},
                                                    {"kappa", result.cohen_kappa},
                                                    {"ROC-AUC", result.roc_auc_macro},
                                                    {"ECE", result.ece},
                                                    {"NLL", result.nll}};
  for (const auto& [name, value] : figures) std::printf("  %-12s %s\n", name, figure(value).c_str());
  if (const auto& annotators = result.annotators) {
    std::printf(
        "  annotators   one drawn at random agrees with %.4f of the answers (%.4f at best); KL %.4f, entropy %.4f\n",
        annotators->soft_accuracy, annotators->soft_accuracy_ceiling, annotators->kl, annotators->entropy);
  }
  std::printf("\n  %-16s %9s %9s %9s %9s\n", "class", "precision", "recall", "F1", "support");
  for (const auto& row : result.per_class) {
    // The metrics count 0 where there is nothing to count; a reader should see that nothing is known.
    const std::string precision = row.predicted == 0 ? "-" : figure(row.precision);
    const std::string recall = row.support == 0 ? "-" : figure(row.recall);
    const std::string f1 = row.support == 0 ? "-" : figure(row.f1);
    std::printf("  %-16s %9s %9s %9s %9llu\n", plain(row.label).c_str(), precision.c_str(), recall.c_str(), f1.c_str(),
                static_cast<unsigned long long>(row.support));
  }
}

void print_confusions(const eval::Evaluation& result) {
  constexpr std::size_t kShown = 5;
  constexpr double kPercent = 100;
  for (std::size_t i = 0; i < std::min(kShown, result.top_confusions.size()); ++i) {
    const eval::ConfusedPair& pair = result.top_confusions[i];
    std::printf("%s%s taken for %s: %llu rows, %.1f %% of %s\n", i == 0 ? "\n  " : "  ", plain(pair.gold).c_str(),
                plain(pair.predicted).c_str(), static_cast<unsigned long long>(pair.count), kPercent * pair.rate,
                plain(pair.gold).c_str());
  }
}

void print_slices(const eval::Evaluation& result) {
  for (const eval::SliceColumn& column : result.slices) {
    std::printf("\n  %-24s %9s %9s %9s   95 %% interval of macro F1\n", plain(column.column).c_str(), "rows",
                "accuracy", "macro F1");
    for (const eval::SliceResult& slice : column.values) {
      std::printf("  %-24s %9llu %9s %9s", plain(slice.value).c_str(), static_cast<unsigned long long>(slice.n),
                  figure(slice.accuracy).c_str(), figure(slice.macro_f1).c_str());
      if (slice.ci95_macro_f1) std::printf("   %.4f to %.4f", slice.ci95_macro_f1->low, slice.ci95_macro_f1->high);
      std::putchar('\n');
    }
  }
}

void print_csv(const eval::Evaluation& result) {
  std::puts("label,precision,recall,f1,support");
  for (const auto& row : result.per_class) {
    std::string label;  // as in the JSON: what reads the table looks for the labels of the data
    pipeline::append_csv_field(label, row.label);
    std::fwrite(label.data(), 1, label.size(), stdout);
    std::printf(",%.6f,%.6f,%.6f,%llu\n", row.precision, row.recall, row.f1,
                static_cast<unsigned long long>(row.support));
  }
}

void print_notes(const eval::Evaluation& result) {
  if (!result.notes.empty()) std::puts("");
  for (const std::string& note : result.notes) std::printf("  note: %s\n", plain(note).c_str());
}

void print_comparison(const eval::Comparison& against) {
  std::printf("\n  against %s, %llu rows: %s\n", plain(against.model).c_str(),
              static_cast<unsigned long long>(against.n), against.verdict.c_str());
  std::printf("  McNemar: only this one right %llu, only the other %llu, p %.3g\n",
              static_cast<unsigned long long>(against.mcnemar.only_a),
              static_cast<unsigned long long>(against.mcnemar.only_b), against.mcnemar.p_value);
  if (against.n_one_side > 0) {
    std::printf("  note: %llu rows were judged by one of the two only and left out.\n",
                static_cast<unsigned long long>(against.n_one_side));
  }
  if (against.n_neither > 0) {
    std::printf("  note: %llu rows were answered by neither and left out.\n",
                static_cast<unsigned long long>(against.n_neither));
  }
  if (against.n_gold_differs > 0) {
    std::printf("  note: %llu rows have other gold labels there; those of this evaluation count.\n",
                static_cast<unsigned long long>(against.n_gold_differs));
  }
}

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
      ->check(usage::number_from(0, 1))
      ->type_name("X");
  command.add_option("--min-accuracy", gates.min_accuracy, "Exit with 3 when the accuracy is lower")
      ->check(usage::number_from(0, 1))
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
      ->check(usage::number_from(0, 1))
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
      ->check(usage::natural_number())
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
  if (const auto bundle = choose_model(context, output.against); !bundle) return bundle.error().at("--against");
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
      print_csv(evaluation);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_pretty(evaluation);
      print_confusions(evaluation);
      print_slices(evaluation);
      print_notes(evaluation);
      if (comparison != nullptr) print_comparison(*comparison);
  }
  for (const std::string& sentence : *failed) fail({ErrorCode::kGateFailed, "gate failed: " + sentence});
  return failed->empty() ? 0 : error_info(ErrorCode::kGateFailed).exit_status;
}

}  // namespace emo::cli
