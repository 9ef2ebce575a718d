// `emo report`: the pages and figures of a run or of an evaluation. What they say is src/report's; the reports that
// `emo eval` and training leave by themselves come from write_report.cpp and emo-train.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "cli.hpp"
#include "core/quote.hpp"
#include "io/json.hpp"
#include "model_choice.hpp"
#include "record_printer.hpp"
#include "report/report.hpp"
#include "write_report.hpp"

namespace emo::cli {
namespace {

struct ReportCommand {
  std::string folder;
  report::ReportOptions options;
  bool no_examples = false, no_png = false;
};

/// The bundle that --bundle or --model names, which mean the same here; "" where neither is given.
Result<std::string> named_bundle(const std::string& bundle, const Context& context) {
  const std::string& model = context.global.model;
  if (bundle.empty() && model.empty()) return std::string();
  if (!bundle.empty() && !model.empty()) {
    return Error{ErrorCode::kUsage,
                 "give either --bundle or --model, not both: each says which bundle the report is of"};
  }
  return choose_model(context, bundle, bundle.empty() ? "--model" : "--bundle");
}

int run_report(ReportCommand& command, const Context& context) {
  auto bundle = named_bundle(command.options.model, context);
  if (!bundle) return fail(bundle.error());
  command.options.model = std::move(*bundle);
  command.options.examples = !command.no_examples;
  command.options.png = !command.no_png;
  command.options.command = shown_command(context);
  const auto written = report::write_report(command.folder, command.options);
  if (!written) return fail(written.error());
  if (!context.global.quiet) {
    for (const auto& note : written->serious) std::fprintf(stderr, "emo: %s\n", core::for_terminal(note).c_str());
  }
  if (result_format(context.global) == Format::kPretty) {
    std::printf("wrote %s, report.md, report.json and %zu figures beside it\n", written->html.c_str(),
                written->figures);
    return 0;
  }
  io::OrderedJson json;
  json["report"] = written->html;
  json["figures"] = written->figures;
  json["notes"] = written->serious;
  print_record(json, context);
  return 0;
}

}  // namespace

void add_report_command(CLI::App& app, Context& context) {
  auto* sub =
      app.add_subcommand("report", "Write report.html, report.md, report.json and figures/ of a run or evaluation");
  auto command = std::make_shared<ReportCommand>();
  sub->add_option("FOLDER", command->folder, "Run folder (emo train --out) or evaluation folder (emo eval --out)")
      ->required()
      ->type_name("RUN|DIR");
  sub->add_option("--run", command->options.run,
                  "The run that made the model which DIR judges: adds curves and verdict")
      ->check(check_name)
      ->type_name("RUN");
  sub->add_option("--test", command->options.test, "Evaluation folder of the test rows")
      ->check(check_name)
      ->type_name("DIR");
  sub->add_option("--validation", command->options.validation, "Evaluation folder of the validation rows")
      ->check(check_name)
      ->type_name("DIR");
  sub->add_option("--bundle", command->options.model,
                  "Bundle for data, settings and model card, as --model names it (default: that of the run)")
      ->check(check_name)
      ->type_name("B");
  sub->add_option("--out", command->options.out, "Write there instead of into the folder")
      ->check(check_name)
      ->type_name("DIR");
  sub->add_option("--title", command->options.title, "Title of the page")->check(check_name)->type_name("TEXT");
  sub->add_flag("--no-examples", command->no_examples, "Leave texts and pictures of the data out; rows only");
  sub->add_flag("--no-png", command->no_png, "Figures as SVG only");
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k", "--threads"});
  sub->footer(
      "Examples:\n  emo report runs/reviews\n  emo eval text --data test.jsonl --out eval/ && emo report eval/ --run "
      "runs/reviews\n"
      "  emo report eval/test --validation eval/dev --bundle models/text-en --no-examples --out docs/reports/text-en");
  sub->callback(
      [command, &context] { context.action = [command, &context] { return run_report(*command, context); }; });
}

}  // namespace emo::cli
