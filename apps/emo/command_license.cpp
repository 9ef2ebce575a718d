// `emo license`: under which terms the program, what it is linked with and its models may be used. The texts are those
// of NOTICE and of the manifests; nothing is judged here.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli.hpp"
#include "io/bundle.hpp"
#include "io/json.hpp"
#include "model_choice.hpp"
#include "notice.hpp"
#include "pipeline/bundle_search.hpp"
#include "record_printer.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

constexpr const char* kLicence = "Apache-2.0";

const char* or_unstated(const std::string& licence) {
  return licence.empty() ? "not stated" : licence.c_str();
}

io::OrderedJson terms_of(const io::Manifest& manifest) {
  io::OrderedJson json{{"name", manifest.name}, {"version", manifest.version}};
  json["datasets"] = io::OrderedJson::array();
  for (const auto& data : manifest.provenance.datasets) {
    json["datasets"].push_back({{"name", data.name}, {"split", data.split}, {"licence", data.licence}});
  }
  json["base_weights"] = {{"name", manifest.provenance.base_weights}, {"licence", manifest.provenance.base_licence}};
  json["teachers"] = manifest.provenance.teachers;
  return json;
}

std::string described(const io::Manifest& manifest) {
  std::string out = "\n" + manifest.name + " " + manifest.version + "\n";
  for (const auto& data : manifest.provenance.datasets) {
    out += "  learnt from   " + shown_line(data.name + " " + data.split) + ": " +
           shown_line(or_unstated(data.licence)) + "\n";
  }
  if (!manifest.provenance.base_weights.empty()) {
    const std::string& licence = manifest.provenance.base_licence;
    out += "  base weights  " + shown_line(manifest.provenance.base_weights) +
           (licence.empty() ? "" : ": " + shown_line(licence)) + "\n";
  }
  for (const auto& teacher : manifest.provenance.teachers) out += "  taught by     " + shown_line(teacher) + "\n";
  return out;
}

/// The bundle that was named, or all there are. Of those, one that is broken is told: its terms hold as well.
Result<std::vector<io::Manifest>> chosen_manifests(const std::string& name, const Context& context) {
  std::vector<io::Manifest> manifests;
  if (!name.empty() || !context.global.model.empty()) {
    EMO_ASSIGN(const auto folder, choose_argument_or_model(context, name));
    EMO_ASSIGN(auto bundle, io::open_bundle(folder, io::HashCheck::kSkip));
    manifests.push_back(std::move(bundle.manifest));
    return manifests;
  }
  for (const auto& folder : pipeline::list_bundles(model_folders(context))) {
    auto bundle = io::open_bundle(folder, io::HashCheck::kSkip);
    if (bundle) {
      manifests.push_back(std::move(bundle->manifest));
    } else if (!context.global.quiet) {
      std::fprintf(stderr, "emo: the terms of %s are not shown: %s\n", shown_line(folder).c_str(),
                   shown_line(bundle.error().message).c_str());
    }
  }
  return manifests;
}

int run_license(const std::string& name, const Context& context) {
  const auto manifests = chosen_manifests(name, context);
  if (!manifests) return fail(manifests.error());
  if (result_format(context.global) == Format::kPretty) {
    std::string text = kNotice;
    for (const auto& manifest : *manifests) text += described(manifest);
    std::fputs(text.c_str(), stdout);
    return 0;
  }
  io::OrderedJson json{{"program", {{"version", EMO_VERSION}, {"licence", kLicence}, {"notice", kNotice}}}};
  json["models"] = io::OrderedJson::array();
  for (const auto& manifest : *manifests) json["models"].push_back(terms_of(manifest));
  if (result_format(context.global) == Format::kCsv) {
    print_table(json["models"]);
  } else {
    print_record(json, context);
  }
  return 0;
}

}  // namespace

void add_license_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("license", "Terms of the program, of what it is linked with, and of its models");
  auto name = std::make_shared<std::string>();
  sub->add_option("BUNDLE", *name, "Folder or name of a bundle (default: every one that 'emo models' lists)")
      ->check(check_name);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k", "--threads"});
  sub->footer(
      "Examples:\n  emo license\n  emo license text-en --format json\nThe licences of data sets are those that "
      "whoever trained the bundle stated.");
  sub->callback([name, &context] { context.action = [name, &context] { return run_license(*name, context); }; });
}

}  // namespace emo::cli
