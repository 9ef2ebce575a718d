// `emo calibrate text`: labelled texts as a model answers them.
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "calibrate_commands.hpp"
#include "eval/text_evaluation.hpp"
#include "model_choice.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"
#include "row_options.hpp"
#include "split_file.hpp"

namespace emo::cli {
namespace {

struct CalibrateText : CalibrateCommand {
  io::RowOptions rows;
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

/// The labelled rows of a file, where a table says the part of each those of one part.
struct LabelledRows {
  DataPart from;
  std::vector<io::Row> rows;
};

Result<LabelledRows> read(const CalibrateText& command, const std::string& path, dataset::Split part,
                          const Context& context) {
  io::RowOptions reading = command.rows;
  reading.require_labels = true;
  reading.keep_extra = false;
  LabelledRows out{{path, ""}, {}};
  EMO_ASSIGN(auto data, read_rows_of_split(path, reading, out.from.part, {part}, context));
  tell_rejected(data.rejected, context);
  out.rows = std::move(data.rows);
  return out;
}

Result<ScoredData> score(const CalibrateText& command, LabelledRows data, const std::string& head,
                         const std::string& model, const pipeline::TextRecognizer& recognizer, const Context& context) {
  const std::string path = data.from.path;
  auto result = evaluate(command, path, data.rows, head, recognizer, context);
  if (!result) return result.error().at(path);
  tell_problems_of(*result, command.label_map, path, context);
  tell_left_out(*result, context);
  return ScoredData{std::move(*result), recognizer.manifest().heads,
                    [&command, &context, path, model, options = recognizer.options(),
                     rows = std::move(data.rows)](const io::HeadManifest& other) -> Result<eval::Evaluation> {
                      pipeline::RecognizerOptions changed = options;
                      changed.heads = {false, other};
                      EMO_ASSIGN(const auto again, pipeline::TextRecognizer::open(model, changed));
                      return evaluate(command, path, rows, other.name, *again, context);
                    }};
}

Result<eval::CalibrationReport> calibrate_text(CalibrateText& command, const Context& context) {
  EMO_TRY(settle_calibration(command));
  EMO_ASSIGN(const std::string model, choose_model(context));
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  options.heads.ignore_calibration = true;
  EMO_ASSIGN(const auto recognizer, pipeline::TextRecognizer::open(model, options));
  EMO_ASSIGN(auto fitted, read(command, command.data, dataset::Split::kDev, context));
  std::optional<LabelledRows> measured;
  if (!command.test.empty()) {
    EMO_ASSIGN(measured, read(command, command.test, dataset::Split::kTest, context));
    EMO_TRY(check_apart(fitted.from, measured->from, "give --test another file"));
  }
  EMO_ASSIGN(const auto data, score(command, std::move(fitted), command.head, model, *recognizer, context));
  std::optional<ScoredData> test;
  if (measured) {
    EMO_ASSIGN(test, score(command, std::move(*measured), data.evaluation.head, model, *recognizer, context));
  }
  return fit_and_store(command, model, data, test ? &*test : nullptr);
}

}  // namespace

void add_calibrate_text(CLI::App& group, Context& context) {
  auto* sub = group.add_subcommand("text", "Calibrate one head of a text model on labelled development data");
  auto command = std::make_shared<CalibrateText>();
  sub->add_option("--data", command->data, "Labelled development file, not used in training")
      ->required()
      ->type_name("D");
  sub->add_option("--test", command->test, "Another labelled file to measure on; nothing is fitted to it")
      ->check(check_name)
      ->type_name("D");
  add_calibration_options(*sub, *command);
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
      return print_calibration(calibrate_text(*command, context), *command, context);
    };
  });
}

}  // namespace emo::cli
