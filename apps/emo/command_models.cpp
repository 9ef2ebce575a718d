// `emo models`: the bundles that can be named without a path, and where they lie. Broken ones are listed with their
// error; looking for them is pipeline/bundle_search's.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli.hpp"
#include "core/without_folders.hpp"
#include "io/bundle.hpp"
#include "io/json.hpp"
#include "model_choice.hpp"
#include "pipeline/bundle_search.hpp"
#include "record_printer.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

io::OrderedJson described(const std::string& folder, const Result<io::Bundle>& bundle) {
  io::OrderedJson json;
  json["path"] = folder;
  json["model"] = core::last_part(folder);  // what --model takes
  if (bundle) {
    json["name"] = bundle->manifest.name;
    json["version"] = bundle->manifest.version;
    json["task"] = io::name_of(bundle->manifest.task);
  } else {
    json["error"]["code"] = error_info(bundle.error().code).name;
    json["error"]["message"] = bundle.error().message;
  }
  return json;
}

void print_pretty(const std::string& folder, const Result<io::Bundle>& bundle) {
  if (bundle) {
    // The name by which --model finds it, which a copy of a bundle shares with none.
    std::printf("%-16s %-8s %-6s %s\n", shown_line(core::last_part(folder)).c_str(), bundle->manifest.version.c_str(),
                std::string(io::name_of(bundle->manifest.task)).c_str(), shown_line(folder).c_str());
  } else {
    std::printf("%s: %s\n", shown_line(folder).c_str(), shown_line(bundle.error().message).c_str());
  }
}

int run_models(const Context& context) {
  const auto folders = model_folders(context);
  const auto bundles = pipeline::list_bundles(folders);
  const Format format = result_format(context.global);
  auto list = io::OrderedJson::array();
  for (const auto& folder : bundles) {
    const auto bundle = io::open_bundle(folder, io::HashCheck::kSkip);
    if (format == Format::kPretty) {
      print_pretty(folder, bundle);
    } else {
      list.push_back(described(folder, bundle));
    }
  }
  if (format != Format::kPretty) print_records(list, context);
  if (bundles.empty() && !context.global.quiet) {
    std::fputs("emo: no bundles found; set EMO_MODELS to the folder that holds them\n", stderr);
  }
  return 0;
}

}  // namespace

void add_models_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("models", "List the bundles found on this machine");
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--model", "--top-k", "--threads"});
  sub->footer(
      "Example:\n  EMO_MODELS=$HOME/bundles emo models\n"
      "Folders in EMO_MODELS (with a colon between two) are looked through before those of this program.");
  sub->callback([&context] { context.action = [&context] { return run_models(context); }; });
}

}  // namespace emo::cli
