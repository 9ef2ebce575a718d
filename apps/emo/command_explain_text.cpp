// `emo explain text`: which words made the answer, and whether that account can be believed. The weights are
// pipeline's, the formats explanation_printer.cpp's; the texts come as those of `emo text` do.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "console/number_range.hpp"
#include "explain_commands.hpp"
#include "explanation_printer.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "io/output_place.hpp"
#include "item_tally.hpp"
#include "model_choice.hpp"
#include "pipeline/explained_label.hpp"
#include "pipeline/explanation_html.hpp"
#include "pipeline/text_explanation.hpp"
#include "row_feed.hpp"
#include "row_options.hpp"
#include "terminal_text.hpp"
#include "text_arguments.hpp"

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

class TextExplainer {
 public:
  TextExplainer(const ExplainTextCommand& command, const Context& context, const pipeline::TextRecognizer& recognizer,
                bool single)
      : command_(command),
        recognizer_(recognizer),
        quiet_(context.global.quiet),
        printer_(recognizer.manifest(), result_format(context.global), context.global.top_k, single) {
    printer_.begin();
  }

  Result<void> explain(const FedRow& row) {
    const auto& text = row.text;
    Result<pipeline::TextExplanation> explanation = text ? pipeline::explain_text(recognizer_, *text, command_.options)
                                                         : Result<pipeline::TextExplanation>(text.error());
    if (text && !explanation && !row.place.empty()) explanation = explanation.error().at(row.place);
    tally_.add(explanation ? nullptr : &explanation.error());
    printer_.print(row.id, text ? std::string_view(*text) : std::string_view(), explanation);
    keep_for_page(text, std::move(explanation));
    return printer_.flush();
  }

  Result<ItemTally> finish() {
    printer_.end();
    EMO_TRY(printer_.flush());
    if (!command_.html.empty()) EMO_TRY(write_page());
    return tally_;
  }

 private:
  void keep_for_page(const Result<std::string>& text, Result<pipeline::TextExplanation> explanation) {
    if (command_.html.empty()) return;
    if (!explanation) {
      ++left_out_.errors;
    } else if (page_.size() == kMostHtmlTexts) {
      ++left_out_.texts;
    } else {
      page_.push_back({*text, std::move(explanation).value()});
    }
  }
  Result<void> write_page() const {
    EMO_TRY(io::write_file_atomic(command_.html, pipeline::explanation_html(page_, recognizer_.manifest(), left_out_)));
    const std::string rest = pipeline::describe(left_out_);
    if (!rest.empty() && !quiet_) {
      std::fprintf(stderr, "emo: %s: %s\n", shown_line(command_.html).c_str(), rest.c_str());
    }
    return {};
  }

  const ExplainTextCommand& command_;
  const pipeline::TextRecognizer& recognizer_;
  const bool quiet_;
  ExplanationPrinter printer_;
  ItemTally tally_;
  std::vector<pipeline::ExplainedText> page_;
  pipeline::LeftOut left_out_;
};

Result<ItemTally> run(const ExplainTextCommand& command, const Context& context) {
  std::unique_ptr<io::RowReader> reader;
  if (!command.file.empty()) {
    EMO_ASSIGN(reader, io::open_rows(command.file, io::texts_alone(command.rows)));
  }
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto recognizer, open_text_model(context, options));
  // A label that the model lacks is a mistake in the command, not in a row.
  if (!command.options.label.empty()) {
    EMO_TRY(pipeline::find_label(recognizer->manifest(), recognizer->primary_head(), command.options.label));
  }
  TextExplainer explainer(command, context, *recognizer, command.file.empty() && command.texts.size() == 1);
  std::size_t number = 0;
  for (const auto& text : command.texts) EMO_TRY(explainer.explain({std::to_string(number++), text}));
  if (reader) {
    RowFeed feed(std::move(reader), source_name(command.file));
    for (auto rows = feed.take(1); !rows.empty(); rows = feed.take(1)) {
      EMO_TRY(explainer.explain(rows.front()));
    }
    if (const auto broken = feed.broken()) return *broken;
  }
  return explainer.finish();
}

int run_explain_text(ExplainTextCommand& command, const Context& context) {
  if (const auto settled = settle_texts(command.texts, command.file, command.rows); !settled) {
    return fail_usage(settled.error().message, "emo explain text --help");
  }
  if (auto free = io::check_not_source(command.html, command.file); !free) return fail(free.error());
  if (auto free = io::check_no_bundle_file(command.html); !free) return fail(free.error());
  std::error_code ignored;  // without this look it would be told behind the last text
  if (!command.html.empty() && !std::filesystem::exists(command.html, ignored)) {
    if (auto place = io::check_place(command.html); !place) return fail(place.error());
  }
  const auto tally = run(command, context);
  return tally ? conclude(*tally, "texts could not be explained", context) : fail(tally.error());
}

}  // namespace

void add_explain_text(CLI::App& group, CLI::App& app, Context& context) {
  auto* sub = group.add_subcommand("text", "The weight of each word, by leaving it out");
  auto command = std::make_shared<ExplainTextCommand>();
  sub->add_option("TEXT", command->texts, "Texts, each explained by itself; - reads lines from standard input");
  sub->add_option("--file", command->file, "File with one text a line, or csv, tsv, jsonl by its extension")
      ->check(check_name)
      ->type_name("F");
  sub->add_option("--label", command->options.label, "Class to explain, of any head (default: the answer)")
      ->check(check_name)
      ->type_name("NAME");
  sub->add_option("--html", command->html,
                  "Also write a page that opens in a browser: the first 1,000 texts; errors are only counted")
      ->check(check_name)
      ->type_name("OUT");
  sub->add_option("--random-orders", command->options.random_orders,
                  "Random orders that the faithfulness figures are compared with; 0 leaves them out")
      ->capture_default_str()
      ->check(CLI::Range(0, 1000));
  sub->add_option("--seed", command->options.seed, "Seed of the random orders")
      ->check(console::natural_number())
      ->capture_default_str();
  add_row_options(*sub, command->rows);
  add_global_options(*sub, context.global);
  sub->get_option("--top-k")->description("Give only the K words with the largest weights (default: all; pretty: 12)");
  sub->footer(
      "Examples:\n  emo explain text \"I thought I would hate it, but I loved every minute.\"\n"
      "  emo explain text --label gratitude \"Thanks a lot for nothing\" --format json\n"
      "  emo explain text --file reviews.txt --html why.html > why.jsonl\n"
      "A weight is how far the log-odds of the class fall when the word is left out; start and end count code points.\n"
      "--format csv has a record per word, one without a word for a text that has none, and of the test its verdict\n"
      "only; phrases, areas and words_per_weight are in json and jsonl.\n"
      "A bad text gets its error in its place. --format json gives one object for one TEXT, else a list, also for a "
      "file "
      "or\ninput of one line. Exit: 0 ok, 1 usage, 2 every text was bad.");
  sub->callback([command, sub, &app, &context] {
    command->texts = explained_words(app, *sub, context);
    context.action = [command, &context] { return run_explain_text(*command, context); };
  });
}

}  // namespace emo::cli
