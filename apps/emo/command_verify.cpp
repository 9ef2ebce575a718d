// `emo verify`: is a bundle whole, and does it compute here what it computed where it was made? How good it is, `emo
// eval` says. Recording what is replayed is done by whoever makes a bundle (pipeline/golden).
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli.hpp"
#include "core/number_words.hpp"
#include "io/json.hpp"
#include "model_choice.hpp"
#include "pipeline/golden.hpp"
#include "problem_list.hpp"
#include "record_printer.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

io::OrderedJson described(const std::string& bundle, const pipeline::GoldenReport& report) {
  io::OrderedJson json;
  json["bundle"] = bundle;
  json["passed"] = report.passed();
  json["replayed"] = report.items != 0;
  if (report.items != 0) {
    json[report.unit + "s"] = report.items;
    json["logits"] = report.logits;
    json["largest_difference"] = report.largest_difference;
    json[report.unit] = report.item_of_largest;
    json["label"] = report.label_of_largest;
    json["tolerance"] = report.tolerance;
  }
  if (!report.other_files.empty()) json["other_files"] = report.other_files;
  return json;
}

int run_verify(const std::string& name, const Context& context) {
  const auto bundle = choose_argument_or_model(context, name);
  if (!bundle) return fail(bundle.error());
  const auto report = pipeline::replay_golden(*bundle);
  if (!report) return fail(report.error());
  const Format format = result_format(context.global);
  if (format != Format::kPretty) {
    print_record(described(*bundle, *report), context);
  } else if (report->items == 0) {
    std::printf("%s: hashes match; the bundle has no %s, so there is nothing to replay\n", shown_line(*bundle).c_str(),
                io::kGoldenFile);
  } else {
    std::printf("%s: hashes match; %zu %ss, %zu logits replayed; largest difference %.3g (%s, %s %zu), tolerance %g\n",
                shown_line(*bundle).c_str(), report->items, report->unit.c_str(), report->logits,
                report->largest_difference,
                report->label_of_largest.empty() ? "none" : report->label_of_largest.c_str(), report->unit.c_str(),
                report->item_of_largest, report->tolerance);
  }
  tell_problems(shown_line(*bundle) + " holds what its manifest does not list, and nobody has checked:",
                report->other_files, context);
  if (report->passed()) return 0;
  return fail({ErrorCode::kInvalidModel, *bundle + ": " +
                                             core::formatted("the logits differ by %.3g, more than the tolerance of %g",
                                                             report->largest_difference, report->tolerance)});
}

}  // namespace

void add_verify_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("verify", "Check a bundle's hashes and replay its recorded answers");
  auto name = std::make_shared<std::string>();
  sub->add_option("BUNDLE", *name, "Folder or name of a bundle (default: the bundled text model)")->check(check_name);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k", "--threads"});
  sub->footer(
      "Example:\n  emo verify text-en\nA bundle without recorded answers is checked by its hashes alone.\n"
      "Exit: 0 the same, 2 damaged or different.");
  sub->callback([name, &context] { context.action = [name, &context] { return run_verify(*name, context); }; });
}

}  // namespace emo::cli
