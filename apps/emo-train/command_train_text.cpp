// `emo train text`: which runs to make, and what to say about them. The run is train/text_run's, the configuration
// text_flags.cpp's, and what both kinds of training do alike training_command's.
#include "command_train_text.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "build_info.hpp"
#include "console/given_name.hpp"
#include "console/number_range.hpp"
#include "io/rows.hpp"
#include "judged_files.hpp"
#include "pipeline/golden.hpp"
#include "text_flags.hpp"
#include "train/text_run.hpp"
#include "training_command.hpp"
#include "training_options.hpp"

namespace emo::app {
namespace {

Result<train::TextRunResult> train_text(const TextFlags& flags, bool resume, const std::string& command,
                                        train::TrainingObserver& observer) {
  EMO_ASSIGN(auto config, resume ? text_config_of_run(flags.out, flags) : text_config_of(flags));
  train::TextRunOptions options{flags.out, resume, command, kGitCommit, pipeline::make_golden};
  if (!resume) options.recipe = train::to_json(config);
  EMO_ASSIGN(auto done, train::run_text_training(std::move(config), options, observer));
  if (!done.interrupted) EMO_TRY(write_judged_files(done, flags.out));
  return done;
}

Result<std::string> text_recipe(const TextFlags& flags) {
  EMO_ASSIGN(const auto config, text_config_of(flags));
  return train::to_json(config);
}

TextFlags text_course(const TextFlags& flags) {
  TextFlags course;
  static_cast<TrainingFlags&>(course) = course_of(flags);
  return course;
}

Result<void> check_text_run(const TextFlags& course) {
  const auto config = text_config_of_run(course.out, course);
  return config ? Result<void>() : Result<void>(config.error());
}

void add_reading_options(CLI::App& sub, TextFlags& flags) {
  sub.add_option("--text-column", flags.text_column, "Column or member with the text (default: text)")
      ->check(console::check_name);
  sub.add_option("--label-column", flags.label_column,
                 "Column or member with the labels (default: labels); A,B,…: a column of 0 and 1 for each (csv, tsv)")
      ->check(console::check_name);
  sub.add_option("--label-separator", flags.label_separator,
                 "Character between several labels of a csv or tsv field (default: |)");
  sub.add_option(
         "--input-format", flags.input_format,
         "auto (default: by extension; else lines TEXT;LABEL), lines, jsonl, csv or tsv (no quoting: a field is "
         "what stands between tabs)")
      ->check(CLI::IsMember(std::vector<std::string>(io::kRowFormatNames.begin(), io::kRowFormatNames.end())))
      ->type_name("NAME");
  sub.add_option("--map", flags.map, "JSON object: label of the data -> label of the model, null = drop")
      ->check(console::check_name)
      ->type_name("FILE");
  sub.add_option("--languages", flags.languages,
                 "Codes of the languages that the model is for, as in de,fr; it abstains on texts of others (default: "
                 "those that the training rows are in)")
      ->delimiter(',')
      ->type_name("a,b");
}

}  // namespace

void add_train_text(CLI::App& app, int& status) {
  auto flags = std::make_shared<TextFlags>();
  auto* sub = app.add_subcommand("text", "Train a text model on labelled texts.");
  add_training_options(
      *sub, *flags,
      {.data = "Labelled texts: a jsonl/csv/tsv file, or a folder with train.* (and dev.*; texts of a test.* are "
               "kept out of training); with a --config that names its own, the folder that its paths start from",
       .init = "Bundle or Hugging Face folder to start from (default: from scratch, with a small encoder)",
       .teacher = "Bundle to imitate, or BUNDLE:head,head for some of its heads (may be repeated)",
       .part = "file",
       .after_name = [&] { add_reading_options(*sub, *flags); },
       .after_rate =
           [&] {
             sub->add_option("--tokens-per-batch", flags->tokens_per_batch,
                             "Token budget of a batch (default: the config's, else 1280, or less where rows are few)")
                 ->check(console::natural_number())
                 ->type_name("N");
           },
       .epochs = " (with --data alone 8; with --init and --data alone 4, up to 16 where rows are few)",
       .rate = " (with --data alone .001, with --init and --data alone .0001)"});
  sub->footer(
      "Examples:\n  emo train text --data reviews.csv --init text-en --out runs/reviews\n"
      "  emo train text --data tweets.csv --label-column moods --label-separator , --map map.json --init "
      "text-en \\\n"
      "      --out runs/tweets\n"
      "  emo train text --data poems/ --out runs/poems");
  sub->callback([flags, sub, &status] {
    const TrainingCommand<TextFlags, train::TextRunResult> command{"text",
                                                                   "\"what a day\"",
                                                                   {{"--epochs", {"epochs", "fewest_steps"}},
                                                                    {"--patience", {"patience"}},
                                                                    {"--threads", {"threads"}},
                                                                    {"--fp32", {"int8"}},
                                                                    {"--quiet"},
                                                                    {"--format"}},
                                                                   train_text,
                                                                   text_recipe,
                                                                   text_course,
                                                                   check_text_run};
    status = run_training(command, *flags, *sub);
  });
}

}  // namespace emo::app
