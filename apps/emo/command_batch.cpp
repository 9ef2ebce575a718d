// `emo batch text|face`: the command line of pipeline::run_batch, and how to go on after Ctrl-C. Reading, threads and
// resuming are the pipeline's; a few texts or pictures at once are `emo text` and `emo face`.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "cli.hpp"
#include "console/number_range.hpp"
#include "console/shell_word.hpp"
#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "face_options.hpp"
#include "model_choice.hpp"
#include "pipeline/face_batch.hpp"
#include "pipeline/text_batch.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"
#include "row_options.hpp"
#include "stop_signal.hpp"
#include "terminal_text.hpp"
#include "write_report.hpp"

namespace emo::cli {
namespace {

std::optional<double> share_of(std::uint64_t offset, const std::optional<std::uint64_t>& size) {
  if (!size || *size == 0) return std::nullopt;
  return static_cast<double>(offset) / static_cast<double>(*size);
}

/// The command that goes on with this run.
std::string resuming_command(const Context& context) {
  std::vector<std::string> words;
  for (const auto& word : context.command_line) {
    if (word != "--resume" && !word.starts_with("--force")) words.push_back(console::shell_word(word));
  }
  words.insert(std::find(words.begin(), words.end(), "--"), "--resume");
  return core::joined(words, " ");
}

/// Why no run can go on with `source`; empty where one can.
std::string cannot_be_read_again(const std::string& source) {
  if (source == "-") return "standard input cannot be read again";
  std::error_code failed;
  const auto status = std::filesystem::status(source, failed);
  const bool passing = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
                       !std::filesystem::is_directory(status);
  return passing ? core::quoted(source) + " is no regular file and cannot be read again" : "";
}

int tell_interruption(const pipeline::BatchProgress& progress, const pipeline::BatchOptions& options,
                      const Context& context) {
  std::string way_on = cannot_be_read_again(options.source);
  if (way_on.empty()) way_on = "go on with: " + resuming_command(context);
  std::fprintf(stderr, "emo: stopped; %s in %s; %s\n", core::counted(progress.rows, "row is", "rows are").c_str(),
               core::quoted_path(options.output).c_str(), way_on.c_str());
  return console::kInterruptedStatus;
}

/// How the rows of a batch are spoken of.
struct RowWords {
  const char *one, *many;
  const char* abstain;  ///< what those do that are not to be relied on
};

int conclude(const pipeline::BatchProgress& progress, double seconds, const Context& context, const std::string& output,
             const RowWords& words) {
  if (progress.already_finished) {
    if (!context.global.quiet) {
      std::fprintf(
          stderr,
          "emo: nothing to do: %s has no .progress file beside it and is taken for a finished run (--force begins "
          "anew)\n",
          core::quoted_path(output).c_str());
    }
    return 0;
  }
  if (!context.global.quiet) {
    const std::uint64_t now = progress.rows - progress.rows_before;
    std::fprintf(stderr, "emo: %s into %s", core::counted(progress.rows, words.one, words.many).c_str(),
                 shown_line(output).c_str());
    if (progress.rows_before != 0) std::fprintf(stderr, " (%s of them now)", core::grouped(now).c_str());
    std::fprintf(stderr, " in %.1f s, %s %s/s", seconds,
                 core::grouped(static_cast<std::uint64_t>(static_cast<double>(now) / seconds)).c_str(), words.many);
    if (progress.failed_rows != 0)
      std::fprintf(stderr, "; %s got an error", core::grouped(progress.failed_rows).c_str());
    if (progress.abstained_rows != 0)
      std::fprintf(stderr, "; %s %s", core::grouped(progress.abstained_rows).c_str(), words.abstain);
    std::fputc('\n', stderr);
  }
  if (progress.rows != 0 && progress.failed_rows == progress.rows) {
    return fail({ErrorCode::kInvalidData, std::string("not one ") + words.one +
                                              " could be answered; see the errors in " + core::quoted_path(output)});
  }
  return 0;
}

/// Settles the options that the command line leaves open. Errors: kUsage for a format that no batch writes.
Result<void> settle(pipeline::BatchOptions& options, const Context& context) {
  EMO_ASSIGN(const Format format, file_format(context.global, options.output));
  if (format != Format::kJsonl && format != Format::kCsv) {
    return Error{ErrorCode::kUsage, "a batch writes jsonl or csv"};
  }
  options.format = format == Format::kCsv ? pipeline::BatchFormat::kCsv : pipeline::BatchFormat::kJsonl;
  options.threads = thread_count(context.global);
  options.top_k = context.global.top_k;
  options.stop = stop_asked;
  return {};
}

int run_task(const pipeline::BatchTask& task, const pipeline::BatchOptions& options, const Context& context,
             const RowWords& words) {
  catch_stop_signals();
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  const auto progress = pipeline::run_batch(task, options, [&](const pipeline::BatchProgress& now) {
    bar.update({now.rows, now.rows_before, share_of(now.source_offset, now.source_bytes),
                share_of(now.source_offset_before, now.source_bytes), words.many});
  });
  bar.finish();
  if (progress && progress->interrupted) return tell_interruption(*progress, options, context);
  if (progress) return conclude(*progress, bar.seconds(), context, options.output, words);
  std::error_code ignored;
  const bool begun = std::filesystem::exists(pipeline::journal_path(options.output), ignored);
  if (stop_asked() && !begun) {  // while it waited for the writer of a pipe
    std::fputs("emo: stopped before the first row\n", stderr);
    return console::kInterruptedStatus;
  }
  const int status = fail(progress.error());
  if (progress.error().code == ErrorCode::kIo && begun && cannot_be_read_again(options.source).empty()) {
    std::fprintf(stderr, "emo: the rows committed so far are safe; go on with: %s\n",
                 resuming_command(context).c_str());
  }
  return status;
}

struct TextBatch {
  pipeline::BatchOptions batch;
  pipeline::RecognizerOptions recognizer;
};

int run_text(TextBatch& command, const Context& context) {
  pipeline::BatchOptions& options = command.batch;
  if (const auto settled = settle(options, context); !settled) {
    return fail_usage(settled.error().message, "emo batch text --help");
  }
  const auto source = pipeline::TextSource::open(options.source, options.rows);
  if (!source) return fail(source.error());
  tell_passed_over(source->passed_over(), context);
  // Each worker of the batch runs whole chunks by itself: no two threads wait for each other inside a chunk.
  command.recognizer.threads = 1;
  const auto recognizer = open_text_model(context, command.recognizer);
  if (!recognizer) return fail(recognizer.error());
  return run_task(*pipeline::text_batch_task(**recognizer, *source, options), options, context,
                  {"row", "rows", "abstained"});
}

struct FaceBatch {
  pipeline::BatchOptions batch;
  FaceOptions faces;
};

int run_face(FaceBatch& command, const Context& context) {
  constexpr std::size_t kPicturesPerChunk = 8;
  if (const auto settled = settle(command.batch, context); !settled) {
    return fail_usage(settled.error().message, "emo batch face --help");
  }
  command.batch.chunk_rows = kPicturesPerChunk;
  const auto pictures = pipeline::PictureSource::open(command.batch.source, command.batch.rows);
  if (!pictures) return fail(pictures.error());
  tell_passed_over(pictures->passed_over(), context);
  const auto recognizer = open_face_model(context, command.faces);
  if (!recognizer) return fail(recognizer.error());
  return run_task(*pipeline::face_batch_task(**recognizer, *pictures, command.batch), command.batch, context,
                  {"picture", "pictures", "with a face that abstains"});
}

/// `instead`: the command that writes to standard output.
void add_common_options(CLI::App& sub, pipeline::BatchOptions& options, const std::string& instead, Context& context) {
  sub.add_option("--out", options.output, "File to write: .csv, else JSON lines")
      ->required()
      ->type_name("F")
      ->check([instead](const std::string& out) {
        if (out != "-") return std::string();
        return "'-' is no file: a batch needs one that it can go on with after a crash; to standard output writes '" +
               instead + "'";
      });
  auto* resume = sub.add_flag("--resume", options.resume, "Go on where an interrupted run stopped");
  sub.add_flag("--force", options.force, "Overwrite an existing output")->excludes(resume);
  sub.add_option("--commit-seconds", options.commit_seconds, "How much work a crash may cost at most")
      ->capture_default_str()
      ->check(console::number_from(0.01, 3600.0));
  add_global_options(sub, context.global);
  sub.get_option("--format")->description("jsonl or csv (default: by the extension of --out)");
}

void add_batch_text(CLI::App& batch, Context& context) {
  auto* sub =
      batch.add_subcommand("text", "Emotions of every row of a csv, tsv, jsonl or line file, or of a folder of them");
  auto command = std::make_shared<TextBatch>();
  sub->add_option(
         "SOURCE", command->batch.source,
         "File of rows, folder of .txt files with a text each or else of files of rows (with --input-format lines also "
         ".txt), or - for standard input")
      ->required();
  add_common_options(*sub, command->batch, "emo text --file F", context);
  sub->add_option("--min-confidence", command->recognizer.min_confidence,
                  "Mark results whose best score is below this as abstained")
      ->check(console::number_from(0.0, 1.0))
      ->type_name("P");
  add_row_options(*sub, command->batch.rows);
  sub->footer(
      "Examples:\n  emo batch text tweets.txt --out emotions.jsonl\n"
      "  emo batch text reviews.csv --text-column body --out emotions.csv --threads 4\n"
      "  emo batch text tweets.txt --out emotions.jsonl --resume\n"
      "  emo batch text poems/ --out poems.csv\n"
      "  emo batch text parts/ --text-column body --out emotions.jsonl\n"
      "While it runs, F.progress records how far it is; after Ctrl-C or a crash --resume loses and repeats no row.\n"
      "Exit: 0 ok, 1 usage, 2 failed or every row was bad, 130 stopped by Ctrl-C.");
  sub->callback([command, &context] { context.action = [command, &context] { return run_text(*command, context); }; });
}

void add_batch_face(CLI::App& batch, Context& context) {
  auto* sub = batch.add_subcommand("face", "Every face of a folder, pattern or list of pictures");
  auto command = std::make_shared<FaceBatch>();
  command->batch.rows.text_column = "image";
  command->batch.rows.text_option = "--image-column";
  sub->add_option("SOURCE", command->batch.source,
                  "Folder, 'pattern*.jpg', a file with one path a line, or csv, tsv, jsonl with a column of paths")
      ->required();
  add_common_options(*sub, command->batch, "emo face PICTURE", context);
  sub->add_option("--image-column", command->batch.rows.text_column, "Column or member with the path")
      ->check(check_name)
      ->capture_default_str();
  add_face_options(*sub, command->faces);
  add_face_confidence(*sub, command->faces);
  sub->footer(
      "Examples:\n  emo batch face photos/ --out faces.jsonl\n"
      "  emo batch face 'scans/2024-*.png' --out faces.csv --threads 4\n"
      "  emo batch face list.txt --out faces.jsonl --resume\n"
      "Paths of a list are seen from the list's folder. jsonl has a line per picture, csv a record per face. A "
      "picture\n"
      "that cannot be read gets its error in its place. F.progress records how far it is; --resume goes on.\n"
      "Exit: 0 ok, 1 usage, 2 failed or every picture was bad, 130 stopped by Ctrl-C.");
  sub->callback([command, &context] { context.action = [command, &context] { return run_face(*command, context); }; });
}

}  // namespace

void add_batch_command(CLI::App& app, Context& context) {
  auto* batch = app.add_subcommand("batch", "Millions of rows from a file into a file, resumable");
  batch->require_subcommand(1);
  batch->footer(
      "Examples:\n  emo batch text reviews.csv --out emotions.jsonl\n  emo batch face photos/ --out faces.csv\n"
      "After Ctrl-C or a crash the same command with --resume goes on.");
  add_batch_text(*batch, context);
  add_batch_face(*batch, context);
}

}  // namespace emo::cli
