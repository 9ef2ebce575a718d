// `emo eval text`: a labelled file through a model; metrics out, and a gate for scripts.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli.hpp"
#include "eval/text_evaluation.hpp"
#include "model_choice.hpp"
#include "progress_bar.hpp"
#include "row_options.hpp"

namespace emo::cli {
namespace {

struct EvalCommand {
  std::string data, out, map;
  eval::EvaluationOptions options;
  io::RowOptions rows;
  std::optional<double> min_macro_f1, min_accuracy;
};

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

Result<eval::Evaluation> evaluate(EvalCommand& command, const Context& context) {
  if (!command.map.empty()) {
    EMO_ASSIGN(command.options.label_map, eval::read_label_map(command.map));
  }
  command.rows.require_labels = true;
  command.rows.keep_extra = false;
  EMO_ASSIGN(const auto rows, io::read_rows(command.data, command.rows));
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto recognizer, open_text_model(context, options));
  if (command.options.split.empty()) command.options.split = std::filesystem::path(command.data).filename().string();
  ProgressBar bar(stderr_is_terminal(), context.global.quiet);
  command.options.progress = [&bar](std::size_t done, std::size_t total) {
    bar.update({done, 0, static_cast<double>(done) / static_cast<double>(total), 0.0});
  };
  auto evaluation = eval::evaluate_text(*recognizer, rows, command.options);
  bar.finish();
  return evaluation;
}

int run_eval(EvalCommand& command, const Context& context) {
  const auto evaluation = evaluate(command, context);
  if (!evaluation) return fail(evaluation.error());
  if (!command.out.empty()) {
    if (auto written = eval::write_evaluation(*evaluation, command.out); !written) return fail(written.error());
  }
  switch (result_format(context.global, Format::kJson)) {
    case Format::kJson:
    case Format::kJsonl:
      std::printf("%s\n", eval::metrics_json(*evaluation).c_str());
      break;
    case Format::kCsv:
      print_csv(*evaluation);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_pretty(*evaluation);
  }
  if (auto gate = check_gate("macro_f1", evaluation->macro_f1, command.min_macro_f1); !gate) return fail(gate.error());
  if (auto gate = check_gate("accuracy", evaluation->accuracy, command.min_accuracy); !gate) return fail(gate.error());
  return 0;
}

}  // namespace

void add_eval_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("eval", "Measure a model on labelled data");
  group->require_subcommand(1);
  auto* sub = group->add_subcommand("text", "Metrics of a text model on a labelled csv, tsv or jsonl file");
  auto command = std::make_shared<EvalCommand>();
  sub->add_option("--data", command->data, "Labelled file")->required()->type_name("D");
  sub->add_option("--out", command->out, "Folder for metrics.json and predictions.jsonl")->type_name("DIR");
  sub->add_option("--map", command->map, "JSON object: label of the data -> label of the model, null = drop")
      ->type_name("FILE");
  sub->add_option("--classes", command->options.classes, "Forced choice among these classes")
      ->delimiter(',')
      ->type_name("a,b,c");
  sub->add_option("--head", command->options.head, "Head to measure (default: the one whose labels the data uses)")
      ->type_name("NAME");
  sub->add_option("--split", command->options.split, "Name of the split, for the record")->type_name("NAME");
  sub->add_option("--min-macro-f1", command->min_macro_f1, "Exit with 3 when macro F1 is lower")->type_name("X");
  sub->add_option("--min-accuracy", command->min_accuracy, "Exit with 3 when the accuracy is lower")->type_name("X");
  sub->add_option("--bootstrap", command->options.bootstrap_samples, "Resamples behind the intervals, 0 = none")
      ->capture_default_str()
      ->check(CLI::Range(0, 100'000));
  sub->add_option("--seed", command->options.seed, "Seed of the bootstrap")->capture_default_str();
  add_row_options(*sub, command->rows);
  add_label_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo eval text --data test.jsonl --out eval/\n"
      "  emo eval text --data tweets.csv --label-column emotion --classes anger,joy,sadness --format json\n"
      "  emo eval text --model runs/1/bundle --data dev.jsonl --min-macro-f1 0.5 --quiet");
  sub->callback([command, &context] { context.action = [command, &context] { return run_eval(*command, context); }; });
}

}  // namespace emo::cli
