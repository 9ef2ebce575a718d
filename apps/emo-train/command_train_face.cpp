// `emo train face`: which run to make, and what to say about it. The run is train/face_run's, the configuration
// face_flags.cpp's, and what both kinds of training do alike training_command's.
#include "command_train_face.hpp"

#include <memory>
#include <string>
#include <utility>

#include "build_info.hpp"
#include "command_line.hpp"
#include "face_flags.hpp"
#include "judged_files.hpp"
#include "pipeline/golden.hpp"
#include "train/face_run.hpp"
#include "training_command.hpp"
#include "training_options.hpp"
#include "usage/given_name.hpp"
#include "usage/number_range.hpp"

namespace emo::app {
namespace {

Result<train::FaceRunResult> train_face(const FaceFlags& flags, bool resume, const std::string& command,
                                        train::TrainingObserver& observer) {
  EMO_ASSIGN(auto config, resume ? face_config_of_run(flags.out, flags) : face_config_of(flags));
  EMO_ASSIGN(auto done,
             train::run_face_training(std::move(config),
                                      {flags.out, resume, command, kGitCommit, pipeline::make_golden}, observer));
  if (!done.interrupted) EMO_TRY(write_judged_files(done, flags.out));
  return done;
}

Result<std::string> face_recipe(const FaceFlags& flags) {
  EMO_ASSIGN(const auto config, face_config_of(flags));
  return train::to_json(config);
}

void add_picture_options(CLI::App& sub, FaceFlags& flags) {
  sub.add_option("--images", flags.images, "folder of the images that a list names (default: beside the list)")
      ->check(usage::check_name);
  sub.add_option("--classes", flags.classes, "names of classes that the data numbers 0, 1, 2, … (or 1, 2, 3, …)")
      ->delimiter(',');
  sub.add_option("--arch", flags.architecture,
                 "network of a fresh start: plain (default), repvgg, resnet18, resnet50, mobilenet_v1, mobilenet_v2, "
                 "efficientnet_lite0, vit, attention_cnn");
}

void add_time_option(CLI::App& sub, FaceFlags& flags) {
  sub.add_option(
         "--max-minutes", flags.max_minutes,
         "shape the schedule so that training ends after this time, or with --epochs where those are done first")
      ->check(usage::finite_number());
}

void add_input_options(CLI::App& sub, FaceFlags& flags) {
  sub.add_option("--batch", flags.batch, "images per step")->check(usage::natural_number());
  sub.add_option(
         "--grow-input-to", flags.grow_input_to,
         "largest side of the network's input where the pictures are larger than it (with --data alone 64, with "
         "--init and --data alone 96); 0 keeps it")
      ->check(usage::natural_number());
  add_choice(sub, "--flip-average,!--no-flip-average", flags.flip_average,
             "the model reads the mirror image too and takes the mean: steadier, at twice the time a face (with "
             "--data alone: yes)");
}

}  // namespace

void add_train_face(CLI::App& app, int& status) {
  auto flags = std::make_shared<FaceFlags>();
  auto* sub = app.add_subcommand("face", "Train a face model on labelled faces.");
  add_training_options(
      *sub, *flags,
      {.data = "labelled faces: a folder per class, a FER2013 csv, a list file, or a folder with packed FER+ files; "
               "with --config the folder that relative paths start from",
       .init = "bundle to start from",
       .teacher = "bundle to imitate (repeatable)",
       .part = "split",
       .runs = ", all on the same split",
       .after_config = [&] { add_picture_options(*sub, *flags); },
       .after_epochs = [&] { add_time_option(*sub, *flags); },
       .after_rate = [&] { add_input_options(*sub, *flags); }});
  sub->footer(
      "Examples:\n  emo train face --data faces/ --init models/face --out runs/faces\n"
      "  emo train face --data fer2013.csv --out runs/fer --max-minutes 50\n"
      "--data may be a folder per class (also below train/, val/, test/), a FER2013 csv, a list of `path label` such "
      "as\n"
      "RAF-DB's, a csv, tsv or jsonl with image and label, or a folder with packed FER+ files.");
  sub->callback([flags, sub, &status] {
    const TrainingCommand<FaceFlags, train::FaceRunResult> command{
        "face",
        "photo.jpg",
        {"--epochs", "--max-minutes", "--patience", "--threads", "--fp32", "--quiet", "--format"},
        train_face,
        face_recipe};
    status = run_training(command, *flags, *sub);
  });
}

}  // namespace emo::app
