// Flags of `emo train text` and the order of a run: config -> data -> start -> epochs -> bundle.
#include "command_train_text.hpp"

#include <torch/torch.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build_info.hpp"
#include "io/file.hpp"
#include "pipeline/golden.hpp"
#include "progress_bar.hpp"
#include "train/text_export.hpp"
#include "train/text_trainer.hpp"

namespace emo::app {
namespace {

struct Flags {
  std::string data, out, init, config, name;
  std::vector<std::string> teachers;
  std::optional<std::int64_t> epochs, seed, threads, tokens_per_batch;
  std::optional<double> learning_rate;
  bool resume = false, quiet = false, fp32 = false;
};

// One data set without a config: a file, or a folder with train (and dev) files; one head, labels as found.
Result<train::TextTrainConfig> config_from_data(const std::string& data) {
  namespace fs = std::filesystem;
  train::TextTrainConfig config;
  train::SourcePlan source;
  source.name = fs::path(data).filename().string();
  if (fs::is_directory(data)) {
    for (const char* extension : {".jsonl", ".csv", ".tsv"}) {
      if (source.train.empty() && fs::exists(data + "/train" + extension)) source.train = data + "/train" + extension;
      if (source.dev.empty() && fs::exists(data + "/dev" + extension)) source.dev = data + "/dev" + extension;
    }
    if (source.train.empty()) {
      return Error{ErrorCode::kNotFound, data + " has no train.jsonl, train.csv or train.tsv"};
    }
  } else {
    source.train = data;
  }
  train::HeadPlan head;
  head.name = "labels";
  config.heads.push_back(head);
  config.sources.push_back(source);
  return config;
}

Result<train::TextTrainConfig> effective_config(const Flags& flags) {
  train::TextTrainConfig config;
  if (flags.resume) {
    const std::string args = flags.out + "/args.json";
    EMO_ASSIGN(const auto text, io::read_file(args));
    auto parsed = train::parse_text_config(text, "");
    if (!parsed) return parsed.error().at(args);
    config = std::move(*parsed);
  } else if (!flags.config.empty()) {
    EMO_ASSIGN(const auto text, io::read_file(flags.config));
    const std::string base =
        flags.data.empty() ? std::filesystem::path(flags.config).parent_path().string() : flags.data;
    auto parsed = train::parse_text_config(text, std::filesystem::absolute(base).string());
    if (!parsed) return parsed.error().at(flags.config);
    config = std::move(*parsed);
  } else {
    EMO_ASSIGN(config, config_from_data(flags.data));
  }
  if (!flags.init.empty()) config.init = flags.init;
  if (!flags.name.empty()) config.name = flags.name;
  if (!flags.teachers.empty()) config.teachers = flags.teachers;
  config.epochs = flags.epochs.value_or(config.epochs);
  config.seed = flags.seed.value_or(config.seed);
  config.threads = flags.threads.value_or(config.threads);
  config.tokens_per_batch = flags.tokens_per_batch.value_or(config.tokens_per_batch);
  config.learning_rate = flags.learning_rate.value_or(config.learning_rate);
  if (flags.fp32) config.int8 = false;
  return config;
}

Result<void> run(const Flags& flags, const std::string& command) {
  EMO_ASSIGN(auto config, effective_config(flags));
  if (config.threads > 0) torch::set_num_threads(static_cast<int>(config.threads));
  ProgressBar progress(flags.quiet);
  EMO_TRY(train::complete_heads(config));
  EMO_ASSIGN(auto folder, train::RunFolder::create(flags.out, train::to_json(config), flags.resume));
  EMO_ASSIGN(auto data, train::load_text_dataset(config));
  EMO_ASSIGN(auto start, train::start_from(config));
  EMO_TRY(train::add_teacher_targets(config, data, progress));
  train::TextTrainer trainer(config, std::move(data), std::move(start), folder, progress);
  if (flags.resume) EMO_TRY(trainer.resume());
  EMO_TRY(trainer.run());
  if (trainer.was_interrupted()) {
    return Error{ErrorCode::kInvalidInput, "stopped; go on with: emo train text --out " + flags.out + " --resume"};
  }
  const train::ExportOptions options{command, kGitCommit, pipeline::make_golden};
  EMO_TRY(train::export_text_bundle(trainer, folder.bundle(), options, progress));
  progress.on_message("wrote " + folder.bundle() + "; try: emo text --model " + folder.bundle() + " \"what a day\"");
  return {};
}

std::string joined(const CLI::App& app) {
  std::string out = "emo train text";
  for (const auto* option : app.get_options()) {
    for (const auto& value : option->results()) {
      out += " " + option->get_name() + (option->get_type_size() == 0 ? "" : " " + value);
    }
  }
  return out;
}

}  // namespace

void add_train_text(CLI::App& app, int& status) {
  auto flags = std::make_shared<Flags>();
  auto* sub = app.add_subcommand("text", "Fine-tune a text encoder on labelled texts.");
  sub->add_option("--data", flags->data,
                  "labelled texts: a jsonl/csv/tsv file, or a folder with train.* (and dev.*); with --config the folder "
                  "that relative paths start from");
  sub->add_option("--out", flags->out, "run folder to write")->required();
  sub->add_option("--init", flags->init, "bundle or Hugging Face folder to start from");
  sub->add_option("--config", flags->config, "training config (JSON), see docs/training.md")->check(CLI::ExistingFile);
  sub->add_option("--name", flags->name, "name of the model in its manifest");
  sub->add_option("--teacher", flags->teachers, "bundle to imitate (repeatable)");
  sub->add_option("--epochs", flags->epochs, "passes over the data");
  sub->add_option("--lr", flags->learning_rate, "peak learning rate");
  sub->add_option("--tokens-per-batch", flags->tokens_per_batch, "token budget of a batch");
  sub->add_option("--seed", flags->seed, "seed of everything random");
  sub->add_option("--threads", flags->threads, "threads (default: all cores)");
  sub->add_flag("--resume", flags->resume, "go on with the run in --out");
  sub->add_flag("--fp32", flags->fp32, "keep the exported weights in fp32");
  sub->add_flag("--quiet", flags->quiet, "no progress output");
  sub->footer("Example: emo train text --data reviews.csv --init models/text-en --out runs/reviews");
  sub->callback([flags, sub, &status] {
    if (flags->data.empty() && flags->config.empty() && !flags->resume) {
      std::fprintf(stderr, "emo train text: give --data or --config (or --resume); see emo train text --help\n");
      status = error_info(ErrorCode::kUsage).exit_status;
      return;
    }
    const auto done = run(*flags, joined(*sub));
    if (done) return;
    std::fprintf(stderr, "emo train text: %s\n", done.error().message.c_str());
    status = error_info(done.error().code).exit_status;
  });
}

}  // namespace emo::app
