// `emo import hf|detector`: somebody's checkpoint made a bundle that runs here, with answers recorded for `emo verify`.
// The reading is src/hf's; nothing is fetched (tools/get_detector.sh does), and no graph is run as it stands.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "cli.hpp"
#include "console/shell_word.hpp"
#include "hf/import.hpp"
#include "hf/ultraface_import.hpp"
#include "pipeline/golden.hpp"
#include "write_report.hpp"

namespace emo::cli {
namespace {

struct ImportCommand {
  std::string source, out;
  bool force = false;
  hf::ImportOptions options;
};

int run_import(ImportCommand& command, const Context& context) {
  if (auto free = check_free_to_write(command.out, command.force); !free) return fail(free.error());
  command.options.command = shown_command(context);
  command.options.make_golden = pipeline::make_golden;
  command.options.tell = [&context](const std::string& line) {
    if (!context.global.quiet) std::fprintf(stderr, "emo: %s\n", line.c_str());
  };
  if (auto imported = hf::import_checkpoint(command.source, command.out, command.options); !imported) {
    return fail(imported.error());
  }
  if (!context.global.quiet) {
    std::fprintf(stderr, "emo: wrote %s; try: emo text --model %s \"some text\"\n", command.out.c_str(),
                 console::shell_word(command.out).c_str());
  }
  return 0;
}

struct ImportDetector {
  std::string source, out;
  bool force = false;
  hf::DetectorImport options;
};

int run_import_detector(ImportDetector& command, const Context& context) {
  if (auto free = check_free_to_write(command.out, command.force); !free) return fail(free.error());
  command.options.command = "emo import detector " + std::filesystem::path(command.source).filename().string();
  command.options.make_golden = pipeline::make_golden;
  if (auto imported = hf::import_ultraface(command.source, command.out, command.options); !imported) {
    return fail(imported.error());
  }
  if (!context.global.quiet) std::fprintf(stderr, "emo: wrote %s\n", command.out.c_str());
  return 0;
}

void add_import_detector(CLI::App& group, Context& context) {
  auto* sub = group.add_subcommand("detector", "The ONNX file of the UltraFace RFB-320 face detector");
  auto command = std::make_shared<ImportDetector>();
  sub->add_option("FILE", command->source, "fr_detect.onnx or version-RFB-320.onnx")->required();
  sub->add_option("--out", command->out, "Bundle to write")->required()->check(check_name)->type_name("B");
  sub->add_flag("--int8,!--fp32", command->options.int8, "Store the weights in 8 bits (default) or as they are");
  sub->add_flag("--force", command->force, "Replace an existing bundle");
  sub->add_option("--name", command->options.name, "Name of the bundle")
      ->check(check_name)
      ->capture_default_str()
      ->type_name("NAME");
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--model", "--format", "--top-k", "--threads"});
  sub->footer(
      "Example:\n  emo import detector fr_detect.onnx --out models/detector\n"
      "tools/get_detector.sh fetches the file and does this.");
  sub->callback(
      [command, &context] { context.action = [command, &context] { return run_import_detector(*command, context); }; });
}

}  // namespace

void add_import_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("import", "Make a bundle of a model from elsewhere");
  group->require_subcommand(1);
  group->footer(
      "Examples:\n  emo import hf ~/models/my-roberta-emotion --out my-emotion --int8\n"
      "  emo import detector fr_detect.onnx --out models/detector");
  add_import_detector(*group, context);
  auto* sub = group->add_subcommand(
      "hf", "A Hugging Face folder: config.json, weights (safetensors or pytorch_model.bin), tokenizer files");
  auto command = std::make_shared<ImportCommand>();
  sub->add_option("DIR", command->source, "Checkpoint folder (BERT, RoBERTa, DistilBERT, ELECTRA, MPNet classifiers)")
      ->required();
  sub->add_option("--out", command->out, "Bundle to write")->required()->check(check_name)->type_name("B");
  sub->add_flag("--int8", command->options.int8, "Store the weights in 8 bits: a quarter of the size, faster");
  sub->add_flag("--force", command->force, "Replace an existing bundle");
  sub->add_option("--name", command->options.name, "Name of the bundle (default: the folder's)")
      ->check(check_name)
      ->type_name("NAME");
  sub->add_option("--bundle-version", command->options.version, "Version of the bundle")
      ->check(check_name)
      ->capture_default_str()
      ->type_name("X.Y.Z");
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--model", "--format", "--top-k", "--threads"});
  sub->footer(
      "Example:\n  emo import hf ~/models/my-roberta-emotion --out my-emotion --int8\n"
      "Weights come from model.safetensors, else pytorch_model.bin (old or new; nothing in it is run), whole or in "
      "shards.\nTokens come from tokenizer.json, else vocab.txt, else vocab.json and merges.txt: WordPiece or BPE. "
      "Those of\n"
      "SentencePiece (Unigram), as of XLM-RoBERTa, are not read, and tokens that stand only beside a tokenizer.json\n"
      "are refused. As in transformers,\n"
      "do_lower_case, strip_accents, tokenize_chinese_chars and add_prefix_space of tokenizer_config.json win over\n"
      "tokenizer.json where they are stated. License and languages come from the head of README.md; a list of "
      "languages\n"
      "that is not of two-letter codes throughout counts as none, and the model then answers texts of any.");
  sub->callback(
      [command, &context] { context.action = [command, &context] { return run_import(*command, context); }; });
}

}  // namespace emo::cli
