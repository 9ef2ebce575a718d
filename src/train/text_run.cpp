// The order of a run: data -> start -> folder -> teachers -> epochs -> bundle. Every step lives elsewhere; what a
// program prints about it goes through the observer.
#include "train/text_run.hpp"

#include <utility>

#include "core/number_words.hpp"
#include "train/config_checks.hpp"
#include "train/config_fields.hpp"
#include "train/machine.hpp"
#include "train/models_digest.hpp"
#include "train/rejected.hpp"
#include "train/split_checks.hpp"
#include "train/text_export.hpp"
#include "train/text_languages.hpp"
#include "train/text_step_goal.hpp"
#include "train/text_teachers.hpp"
#include "train/text_trainer.hpp"

namespace emo::train {
namespace {

void tell_problems(const TextDataset& data, TrainingObserver& observer) {
  tell_rejected(data.rejected, observer);
  for (const auto& line : data.told) observer.on_message(line);
  tell_near_copies(data.judged_near_copies, data.dev.size() + data.test.size() + data.test_keys.size(), "rows",
                   observer);
}

// Those of `examples` that the first head knows the labels of.
std::vector<io::Row> rows_of_first_head(const std::vector<TextExample>& examples, const HeadPlan& head) {
  std::vector<io::Row> rows;
  for (const auto& example : examples) {
    const auto& target = example.targets.front();
    if (target.empty()) continue;
    io::Row row;
    row.number = example.row;
    row.id = example.id;
    row.text = example.text;
    for (std::size_t k = 0; k < target.size(); ++k) {
      if (target[k] > 0) row.labels.push_back(head.labels[k]);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// args.json then says the length alone, so that --resume --epochs N may add to it. `tokens`: of an epoch.
void settle_length(std::int64_t tokens, std::size_t rows, TextTrainConfig& config, TrainingObserver& observer) {
  if (config.fewest_steps == 0) return;
  const RunLength asked{config.epochs, config.tokens_per_batch};
  const RunLength length = with_fewest_steps(asked, config.fewest_steps, tokens);
  config.epochs = length.epochs;
  config.tokens_per_batch = length.tokens_per_batch;
  config.fewest_steps = 0;
  if (length.tokens_per_batch == asked.tokens_per_batch && length.epochs == asked.epochs) return;
  observer.on_message(core::counted(static_cast<std::uint64_t>(length.epochs), "epoch", "epochs") + " in batches of " +
                      std::to_string(length.tokens_per_batch) + " tokens instead of " + std::to_string(asked.epochs) +
                      " of " + std::to_string(asked.tokens_per_batch) + ": " + std::to_string(rows) +
                      " training rows are few (--epochs or --tokens-per-batch says what you want)");
}

// The exported model reads all windows of a long text; an epoch learns one of them.
void tell_long_texts(std::size_t long_texts, std::size_t rows, std::int64_t max_tokens, TrainingObserver& observer) {
  if (long_texts == 0) return;
  const std::string limit = std::to_string(max_tokens);
  observer.on_message(std::to_string(long_texts) + " of " + std::to_string(rows) + " training texts have more than " +
                      limit + " tokens: of each an epoch learns " + limit +
                      ", another part every time (`max_tokens` in a config)");
}

// What the lengths of the training texts say, in one pass over them.
void look_at_lengths(const TextDataset& data, const TextStart& start, TextTrainConfig& config,
                     TrainingObserver& observer) {
  if (config.epochs == 0 && config.fewest_steps == 0) return;
  const TextEncoderInput input = encoder_input(config, start);
  const EpochLength length = epoch_length(data, config, input);
  settle_length(length.tokens, data.train.size(), config, observer);
  if (config.epochs > 0) tell_long_texts(length.long_texts, data.train.size(), input.max_tokens(), observer);
}

// As settle_length(): args.json says what was chosen, so that a resumed run goes on with it.
void settle_selection(const TextDataset& data, TextTrainConfig& config, TrainingObserver& observer) {
  if (config.select != TextSelection::kAuto) return;
  const bool few = data.dev.size() < kFewDevRows;
  config.select = few ? TextSelection::kCalibratedLoss : TextSelection::kMacroF1;
  if (!few || config.epochs == 0) return;
  observer.on_message(std::to_string(data.dev.size()) +
                      " development rows are few: of the epochs that these cannot tell apart by their loss after "
                      "calibration the last is kept, not the one of the best macro-F1 (`select` in a config)");
}

}  // namespace

Result<TextRunResult> run_text_training(TextTrainConfig config, const TextRunOptions& options,
                                        TrainingObserver& observer) {
  const int threads = use_threads(config.threads);
  EMO_TRY(RunFolder::check(options.folder, options.resume));
  if (!options.resume) {
    EMO_TRY(check_beside_init(config));
    EMO_TRY(check_teachers_are_there(config));
  }
  EMO_ASSIGN(auto data, load_text_dataset(config));
  tell_problems(data, observer);
  EMO_ASSIGN(auto start, text_start_from(config, data.train));
  // What the start has learnt of texts it has learnt of texts that were read so.
  if (!config.normalizer_stated) {
    config.normalizer_version = start.normalizer_version.value_or(config.normalizer_version);
  }
  config.normalizer_stated = true;
  observer.on_message(choose_languages(data, start.languages, config));
  EMO_TRY(check_start(config.epochs, start.knows_all, start.by_dense_layer));
  EMO_TRY(config_needs(config.start_shares.empty() || start.carried.size() == config.heads.size(),
                       "start_shares needs --init with a bundle that has every head of this run"));
  look_at_lengths(data, start, config, observer);
  settle_selection(data, config, observer);
  if (config.epochs > 0 || options.resume) {
    EMO_ASSIGN(data.teachers, text_teacher_names(config));
    auto leant_on = text_teacher_bundles(config);
    if (!config.start_shares.empty()) leant_on.push_back(config.init);
    EMO_ASSIGN(start.models_sha256, models_digest(leant_on));
  }
  const std::string args = to_json(config);
  EMO_ASSIGN(auto folder, RunFolder::create(options.folder, args, options.resume, options.recipe));
  TextTrainer trainer(std::move(config), std::move(data), std::move(start), folder, observer);
  if (options.resume) EMO_TRY(trainer.resume());
  EMO_ASSIGN(const auto command, folder.begin(args, options.command));
  EMO_TRY(trainer.run(threads));
  TextRunResult result;
  result.interrupted = trainer.was_interrupted();
  if (result.interrupted) return result;
  EMO_TRY(export_text_bundle(trainer, folder.bundle(), {command, options.git_commit, threads, options.make_golden},
                             observer));
  result.bundle = folder.bundle();
  result.threads = threads;
  result.command = command;
  result.best = best_figures(trainer.state());
  const HeadPlan& head = trainer.config().heads.front();
  result.head = head.name;
  result.dev = rows_of_first_head(trainer.data().dev, head);
  result.test = rows_of_first_head(trainer.data().test, head);
  return result;
}

}  // namespace emo::train
