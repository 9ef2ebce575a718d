// `emo quantize`: a text bundle's weights in 8 bits, rounded for texts of the user's own kind. The rounding is models';
// no labels are needed, and bundles of faces have their 8 bits from training.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli.hpp"
#include "console/shell_word.hpp"
#include "io/file_identity.hpp"
#include "io/rows.hpp"
#include "model_choice.hpp"
#include "pipeline/text_quantization.hpp"
#include "progress_bar.hpp"
#include "row_options.hpp"

namespace emo::cli {
namespace {

struct QuantizeCommand {
  std::string model, texts, out;
  std::size_t rows = 1000;
  bool force = false;
  io::RowOptions options;
};

// Rows spread evenly over the file, because files are often sorted by label.
std::vector<pipeline::TextSample> some_texts(const std::vector<io::Row>& rows, const std::string& file,
                                             std::size_t most) {
  const std::size_t count = std::min(most, rows.size());
  std::vector<pipeline::TextSample> texts;
  texts.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const io::Row& row = rows[i * rows.size() / count];
    texts.push_back({row.text, file + ":" + std::to_string(row.number)});
  }
  return texts;
}

int run_quantize(QuantizeCommand& command, const Context& context) {
  const std::string& asked = command.model.empty() ? context.global.model : command.model;
  // Not the bundled model as elsewhere: a copy of it in 8 bits is nothing that anybody asks for by saying nothing.
  if (asked.empty()) return fail_usage("MODEL is required", "emo quantize --help");
  // With --force the bundle may take the place of its model, never of the texts.
  auto free = io::check_not_source(command.out, command.texts);
  if (free) free = check_free_to_write(command.out, command.force);
  if (!free) return fail(free.error());
  const auto model = choose_argument_or_model(context, command.model);
  if (!model) return fail(model.error());
  const auto rows = io::read_rows(command.texts, io::texts_alone(command.options));
  if (!rows) return fail(rows.error());
  const auto texts = some_texts(*rows, command.texts, command.rows);
  ProgressBar bar(stderr_is_screen(), context.global.quiet);
  const auto done = pipeline::quantize_text_bundle(
      *model, texts, command.out, "emo quantize, " + std::to_string(texts.size()) + " texts",
      [&bar](std::size_t matrices, std::size_t total) { bar.update(matrices, total, "matrices"); });
  bar.finish();
  if (!done) return fail(done.error());
  if (!context.global.quiet) {
    std::fprintf(stderr, "emo: wrote %s; compare them: emo eval text --model %s --data LABELLED --against %s\n",
                 command.out.c_str(), console::shell_word(command.out).c_str(), console::shell_word(asked).c_str());
  }
  return 0;
}

}  // namespace

void add_quantize_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("quantize", "A text model in 8 bits, rounded for the texts it will read");
  auto command = std::make_shared<QuantizeCommand>();
  sub->add_option("MODEL", command->model,
                  "Bundle, in 32 bits or in 8: a folder, or the name of a bundled model; or as --model B")
      ->type_name("B");
  sub->add_option("--texts", command->texts, "Texts of the kind that will be read (csv, tsv, jsonl, txt); no labels")
      ->required()
      ->type_name("FILE");
  sub->add_option("--out", command->out, "Bundle to write")->required()->check(check_name)->type_name("B");
  sub->add_option("--rows", command->rows, "How many of the texts to use, spread over the file")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000))
      ->type_name("N");
  sub->add_flag("--force", command->force, "Replace an existing bundle");
  add_row_options(*sub, command->options);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--format", "--top-k", "--threads"});
  sub->footer(
      "Weights are rounded such that the outputs for these texts change least.\n"
      "Example:\n  emo import hf ~/models/my-roberta --out my-f32\n"
      "  emo quantize my-f32 --texts reviews.csv --out my-emotion");
  sub->callback(
      [command, &context] { context.action = [command, &context] { return run_quantize(*command, context); }; });
}

}  // namespace emo::cli
