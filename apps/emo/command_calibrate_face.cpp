// `emo calibrate face`: labelled faces as a model answers them, and which part of the data is fitted to.
#include <memory>
#include <optional>
#include <utility>

#include "calibrate_commands.hpp"
#include "core/without_folders.hpp"
#include "eval/face_evaluation.hpp"
#include "face_data.hpp"
#include "face_options.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"

namespace emo::cli {
namespace {

struct CalibrateFace : CalibrateCommand {
  std::string split, test_split;  ///< `test` is `data` again with another split unless it is given
  FaceDataChoice choice;
  FaceOptions faces;
};

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

Result<ScoredData> score(const CalibrateFace& command, const std::string& path, const std::string& split,
                         dataset::FaceData data, const std::string& head, const pipeline::FaceRecognizer& recognizer,
                         const Context& context) {
  const std::string name = split.empty() ? core::last_part(path) : split;
  auto result = evaluate(command, data, name, head, recognizer, context);
  if (!result) return result.error().at(path);
  tell_problems_of(*result, command.label_map, path, context);
  tell_left_out(*result, context);
  return ScoredData{std::move(*result), recognizer.manifest().heads,
                    [&command, &context, name, faces = command.faces,
                     data = std::move(data)](const io::HeadManifest& other) mutable -> Result<eval::Evaluation> {
                      faces.recognizer.heads = {false, other};
                      EMO_ASSIGN(const auto again, open_face_model(context, faces));
                      return evaluate(command, data, name, other.name, *again, context);
                    }};
}

Result<eval::CalibrationReport> calibrate_face(CalibrateFace& command, const Context& context) {
  EMO_TRY(settle_calibration(command));
  EMO_ASSIGN(const std::string model, choose_face_model(context));
  command.faces.no_detect = true;
  command.faces.recognizer.heads.ignore_calibration = true;
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.faces));
  // Never the test unless it is named: without a part for it there is what was learnt.
  EMO_ASSIGN(auto faces, load_faces(command.choice, command.data, command.split,
                                    {dataset::Split::kDev, dataset::Split::kTrain}, context));
  std::optional<dataset::FaceData> test_faces;
  const std::string& path = command.test.empty() ? command.data : command.test;
  if (!command.test.empty() || !command.test_split.empty()) {
    EMO_ASSIGN(test_faces, load_faces(command.choice, path, command.test_split, {dataset::Split::kTest}, context));
    EMO_TRY(check_apart({command.data, command.split}, {path, command.test_split},
                        "name two parts, with --split and --test-split"));
  }
  EMO_ASSIGN(const auto data,
             score(command, command.data, command.split, std::move(faces), command.head, *recognizer, context));
  std::optional<ScoredData> test;
  if (test_faces) {
    EMO_ASSIGN(test, score(command, path, command.test_split, std::move(*test_faces), data.evaluation.head, *recognizer,
                           context));
  }
  return fit_and_store(command, model, data, test ? &*test : nullptr);
}

}  // namespace

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
  add_calibration_options(*sub, *command);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->footer(
      "Examples:\n  emo calibrate face --data fer2013plus/ --split PublicTest --test-split PrivateTest --labels "
      "votes-majority\n  emo calibrate face --data my_faces/ --split val --coverage 0.9 --risk 0.1 --out calibrated/");
  sub->callback([command, &context] {
    context.action = [command, &context] {
      return print_calibration(calibrate_face(*command, context), *command, context);
    };
  });
}

}  // namespace emo::cli
