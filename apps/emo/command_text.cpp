// `emo text`: sentences, a file or a pipe in; one result per line out, as soon as it is known. Files of millions of
// rows, with resuming, are `emo batch text`.
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli.hpp"
#include "console/number_range.hpp"
#include "item_tally.hpp"
#include "model_choice.hpp"
#include "progress_bar.hpp"
#include "result_printer.hpp"
#include "row_feed.hpp"
#include "row_options.hpp"
#include "text_arguments.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kRowsAtOnce = 256;

struct TextCommand {
  std::vector<std::string> texts;
  std::string file;
  io::RowOptions rows;
  double min_confidence = 0;
};

/// How far a text of many windows is.
class WindowBar {
 public:
  explicit WindowBar(const Context& context) : quiet_(context.global.quiet) {}
  void update(std::size_t done, std::size_t total) {
    if (!bar_) bar_.emplace(stderr_is_screen(), quiet_);
    bar_->update(done, total, "windows");
    if (done < total) return;
    bar_->finish();
    bar_.reset();
  }

 private:
  const bool quiet_;
  std::optional<ProgressBar> bar_;
};

Result<void> answer(const pipeline::TextRecognizer& recognizer, std::span<const FedRow> rows, ResultPrinter& printer,
                    ItemTally& tally) {
  std::vector<std::string_view> texts;
  for (const auto& row : rows) {
    if (row.text) texts.push_back(*row.text);
  }
  const auto results = recognizer.recognize(texts);
  auto next = results.begin();
  for (const auto& row : rows) {
    Result<pipeline::TextResult> result = row.text ? *next++ : Result<pipeline::TextResult>(row.text.error());
    if (!result && row.text && !row.place.empty()) result = result.error().at(row.place);
    tally.add(result ? nullptr : &result.error());
    printer.print(row.id, row.text ? std::string_view(*row.text) : std::string_view(), result);
  }
  return printer.flush();
}

Result<ItemTally> run(const TextCommand& command, const Context& context) {
  const bool from_arguments = command.file.empty();
  std::unique_ptr<io::RowReader> reader;
  if (!from_arguments) {
    EMO_ASSIGN(reader, io::open_rows(command.file, io::texts_alone(command.rows)));
  }
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  options.min_confidence = command.min_confidence;
  WindowBar bar(context);
  options.progress = [&bar](std::size_t done, std::size_t total) { bar.update(done, total); };
  EMO_ASSIGN(const auto recognizer, open_text_model(context, options));
  ResultPrinter printer(recognizer->manifest(), result_format(context.global), context.global.top_k,
                        from_arguments && command.texts.size() == 1);
  ItemTally tally;
  printer.begin();
  if (from_arguments) {
    std::vector<FedRow> rows;
    for (const auto& text : command.texts) rows.push_back({std::to_string(rows.size()), text});
    EMO_TRY(answer(*recognizer, rows, printer, tally));
  } else {
    RowFeed feed(std::move(reader), source_name(command.file));
    for (auto rows = feed.take(kRowsAtOnce); !rows.empty(); rows = feed.take(kRowsAtOnce)) {
      EMO_TRY(answer(*recognizer, rows, printer, tally));
    }
    if (const auto broken = feed.broken()) return *broken;
  }
  printer.end();
  EMO_TRY(printer.flush());
  return tally;
}

int run_text(TextCommand& command, const Context& context) {
  if (const auto settled = settle_texts(command.texts, command.file, command.rows); !settled) {
    return fail_usage(settled.error().message, "emo text --help");
  }
  const auto tally = run(command, context);
  return tally ? conclude(*tally, "rows could not be read", context) : fail(tally.error());
}

}  // namespace

void add_text_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("text", "Emotions of texts, one result per line of input");
  auto command = std::make_shared<TextCommand>();
  sub->add_option("TEXT", command->texts, "Texts, each answered by itself; - reads lines from standard input");
  sub->add_option("--file", command->file, "File with one text a line, or csv, tsv, jsonl by its extension")
      ->check(check_name)
      ->type_name("F");
  sub->add_option("--min-confidence", command->min_confidence,
                  "Mark results whose best score is below this as abstained")
      ->check(console::number_from(0.0, 1.0))
      ->type_name("P");
  add_row_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo text \"I can't believe we won!\"\n  emo text --file reviews.txt --format csv > emotions.csv\n"
      "  tail -f chat.log | emo text - --top-k 1\n  emo text -- \"-5 degrees and I forgot my gloves\"\n"
      "A bad line gets {\"id\",\"error\":{\"code\",\"message\"}} in its place. --format json gives one object for one "
      "TEXT, "
      "else a\nlist, also for a file or input of one line. Exit: 0 ok, 1 usage, 2 every line was bad.");
  sub->callback([command, sub, &app, &context] {
    command->texts = positional_words(app, *sub, context.command_line);
    context.action = [command, &context] { return run_text(*command, context); };
  });
}

}  // namespace emo::cli
