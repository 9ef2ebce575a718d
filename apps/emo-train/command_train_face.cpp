// `emo train face`: which run to make, and what to say about it.
#include "command_train_face.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "build_info.hpp"
#include "command_line.hpp"
#include "face_flags.hpp"
#include "judged_files.hpp"
#include "pipeline/golden.hpp"
#include "progress_bar.hpp"
#include "report_hook.hpp"
#include "train/config_checks.hpp"
#include "train/face_run.hpp"
#include "training_command.hpp"

namespace emo::app {
namespace {

constexpr const char* kTask = "face";

Result<train::FaceRunResult> run_one(const FaceFlags& flags, const std::string& command,
                                     train::TrainingObserver& progress) {
  const bool resume = flags.resume && (flags.seeds == 0 || std::filesystem::exists(flags.out + "/args.json"));
  EMO_ASSIGN(auto config, resume ? face_config_of_run(flags.out, flags) : face_config_of(flags));
  ReportHook report(progress, flags.out);
  EMO_ASSIGN(auto done,
             train::run_face_training(std::move(config),
                                      {flags.out, resume, command, kGitCommit, pipeline::make_golden}, report));
  if (done.interrupted) return done;
  EMO_TRY(write_judged_files(done, flags.out));
  report.finish(done.command);
  return done;
}

int run_single(const FaceFlags& flags, const std::string& command) {
  ProgressBar progress(flags.quiet);
  const auto done = run_one(flags, command, progress);
  if (!done) return fail_training(kTask, done.error());
  if (done->interrupted) return tell_interruption(kTask, flags.out, false);
  progress.on_message("wrote " + done->bundle + "; try: emo face --model " + done->bundle + " photo.jpg");
  return 0;
}

int run_several(const FaceFlags& flags, const std::string& command) {
  ProgressBar progress(flags.quiet);
  return run_seeds(kTask, flags.out, flags.seeds, progress,
                   [&](const std::string& folder, std::int64_t seed) -> Result<FinishedRun> {
                     FaceFlags one = flags;
                     one.out = folder;
                     one.seed = seed;
                     EMO_ASSIGN(auto done, run_one(one, command, progress));
                     return FinishedRun{done.interrupted, std::move(done.best)};
                   });
}

}  // namespace

void add_train_face(CLI::App& app, int& status) {
  auto flags = std::make_shared<FaceFlags>();
  auto* sub = app.add_subcommand("face", "Train a face model on labelled faces.");
  sub->add_option("--data", flags->data,
                  "labelled faces: a folder per class, a FER2013 csv, a list file, or a folder with packed FER+ files; "
                  "with --config the folder that relative paths start from");
  sub->add_option("--out", flags->out, "run folder to write")->required();
  sub->add_option("--init", flags->init, "bundle to start from");
  sub->add_option("--config", flags->config, "training config (JSON), see docs/training.md")->check(CLI::ExistingFile);
  sub->add_option("--images", flags->images, "folder of the images that a list names (default: beside the list)");
  sub->add_option("--classes", flags->classes, "names of classes that the data numbers 0, 1, 2, …")->delimiter(',');
  sub->add_option("--arch", flags->architecture,
                  "network of a fresh start: plain (default), repvgg, resnet18, resnet50, mobilenet_v1, mobilenet_v2, "
                  "efficientnet_lite0, vit, attention_cnn");
  sub->add_option("--name", flags->name, "name of the model in its manifest");
  sub->add_option("--teacher", flags->teachers, "bundle to imitate (repeatable)");
  sub->add_option("--epochs", flags->epochs,
                  "passes over the data; 0 fits the bundle of --init anew to the development rows and exports it")
      ->check(CLI::Range(std::int64_t{0}, train::kMaxEpochs));
  sub->add_option(
      "--max-minutes", flags->max_minutes,
      "shape the schedule so that training ends after this time, or with --epochs where those are done first");
  sub->add_option("--lr", flags->learning_rate, "peak learning rate");
  sub->add_option("--batch", flags->batch, "images per step");
  sub->add_option("--grow-input-to", flags->grow_input_to,
                  "largest side of the network's input where the pictures are larger than it (64 with --data alone); "
                  "0 keeps it");
  add_choice(*sub, "--flip-average,!--no-flip-average", flags->flip_average,
             "the model reads the mirror image too and takes the mean: steadier, at twice the time a face (with "
             "--data alone: yes)");
  sub->add_option("--patience", flags->patience, "stop after so many epochs without a better development score");
  sub->add_option("--dev-fraction", flags->dev_fraction,
                  "share held out for development where the data has no such split (default: 0.1)");
  sub->add_option("--test-fraction", flags->test_fraction,
                  "share held out of data without a test split and judged once, by the exported model (default: none)");
  auto* seed = sub->add_option("--seed", flags->seed, "seed of everything random");
  sub->add_option("--seeds", flags->seeds,
                  "runs with seeds 1..N in OUT/seed-1..N, all on the same split; prints mean and deviation")
      ->check(CLI::Range(std::int64_t{1}, kMaxSeeds))
      ->excludes(seed);
  sub->add_option("--threads", flags->threads, "threads (default: all cores)");
  add_bf16(*sub, flags->bf16);
  sub->add_flag("--resume", flags->resume, "go on with the run in --out");
  sub->add_flag("--fp32", flags->fp32, "keep the exported weights in fp32");
  sub->add_flag("--quiet", flags->quiet, "no progress output");
  sub->footer(
      "Examples:\n  emo train face --data faces/ --init models/face --out runs/faces\n"
      "  emo train face --data fer2013.csv --out runs/fer --max-minutes 50\n"
      "--data may be a folder per class (also below train/, val/, test/), a FER2013 csv, a list of `path label` such "
      "as\n"
      "RAF-DB's, a csv, tsv or jsonl with image and label, or a folder with packed FER+ files.");
  sub->callback([flags, sub, &status] {
    const bool needs_data = !flags->resume || flags->seeds > 0;
    if (flags->data.empty() && flags->config.empty() && needs_data) {
      status =
          fail_training(kTask, {ErrorCode::kUsage, "give --data or --config (or --resume); see emo train face --help"});
      return;
    }
    if (flags->resume && flags->seeds == 0) {  // with --seeds, runs not yet begun take what they took before
      const auto taken = check_flags_of_resumed_run(
          *sub, {"--epochs", "--max-minutes", "--patience", "--threads", "--fp32", "--quiet"});
      if (!taken) {
        status = fail_training(kTask, taken.error());
        return;
      }
    }
    const std::string command = command_line("emo train face", *sub);
    status = flags->seeds > 0 ? run_several(*flags, command) : run_single(*flags, command);
  });
}

}  // namespace emo::app
