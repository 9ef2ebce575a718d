// `emo doctor RUN|DATA`: what is wrong with a data set or a training run, in words with numbers. The rules are
// src/doctor's, which changes nothing; a model that helps to judge faces is opened in doctor_model.cpp.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli.hpp"
#include "console/number_range.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "doctor/face_examination.hpp"
#include "doctor/run_examination.hpp"
#include "doctor/subject.hpp"
#include "doctor/text_examination.hpp"
#include "doctor_model.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "io/output_place.hpp"
#include "progress_bar.hpp"
#include "record_printer.hpp"
#include "row_options.hpp"

namespace emo::cli {
namespace {

struct DoctorCommand {
  std::string subject, out, suspects, head, kind = "auto";
  doctor::TextOptions text;
  doctor::FaceOptions faces;
  bool strict = false;
};

Result<doctor::Examination> examine(DoctorCommand& command, const CLI::App& sub, const Context& context) {
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  command.text.noise.progress = [&bar](int done, int total) {
    bar.update(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total), "models");
  };
  command.text.rows.keep_extra = false;
  command.faces.label_noise = command.text.label_noise;
  command.faces.folds = command.text.noise.folds;
  command.faces.seed = command.text.noise.seed;
  command.faces.predictions = command.text.predictions;
  if (!command.text.predictions.empty()) command.text.label_noise = command.faces.label_noise = true;
  command.faces.data.require_labels = false;
  // A label may be missing, but not a column that was asked for.
  const bool named = sub.count("--label-column") > 0;
  command.text.rows.label_column_named = command.faces.data.label_column_named = named;
  if (named) command.faces.data.label_column = command.text.rows.label_column;
  command.faces.progress = [&bar](std::uint64_t done, std::uint64_t total) { bar.update(done, total); };
  const std::string& model = context.global.model;
  if (!model.empty() && !command.text.predictions.empty()) {
    return Error{ErrorCode::kUsage, "give either --model or --predictions, not both"};
  }
  auto subject = Result<doctor::Subject>(doctor::Subject::kText);
  if (command.kind == "faces") subject = doctor::Subject::kFaces;
  if (command.kind == "run") subject = doctor::Subject::kRun;
  if (command.kind == "auto") subject = doctor::subject_of(command.subject, command.text.rows);
  if (!subject) return subject.error();
  if (!model.empty() && *subject == doctor::Subject::kRun) {
    return Error{ErrorCode::kUsage, "--model looks for wrong labels of data; " + command.subject + " is a run"};
  }
  if (command.text.label_noise && *subject == doctor::Subject::kRun) {
    return Error{ErrorCode::kUsage, (command.text.predictions.empty() ? "--label-noise" : "--predictions") +
                                        (" looks for wrong labels of data; " + command.subject) + " is a run"};
  }
  for (const char* option : {"--image-column", "--images", "--class-names"}) {
    if (*subject == doctor::Subject::kFaces || sub.count(option) == 0) continue;
    return Error{ErrorCode::kUsage, std::string(option) + " is of faces, and " + command.subject +
                                        (*subject == doctor::Subject::kRun ? " is a run" : " holds texts")};
  }
  if (!model.empty() && *subject == doctor::Subject::kFaces) {
    command.faces.label_noise = true;
    EMO_TRY(use_face_model(context, command.head, command.faces));
  } else if (!model.empty()) {
    command.text.label_noise = true;
    EMO_TRY(use_text_model(context, command.head, command.text));
  }
  if (*subject == doctor::Subject::kRun) return doctor::examine_run(command.subject);
  auto examination = *subject == doctor::Subject::kFaces ? doctor::examine_faces(command.subject, command.faces)
                                                         : doctor::examine_text(command.subject, command.text);
  bar.finish();
  if (examination && named && examination->labels.empty()) {
    return Error{ErrorCode::kInvalidData, command.subject + ": no row has a label in " +
                                              core::quoted(command.text.rows.label_column) +
                                              ", which --label-column names"};
  }
  return examination;
}

/// Every file below a folder that is examined may be read. Of those that are there only what an earlier look left,
/// by its usual names, is written anew.
Result<void> check_not_within(const std::string& out, const std::string& subject) {
  namespace fs = std::filesystem;
  std::error_code failure;
  if (out.empty() || !fs::is_directory(subject, failure) || !fs::exists(out, failure)) return {};
  const fs::path name = fs::canonical(out, failure).filename();
  if (failure || name == "doctor.json" || name == "suspects.jsonl" || !io::lies_in(out, subject)) return {};
  return Error{ErrorCode::kUsage, core::quoted(out) + " is a file of " + core::quoted(subject) +
                                      ", which is read; give another name for the output"};
}

/// Nothing that is read may be written to, and what has no place is told before the work, not instead of its result. A
/// folder takes doctor.json, also when it is the subject.
Result<void> check_outputs(const DoctorCommand& command, const std::string& out) {
  for (const std::string& file : {out, command.suspects}) EMO_TRY(check_not_within(file, command.subject));
  for (const std::string& source : {command.subject, command.text.predictions}) {
    EMO_TRY(io::check_not_source(out, source));
    EMO_TRY(io::check_not_source(command.suspects, source));
  }
  EMO_TRY(io::check_apart(command.suspects, out));
  std::error_code ignored;
  for (const std::string& file : {out, command.suspects}) {
    EMO_TRY(io::check_no_bundle_file(file));
    if (!file.empty() && !std::filesystem::exists(file, ignored)) EMO_TRY(io::check_place(file));
  }
  return {};
}

/// What would be ignored is a mistake: an empty file of suspects reads like "no label is wrong".
Result<void> check_noise_flags(const DoctorCommand& command, const CLI::App& sub, const std::string& model) {
  const auto given = [&](const char* option) { return sub.count(option) > 0; };
  const bool judged = command.text.label_noise || !command.text.predictions.empty() || !model.empty();
  if (given("--suspects") && !judged) {
    return Error{ErrorCode::kUsage,
                 "--suspects needs something that finds them: --label-noise, --predictions FILE or --model B"};
  }
  if (given("--head") && model.empty())
    return Error{ErrorCode::kUsage, "--head names a head of --model B, which is missing"};
  for (const char* option : {"--folds", "--seed"}) {
    if (given(option) && !command.text.label_noise) {
      return Error{ErrorCode::kUsage,
                   std::string(option) + " is of the cross-validation of --label-noise, which is missing"};
    }
  }
  return {};
}

int run_doctor(DoctorCommand& command, const CLI::App& sub, const Context& context) {
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(command.out, ignored);
  const std::string out = folder ? command.out + "/doctor.json" : command.out;
  if (auto free = check_outputs(command, out); !free) return fail(free.error());
  if (auto used = check_noise_flags(command, sub, context.global.model); !used) return fail(used.error());
  const auto examination = examine(command, sub, context);
  if (!examination) return fail(examination.error());
  const std::string json = doctor::to_json(*examination);
  if (!out.empty()) {
    if (auto written = io::write_file_atomic(out, json); !written) return fail(written.error());
  }
  if (!command.suspects.empty()) {
    auto written = io::write_file_atomic(command.suspects, doctor::suspects_jsonl(*examination));
    if (!written) return fail(written.error());
  }
  if (result_format(context.global) == Format::kPretty) {
    std::fputs(doctor::to_text(*examination, colour_wanted()).c_str(), stdout);
  } else if (result_format(context.global) == Format::kCsv) {
    print_table(record_of(json)["findings"]);
  } else {
    std::fputs(doctor::to_json(*examination, json_indent(context.global)).c_str(), stdout);
  }
  if (command.strict && examination->needs_action()) {
    const auto errors = core::counted(examination->count(doctor::Severity::kError), "error", "errors");
    const auto warnings = core::counted(examination->count(doctor::Severity::kWarning), "warning", "warnings");
    return fail({ErrorCode::kGateFailed, errors + " and " + warnings});
  }
  return 0;
}

}  // namespace

void add_doctor_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("doctor", "Find what is wrong with a data set or a training run");
  auto command = std::make_shared<DoctorCommand>();
  sub->add_option(
         "SUBJECT", command->subject,
         "Labelled texts or faces (file, folder with train/dev/test or of classes), or folder of a run or evaluation")
      ->required();
  sub->add_option("--kind", command->kind, "auto (default), text, faces or run")
      ->check(CLI::IsMember({"auto", "text", "faces", "run"}))
      ->type_name("NAME");
  sub->add_option("--out", command->out, "Also write the findings as JSON to this file (or folder, as doctor.json)")
      ->check(check_name)
      ->type_name("FILE");
  sub->add_flag("--strict", command->strict, "Exit with 3 when anything is worth a warning");
  sub->add_flag("--label-noise", command->text.label_noise,
                "Look for wrong labels by cross-validation (about half a second per 1,000 rows)");
  sub->add_option("--predictions", command->text.predictions,
                  "Out-of-fold probabilities of the training rows (as predictions.jsonl) to find wrong labels with")
      ->check(check_name)
      ->type_name("FILE");
  sub->add_option("--head", command->head,
                  "Head of --model whose scores judge the labels (default: the one whose labels the data uses)")
      ->check(check_name)
      ->type_name("NAME");
  sub->add_option("--folds", command->text.noise.folds, "Folds of the cross-validation")
      ->capture_default_str()
      ->check(CLI::Range(2, 20));
  sub->add_option("--seed", command->text.noise.seed, "Seed of the cross-validation")
      ->check(console::natural_number())
      ->capture_default_str();
  sub->add_option("--suspects", command->suspects, "Write all suspected label errors as jsonl")
      ->check(check_name)
      ->type_name("FILE");
  sub->add_option("--image-column", command->faces.data.image_column,
                  "Of a table of faces: column or member with the path")
      ->check(check_name)
      ->capture_default_str();
  sub->add_option("--images", command->faces.data.images,
                  "Of a list or table of faces: folder of its relative paths (default: the list's)")
      ->check(check_name)
      ->type_name("DIR");
  sub->add_option("--class-names", command->faces.data.numbered,
                  "Of faces: names of the labels 0, 1, 2… (or 1, 2, 3…) of the data")
      ->delimiter(',')
      ->type_name("a,b,c");
  add_row_options(*sub, command->text.rows);
  add_label_options(*sub, command->text.rows);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->footer(
      "Examples:\n  emo doctor data/goemotions\n  emo doctor tweets.csv --label-column emotion --strict\n"
      "  emo doctor data/carer --label-noise --suspects suspects.jsonl\n  emo doctor runs/1\n"
      "  emo doctor fer2013plus/ --model face --suspects suspects.jsonl\n"
      "  emo doctor reviews.csv --model text-en --head basic\n"
      "--model B looks for wrong labels by the scores of that bundle, which are not out-of-fold.\n"
      "Exit status 3 with --strict and a finding that is a warning or an error.");
  sub->callback(
      [command, sub, &context] { context.action = [=, &context] { return run_doctor(*command, *sub, context); }; });
}

}  // namespace emo::cli
