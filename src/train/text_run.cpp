// The order of a run: heads -> data -> start -> folder -> teachers -> epochs -> bundle. Every step lives elsewhere.
#include "train/text_run.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "train/teacher_targets.hpp"
#include "train/text_export.hpp"
#include "train/text_trainer.hpp"

namespace emo::train {
namespace {

// libtorch may start with one thread whatever the machine has, so the number is always set.
int use_threads(const TextTrainConfig& config) {
  const auto cores = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
  const auto threads = static_cast<int>(config.threads > 0 ? config.threads : cores);
  at::set_num_threads(threads);
  return threads;
}

}  // namespace

Result<TextRunResult> run_text_training(TextTrainConfig config, const TextRunOptions& options,
                                        TrainingObserver& observer) {
  const int threads = use_threads(config);
  EMO_TRY(complete_heads(config));
  EMO_ASSIGN(auto data, load_text_dataset(config));
  EMO_ASSIGN(auto start, start_from(config));
  EMO_ASSIGN(auto folder, RunFolder::create(options.folder, to_json(config), options.resume));
  EMO_TRY(add_teacher_targets(config, threads, data, observer));
  TextTrainer trainer(std::move(config), std::move(data), std::move(start), folder, observer);
  if (options.resume) EMO_TRY(trainer.resume());
  EMO_TRY(trainer.run());
  TextRunResult result;
  result.interrupted = trainer.was_interrupted();
  if (result.interrupted) return result;
  EMO_TRY(export_text_bundle(trainer, folder.bundle(),
                             {options.command, options.git_commit, threads, options.make_golden}, observer));
  result.bundle = folder.bundle();
  result.best = best_figures(trainer.state());
  return result;
}

}  // namespace emo::train
