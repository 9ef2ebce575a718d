// Output and gates of `emo eval`. The figures come from eval; no model is run here.
#include "eval_output.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "eval/evaluation_files.hpp"

namespace emo::cli {
namespace {

void print_interval(const std::optional<eval::Interval>& interval) {
  if (interval) std::printf("   95 %% interval %.4f to %.4f", interval->low, interval->high);
  std::putchar('\n');
}

void print_pretty(const eval::Evaluation& result) {
  std::printf("%s on %s, head %s: %llu rows", result.model.c_str(), result.split.c_str(), result.head.c_str(),
              static_cast<unsigned long long>(result.n));
  if (result.n_errors != 0) std::printf(", %llu unreadable", static_cast<unsigned long long>(result.n_errors));
  const std::uint64_t dropped = result.n_dropped_unlabelled + result.n_dropped_other;
  if (dropped != 0) std::printf(", %llu dropped by mapping", static_cast<unsigned long long>(dropped));
  std::printf("\n  macro F1     %.4f", result.macro_f1);
  print_interval(result.ci95_macro_f1);
  std::printf("  accuracy     %.4f", result.accuracy);
  print_interval(result.ci95_accuracy);
  std::printf(
      "  micro F1     %.4f\n  weighted F1  %.4f\n  balanced acc %.4f\n  ECE          %.4f\n  NLL          %.4f\n",
      result.micro_f1, result.weighted_f1, result.balanced_accuracy, result.ece, result.nll);
  std::printf("\n  %-16s %9s %9s %9s %9s\n", "class", "precision", "recall", "F1", "support");
  for (const auto& row : result.per_class) {
    std::printf("  %-16s %9.4f %9.4f %9.4f %9llu\n", row.label.c_str(), row.precision, row.recall, row.f1,
                static_cast<unsigned long long>(row.support));
  }
}

void print_csv(const eval::Evaluation& result) {
  std::puts("label,precision,recall,f1,support");
  for (const auto& row : result.per_class) {
    std::printf("%s,%.6f,%.6f,%.6f,%llu\n", row.label.c_str(), row.precision, row.recall, row.f1,
                static_cast<unsigned long long>(row.support));
  }
}

Result<void> check_gate(const char* name, double value, const std::optional<double>& least) {
  if (!least || value >= *least) return {};
  char message[128];
  std::snprintf(message, sizeof(message), "%s is %.4f, below the gate of %.4f", name, value, *least);
  return Error{ErrorCode::kGateFailed, message};
}

}  // namespace

void add_eval_output_options(CLI::App& command, EvalOutput& output) {
  command.add_option("--out", output.out, "Folder for metrics.json and predictions.jsonl")->type_name("DIR");
  command.add_option("--min-macro-f1", output.min_macro_f1, "Exit with 3 when macro F1 is lower")->type_name("X");
  command.add_option("--min-accuracy", output.min_accuracy, "Exit with 3 when the accuracy is lower")->type_name("X");
}

void add_scoring_options(CLI::App& command, eval::ScoringOptions& options) {
  command.add_option("--split", options.split, "Name of the split, for the record")->type_name("NAME");
  command.add_option("--bootstrap", options.bootstrap_samples, "Resamples behind the intervals, 0 = none")
      ->capture_default_str()
      ->check(CLI::Range(0, 100'000));
  command.add_option("--seed", options.seed, "Seed of the bootstrap")->capture_default_str();
}

int finish_eval(const eval::Evaluation& evaluation, const EvalOutput& output, const Context& context) {
  if (!output.out.empty()) {
    if (auto written = eval::write_evaluation(evaluation, output.out); !written) return fail(written.error());
  }
  switch (result_format(context.global, Format::kJson)) {
    case Format::kJson:
    case Format::kJsonl:
      std::printf("%s\n", eval::metrics_json(evaluation).c_str());
      break;
    case Format::kCsv:
      print_csv(evaluation);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_pretty(evaluation);
  }
  int status = 0;
  for (const auto& gate : {check_gate("macro_f1", evaluation.macro_f1, output.min_macro_f1),
                           check_gate("accuracy", evaluation.accuracy, output.min_accuracy)}) {
    if (!gate) status = fail(gate.error());
  }
  return status;
}

}  // namespace emo::cli
