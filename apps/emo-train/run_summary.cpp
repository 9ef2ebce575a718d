// Formats of a training's result, read back from the bundle that came of it. What a run says while it goes on is the
// progress bar's business, and the report the report_hook's.
#include "run_summary.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "console/standard_output.hpp"
#include "console/terminal.hpp"
#include "core/number_words.hpp"
#include "io/bundle.hpp"
#include "io/json.hpp"

namespace emo::app {
namespace {

constexpr int kIndent = 2;

bool is_pretty(const std::string& format) {
  return format == "pretty" || (format.empty() && console::is_terminal(STDOUT_FILENO));
}

Result<void> print(const io::OrderedJson& json, const std::string& format) {
  return console::write_to_stdout(io::dump_json(json, format == "json" ? kIndent : -1) + "\n");
}

std::string pretty(const io::Manifest& manifest, const std::string& bundle, const train::EpochFigures& best) {
  std::string out = manifest.name + " " + manifest.version + " in " + bundle + "\n  kept:";
  for (const auto& [name, value] : best) {
    if (std::isfinite(value)) out += "  " + name + core::formatted(" %.4g", value);
  }
  out += '\n';
  for (const auto& metric : manifest.metrics) {
    out += "  " + metric.name + " on " + metric.split + core::formatted(": %.4f", metric.value) +
           " (n = " + std::to_string(metric.n) + ")\n";
  }
  return out;
}

}  // namespace

void add_format(CLI::App& app, std::string& format) {
  app.add_option("--format", format, "Of the result: pretty (default on a terminal), json or jsonl (default otherwise)")
      ->type_name("NAME")
      ->check([](const std::string& name) -> std::string {
        if (name == "csv") return "a training has no csv form; OUT/results.csv has the epochs";
        return name == "pretty" || name == "json" || name == "jsonl" ? "" : "expected pretty, json or jsonl";
      });
}

Result<void> print_run(const std::string& format, const std::string& folder, const std::string& bundle,
                       const train::EpochFigures& best) {
  EMO_ASSIGN(const auto opened, io::open_bundle(bundle, io::HashCheck::kSkip));
  const io::Manifest& manifest = opened.manifest;
  if (is_pretty(format)) return console::write_to_stdout(pretty(manifest, bundle, best));
  io::OrderedJson json;
  json["run"] = folder;
  json["bundle"] = bundle;
  json["model"] = {{"name", manifest.name}, {"version", manifest.version}};
  json["best"] = io::OrderedJson::object();
  for (const auto& [name, value] : best) json["best"][name] = value;  // null where it is not known
  json["metrics"] = io::OrderedJson::array();
  for (const auto& metric : manifest.metrics) {
    json["metrics"].push_back(
        {{"name", metric.name}, {"split", metric.split}, {"value", metric.value}, {"n", metric.n}});
  }
  return print(json, format);
}

Result<void> print_seeds(const std::string& format, const std::vector<SeedResult>& results, const std::string& file) {
  if (is_pretty(format)) return console::write_to_stdout(seeds_summary(results) + "\n");
  io::OrderedJson json;
  json["results"] = file;
  json["seeds"] = results.size();
  json["figures"] = io::OrderedJson::object();
  for (const auto& [name, both] : seeds_scores(results)) {
    json["figures"][name] = {{"mean", both.mean}, {"deviation", both.deviation}};
  }
  return print(json, format);
}

}  // namespace emo::app
