// `emo explain text`: which words made the answer, and whether that account can be believed.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "explain_commands.hpp"
#include "explanation_printer.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "model_choice.hpp"
#include "pipeline/explanation_html.hpp"
#include "pipeline/text_explanation.hpp"
#include "row_feed.hpp"
#include "row_options.hpp"

namespace emo::cli {
namespace {

/// Texts that a page of explanations keeps; a page of more could not be read anyway.
constexpr std::size_t kMostHtmlTexts = 1000;

struct ExplainTextCommand {
  std::vector<std::string> texts;
  std::string file, html;
  io::RowOptions rows;
  pipeline::ExplainOptions options;
};

struct Outcome {
  std::uint64_t rows = 0, failed = 0;
  std::optional<Error> first_error;
};

class TextExplainer {
 public:
  TextExplainer(const ExplainTextCommand& command, const Context& context, const pipeline::TextRecognizer& recognizer,
                bool single)
      : command_(command),
        recognizer_(recognizer),
        printer_(recognizer.manifest(), result_format(context.global), context.global.top_k, single) {
    printer_.begin();
  }

  Result<void> explain(const FedRow& row) {
    const auto& text = row.text;
    Result<pipeline::TextExplanation> explanation = text ? pipeline::explain_text(recognizer_, *text, command_.options)
                                                         : Result<pipeline::TextExplanation>(text.error());
    ++outcome_.rows;
    if (!explanation) {
      // A label that the model lacks is a mistake in the command, not in a row.
      if (explanation.error().code == ErrorCode::kNotFound) return explanation.error();
      if (text && !row.place.empty()) explanation = explanation.error().at(row.place);
      ++outcome_.failed;
      if (!outcome_.first_error) outcome_.first_error = explanation.error();
    }
    printer_.print(row.id, text ? std::string_view(*text) : std::string_view(), explanation);
    if (explanation && !command_.html.empty() && page_.size() < kMostHtmlTexts) {
      page_.push_back({*text, std::move(explanation).value()});
    }
    return printer_.flush();
  }

  Result<Outcome> finish() {
    printer_.end();
    EMO_TRY(printer_.flush());
    if (!command_.html.empty()) {
      EMO_TRY(io::write_file_atomic(command_.html, pipeline::explanation_html(page_, recognizer_.manifest())));
    }
    return outcome_;
  }

 private:
  const ExplainTextCommand& command_;
  const pipeline::TextRecognizer& recognizer_;
  ExplanationPrinter printer_;
  Outcome outcome_;
  std::vector<pipeline::ExplainedText> page_;
};

Result<Outcome> run(const ExplainTextCommand& command, const Context& context) {
  std::unique_ptr<io::RowReader> reader;
  if (!command.file.empty()) {
    io::RowOptions rows = command.rows;
    rows.keep_extra = false;
    EMO_ASSIGN(reader, io::open_rows(command.file, rows));
  }
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto recognizer, open_text_model(context, options));
  TextExplainer explainer(command, context, *recognizer, command.file.empty() && command.texts.size() == 1);
  std::size_t number = 0;
  for (const auto& text : command.texts) EMO_TRY(explainer.explain({std::to_string(number++), text}));
  if (reader) {
    RowFeed feed(std::move(reader), source_name(command.file));
    for (auto rows = feed.take(1); !rows.empty(); rows = feed.take(1)) {
      EMO_TRY(explainer.explain(rows.front()));
    }
  }
  return explainer.finish();
}

int run_explain_text(ExplainTextCommand& command, const Context& context) {
  const char* help = "emo explain text --help";
  if (!command.file.empty() && !command.texts.empty()) return fail_usage("give either TEXT or --file, not both", help);
  const bool standard_input = command.texts.size() == 1 && command.texts.front() == "-";
  const bool nothing_given = command.texts.empty() && command.file.empty();
  if (nothing_given && isatty(STDIN_FILENO) == 1) {
    return fail_usage("no text: give a sentence, --file F, or - for standard input", help);
  }
  if (standard_input || nothing_given) {
    command.texts.clear();
    command.file = "-";
  }
  if (auto free = io::check_not_source(command.html, command.file); !free) return fail(free.error());
  const auto outcome = run(command, context);
  if (!outcome) return fail(outcome.error());
  if (outcome->failed == 0) return 0;
  if (!context.global.quiet || outcome->failed == outcome->rows) {
    std::fprintf(stderr, "emo: %llu of %llu texts could not be explained; the first: %s\n",
                 static_cast<unsigned long long>(outcome->failed), static_cast<unsigned long long>(outcome->rows),
                 outcome->first_error->message.c_str());
  }
  return outcome->failed == outcome->rows ? error_info(outcome->first_error->code).exit_status : 0;
}

}  // namespace

void add_explain_text(CLI::App& group, CLI::App& app, Context& context) {
  auto* sub = group.add_subcommand("text", "The weight of each word, by leaving it out");
  auto command = std::make_shared<ExplainTextCommand>();
  sub->add_option("TEXT", command->texts, "Texts, each explained by itself; - reads lines from standard input");
  sub->add_option("--file", command->file, "File with one text a line, or csv, tsv, jsonl by its extension")
      ->type_name("F");
  sub->add_option("--label", command->options.label, "Class to explain, of any head (default: the answer)")
      ->type_name("NAME");
  sub->add_option("--html", command->html, "Also write a page that opens in a browser")->type_name("OUT");
  sub->add_option("--random-orders", command->options.random_orders,
                  "Random orders that the faithfulness figures are compared with; 0 leaves them out")
      ->capture_default_str()
      ->check(CLI::Range(0, 1000));
  sub->add_option("--seed", command->options.seed, "Seed of the random orders")->capture_default_str();
  add_row_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo explain text \"I thought I would hate it, but I loved every minute.\"\n"
      "  emo explain text --label gratitude \"Thanks a lot for nothing\" --format json\n"
      "  emo explain text --file reviews.txt --html why.html > why.jsonl\n"
      "A weight is how far the log-odds of the class fall when the word is left out; start and end count code points.\n"
      "Exit: 0 ok, 1 usage, 2 bad input.");
  sub->callback([command, sub, &app, &context] {
    command->texts = explained_words(app, *sub, context);
    context.action = [command, &context] { return run_explain_text(*command, context); };
  });
}

}  // namespace emo::cli
