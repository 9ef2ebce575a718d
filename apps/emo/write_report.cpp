// Calls the report writer on behalf of other commands, and shows the command line without the machine's folders. What
// is in a report is src/report's; `emo report` itself is command_report.cpp.
#include "write_report.hpp"

#include <cstdio>

#include "console/shell_word.hpp"
#include "core/without_folders.hpp"
#include "report/report.hpp"

namespace emo::cli {
namespace {

// A word, or the value behind the '=' of an option.
std::string shown_word(const std::string& word) {
  const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
  if (equals == std::string::npos) return core::without_folders(word);
  return word.substr(0, equals + 1) + core::without_folders(word.substr(equals + 1));
}

}  // namespace

std::string shown_command(const Context& context) {
  std::string out = "emo";
  for (std::size_t i = 1; i < context.command_line.size(); ++i) {
    out += " " + console::shell_word(shown_word(context.command_line[i]));
  }
  return out;
}

Result<void> write_evaluation_report(const std::string& folder, const Context& context) {
  report::ReportOptions options;
  options.command = shown_command(context);
  const auto written = report::write_report(folder, options);
  if (!written) return written.error().at("the report could not be written");
  if (!context.global.quiet) std::fprintf(stderr, "report: %s\n", written->html.c_str());
  return {};
}

}  // namespace emo::cli
