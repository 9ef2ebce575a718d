// `emo explain`: the group, and the words that both of its commands take. What it explains is in
// command_explain_text.cpp and command_explain_face.cpp.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "explain_commands.hpp"

namespace emo::cli {

std::vector<std::string> explained_words(const CLI::App& app, const CLI::App& command, const Context& context) {
  // positional_words knows one level of subcommands: the group's own word goes.
  auto line = context.command_line;
  line.erase(std::find(line.begin() + 1, line.end(), "explain"));
  return positional_words(app, command, line);
}

void add_explain_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("explain", "Why a text or a face got its label");
  group->require_subcommand(1);
  group->footer(
      "Examples:\n  emo explain text \"I thought I would hate it, but I loved every minute.\"\n"
      "  emo explain face portrait.jpg --out why.png");
  add_explain_text(*group, app, context);
  add_explain_face(*group, app, context);
}

}  // namespace emo::cli
