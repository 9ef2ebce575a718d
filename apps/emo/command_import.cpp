// `emo import hf`: somebody's checkpoint made a bundle that runs here.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli.hpp"
#include "hf/import.hpp"
#include "pipeline/golden.hpp"

namespace emo::cli {
namespace {

struct ImportCommand {
  std::string source, out;
  bool force = false;
  hf::ImportOptions options;
};

int run_import(ImportCommand& command, const Context& context) {
  std::error_code ignored;
  if (!command.force && std::filesystem::exists(command.out, ignored)) {
    return fail({ErrorCode::kUsage, "'" + command.out + "' exists; choose another name or replace it with --force"});
  }
  for (const auto& word : context.command_line) {
    command.options.command += (command.options.command.empty() ? "" : " ") + word;
  }
  command.options.make_golden = pipeline::make_golden;
  if (auto imported = hf::import_checkpoint(command.source, command.out, command.options); !imported) {
    return fail(imported.error());
  }
  if (!context.global.quiet) {
    std::fprintf(stderr, "emo: wrote %s; try: emo text --model %s \"some text\"\n", command.out.c_str(),
                 command.out.c_str());
  }
  return 0;
}

}  // namespace

void add_import_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("import", "Make a bundle of a model from elsewhere");
  group->require_subcommand(1);
  auto* sub = group->add_subcommand("hf", "A Hugging Face folder: config.json, model.safetensors, tokenizer files");
  auto command = std::make_shared<ImportCommand>();
  sub->add_option("DIR", command->source, "Checkpoint folder (BERT, RoBERTa, DistilBERT, ELECTRA classifiers)")
      ->required();
  sub->add_option("--out", command->out, "Bundle to write")->required()->type_name("B");
  sub->add_flag("--int8", command->options.int8, "Store the weights in 8 bits: a quarter of the size, faster");
  sub->add_flag("--force", command->force, "Replace an existing bundle");
  sub->add_option("--name", command->options.name, "Name of the bundle (default: the folder's)")->type_name("NAME");
  sub->add_option("--bundle-version", command->options.version, "Version of the bundle")
      ->capture_default_str()
      ->type_name("X.Y.Z");
  add_global_options(*sub, context.global);
  sub->footer("Example:\n  emo import hf ~/models/my-roberta-emotion --out my-emotion --int8");
  sub->callback(
      [command, &context] { context.action = [command, &context] { return run_import(*command, context); }; });
}

}  // namespace emo::cli
