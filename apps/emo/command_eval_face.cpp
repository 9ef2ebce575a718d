// `emo eval face`: labelled faces through a model. Output and gates are in eval_output.cpp.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/face_evaluation.hpp"
#include "eval_output.hpp"
#include "face_options.hpp"
#include "progress_bar.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kShownProblems = 5;

struct EvalFaceCommand {
  std::string data, map, split, labels;
  dataset::FaceDataOptions reading;
  std::optional<double> min_train_distance;
  eval::FaceEvaluationOptions options;
  FaceOptions faces;
  EvalOutput output;
};

void report_rejected(const dataset::FaceData& data, const Context& context) {
  if (data.rejected.empty() || context.global.quiet) return;
  std::fprintf(stderr, "emo: %s rows of the data cannot be used\n", grouped(data.rejected.size()).c_str());
  for (std::size_t i = 0; i < std::min(kShownProblems, data.rejected.size()); ++i) {
    std::fprintf(stderr, "  %s\n", data.rejected[i].message.c_str());
  }
}

/// The items that were asked for, with the labels that were asked for.
Result<dataset::FaceData> load(EvalFaceCommand& command, const Context& context) {
  EMO_ASSIGN(auto data, dataset::read_face_data(command.data, command.reading));
  report_rejected(data, context);
  if (!command.split.empty()) {
    const auto split = dataset::split_of(command.split);
    if (!split) {
      return Error{ErrorCode::kUsage, "unknown split '" + command.split +
                                          "', expected train, val, test, Training, PublicTest or PrivateTest"};
    }
    dataset::keep_split(data, *split);
    if (data.items.empty()) {
      return Error{ErrorCode::kInvalidData, command.data + ": no face is in split '" + command.split + "'"};
    }
  }
  if (command.min_train_distance) {
    std::erase_if(data.items, [&](const dataset::FaceItem& item) {
      return item.train_distance && *item.train_distance < *command.min_train_distance;
    });
  }
  if (command.labels == "votes-majority" || command.labels == "votes-majority-8") {
    EMO_ASSIGN(const std::size_t dropped, dataset::label_by_majority(data, command.labels == "votes-majority"));
    if (!context.global.quiet) {
      std::fprintf(stderr, "emo: %s faces without a majority of votes for one of the classes left out\n",
                   grouped(dropped).c_str());
    }
  }
  return data;
}

Result<eval::Evaluation> evaluate(EvalFaceCommand& command, const Context& context) {
  if (!command.map.empty()) {
    EMO_ASSIGN(command.options.label_map, eval::read_label_map(command.map));
  }
  EMO_ASSIGN(const auto data, load(command, context));
  command.faces.no_detect = !command.options.detect;
  command.options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.faces));
  if (command.options.split.empty()) {
    command.options.split = std::filesystem::path(command.data).lexically_normal().filename().string();
    if (!command.split.empty()) command.options.split = command.split;
  }
  ProgressBar bar(stderr_is_terminal(), context.global.quiet);
  command.options.progress = [&bar](std::size_t done, std::size_t total) {
    bar.update({done, 0, static_cast<double>(done) / static_cast<double>(total), 0.0});
  };
  auto evaluation = eval::evaluate_faces(*recognizer, data, command.options);
  bar.finish();
  return evaluation;
}

int run_eval(EvalFaceCommand& command, const Context& context) {
  const auto evaluation = evaluate(command, context);
  if (!evaluation) return fail(evaluation.error());
  const auto judge_bundle = [&](const std::string& bundle) {
    Context other = context;
    other.global.model = bundle;
    return evaluate(command, other);
  };
  return finish_eval(*evaluation, command.output, context, judge_bundle);
}

}  // namespace

void add_eval_face_command(CLI::App& eval, Context& context) {
  auto* sub = eval.add_subcommand("face", "Metrics of a face model on labelled faces");
  auto command = std::make_shared<EvalFaceCommand>();
  sub->add_option("--data", command->data,
                  "FER2013 csv, packed FER2013 folder, folder per class, list of `path label`, csv or jsonl")
      ->required()
      ->type_name("D");
  sub->add_option("--split", command->split, "Use this part: train, val, test, Training, PublicTest, PrivateTest")
      ->type_name("NAME");
  sub->add_option("--labels", command->labels,
                  "fer: the data's own labels (default); votes-majority: more than half of FER+'s votes, 7 classes; "
                  "votes-majority-8: with contempt")
      ->check(CLI::IsMember({"fer", "votes-majority", "votes-majority-8"}))
      ->type_name("RULE");
  sub->add_option("--votes", command->reading.votes, "FER+'s fer2013new.csv (default: beside the FER2013 csv)")
      ->type_name("FILE");
  sub->add_option("--min-train-distance", command->min_train_distance,
                  "Leave out faces nearer to a training image than this mean grey difference, where the data says")
      ->type_name("X");
  sub->add_option("--images", command->reading.images, "Folder of a list's relative paths (default: the list's)")
      ->type_name("DIR");
  sub->add_option("--image-column", command->reading.image_column, "Column or member with the path")
      ->capture_default_str();
  sub->add_option("--label-column", command->reading.label_column, "Column or member with the label")
      ->capture_default_str();
  sub->add_option("--class-names", command->reading.numbered, "Names of the labels 0, 1, 2… of the data")
      ->delimiter(',')
      ->type_name("a,b,c");
  sub->add_option("--map", command->map, "JSON object: label of the data -> label of the model, null = drop")
      ->type_name("FILE");
  sub->add_option("--classes", command->options.classes, "Forced choice among these classes")
      ->delimiter(',')
      ->type_name("a,b,c");
  sub->add_option("--head", command->options.head, "Head to measure (default: the one whose labels the data uses)")
      ->type_name("NAME");
  sub->add_flag("--detect", command->options.detect, "Find the largest face of each picture first");
  sub->add_option("--bootstrap", command->options.bootstrap_samples, "Resamples behind the intervals, 0 = none")
      ->capture_default_str()
      ->check(CLI::Range(0, 100'000));
  sub->add_option("--seed", command->options.seed, "Seed of the bootstrap")->capture_default_str();
  add_eval_output_options(*sub, command->output);
  add_face_options(*sub, command->faces, false);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo eval face --data fer2013.csv --split PrivateTest --out eval/\n"
      "  emo eval face --data fer2013plus/ --split PrivateTest --labels votes-majority --format json\n"
      "  emo eval face --data RAF-DB/EmoLabel/list_patition_label.txt --split test --detect\n"
      "  emo eval face --data my_faces/ --model runs/1/bundle --min-accuracy 0.8");
  sub->callback([command, &context] { context.action = [command, &context] { return run_eval(*command, context); }; });
}

}  // namespace emo::cli
