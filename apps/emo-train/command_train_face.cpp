// `emo train face`: which run to make, and what to say about it. The run is train/face_run's, the configuration
// face_flags.cpp's, and what both kinds of training do alike training_command's.
#include "command_train_face.hpp"

#include <memory>
#include <string>
#include <utility>

#include "build_info.hpp"
#include "command_line.hpp"
#include "console/given_name.hpp"
#include "console/number_range.hpp"
#include "face_flags.hpp"
#include "judged_files.hpp"
#include "pipeline/golden.hpp"
#include "train/face_run.hpp"
#include "training_command.hpp"
#include "training_options.hpp"

namespace emo::app {
namespace {

Result<train::FaceRunResult> train_face(const FaceFlags& flags, bool resume, const std::string& command,
                                        train::TrainingObserver& observer) {
  EMO_ASSIGN(auto config, resume ? face_config_of_run(flags.out, flags) : face_config_of(flags));
  train::FaceRunOptions options{flags.out, resume, command, kGitCommit, pipeline::make_golden};
  if (!resume) options.recipe = train::to_json(config);
  EMO_ASSIGN(auto done, train::run_face_training(std::move(config), options, observer));
  if (!done.interrupted) EMO_TRY(write_judged_files(done, flags.out));
  return done;
}

Result<std::string> face_recipe(const FaceFlags& flags) {
  EMO_ASSIGN(const auto config, face_config_of(flags));
  return train::to_json(config);
}

FaceFlags face_course(const FaceFlags& flags) {
  FaceFlags course;
  static_cast<TrainingFlags&>(course) = course_of(flags);
  course.max_minutes = flags.max_minutes;
  return course;
}

Result<void> check_face_run(const FaceFlags& course) {
  const auto config = face_config_of_run(course.out, course);
  return config ? Result<void>() : Result<void>(config.error());
}

void add_picture_options(CLI::App& sub, FaceFlags& flags) {
  sub.add_option("--images", flags.images, "Folder of a list's relative paths (default: the list's)")
      ->check(console::check_name)
      ->type_name("DIR");
  sub.add_option("--image-column", flags.image_column,
                 "Of a csv, tsv or jsonl: column or member with the path (default: image)")
      ->check(console::check_name)
      ->type_name("NAME");
  sub.add_option("--label-column", flags.label_column,
                 "Of a csv, tsv or jsonl: column or member with the label (default: label)")
      ->check(console::check_name)
      ->type_name("NAME");
  sub.add_option("--classes", flags.classes, "Names of the labels 0, 1, 2… (or 1, 2, 3…) of the data")
      ->delimiter(',')
      ->type_name("a,b,c");
  sub.add_option("--arch", flags.architecture,
                 "Network of a fresh start: plain (default), repvgg, resnet18, resnet50, mobilenet_v1, mobilenet_v2, "
                 "efficientnet_lite0, vit, attention_cnn")
      ->type_name("NAME");
}

void add_time_option(CLI::App& sub, FaceFlags& flags) {
  sub.add_option(
         "--max-minutes", flags.max_minutes,
         "Shape the schedule so that training ends after this time, or with --epochs where those are done first")
      ->check(console::finite_number())
      ->type_name("MINUTES");
}

void add_input_options(CLI::App& sub, FaceFlags& flags) {
  sub.add_option("--batch", flags.batch, "Images per step (default: the config's, else 64)")
      ->check(console::natural_number())
      ->type_name("N");
  sub.add_option(
         "--grow-input-to", flags.grow_input_to,
         "Largest side of the network's input where the pictures are larger than it (with --data alone 64, with "
         "--init and --data alone 96); 0 keeps it")
      ->check(console::natural_number())
      ->type_name("N");
  add_choice(sub, "--flip-average,!--no-flip-average", flags.flip_average,
             "The model reads the mirror image too and takes the mean: steadier, at twice the time a face (with "
             "--data alone: yes)");
}

}  // namespace

void add_train_face(CLI::App& app, int& status) {
  auto flags = std::make_shared<FaceFlags>();
  auto* sub = app.add_subcommand("face", "Train a face model on labelled faces.");
  add_training_options(
      *sub, *flags,
      {.data = "Labelled faces: a folder per class, a FER2013 csv, a list file, or a folder with packed FER+ files; "
               "with a --config that names its own, the folder that its paths start from",
       .init = "Bundle to start from",
       .teacher = "Bundle to imitate (may be repeated)",
       .part = "split",
       .runs = ", all on the same split",
       .after_config = [&] { add_picture_options(*sub, *flags); },
       .after_epochs = [&] { add_time_option(*sub, *flags); },
       .after_rate = [&] { add_input_options(*sub, *flags); },
       .epochs = " (with --data alone 40; with --init and --data alone 24, fewer of more than 11,000 pictures)",
       .rate = " (with --data alone .005, with --init and --data alone .0006)"});
  sub->footer(
      "Examples:\n  emo train face --data faces/ --init face --out runs/faces\n"
      "  emo train face --data fer2013.csv --out runs/fer --max-minutes 50\n"
      "--data may be a folder per class (also below train/, val/, test/), a FER2013 csv, a list of `path label` such "
      "as\n"
      "RAF-DB's, a csv, tsv or jsonl with image and label, or a folder with packed FER+ files.");
  sub->callback([flags, sub, &status] {
    const TrainingCommand<FaceFlags, train::FaceRunResult> command{"face",
                                                                   "photo.jpg",
                                                                   {{"--epochs", {"epochs", "most_views"}},
                                                                    {"--max-minutes", {"max_minutes", "most_views"}},
                                                                    {"--patience", {"patience"}},
                                                                    {"--threads", {"threads"}},
                                                                    {"--fp32", {"int8"}},
                                                                    {"--quiet"},
                                                                    {"--format"}},
                                                                   train_face,
                                                                   face_recipe,
                                                                   face_course,
                                                                   check_face_run};
    status = run_training(command, *flags, *sub);
  });
}

}  // namespace emo::app
