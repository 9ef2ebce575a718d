// Help, version and malformed command lines. What the commands are is not known here.
#include "parse_conclusion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli.hpp"
#include "core/edit_distance.hpp"
#include "core/quote.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kComparedBytes = 64;

/// The command of `group` that is spelt most like `word`; empty: it has none.
std::string nearest_command(const CLI::App& group, const std::string& word) {
  const auto known = group.get_subcommands([](const CLI::App*) { return true; });
  const std::string_view shown = std::string_view(word).substr(0, kComparedBytes);
  const auto nearest = std::min_element(known.begin(), known.end(), [&](const CLI::App* a, const CLI::App* b) {
    return core::edit_distance(shown, a->get_name()) < core::edit_distance(shown, b->get_name());
  });
  return nearest == known.end() ? "" : (*nearest)->get_name();
}

}  // namespace

int conclude_parse(const CLI::App& app, const CLI::ParseError& error) {
  std::string command = "emo";
  for (const CLI::App* used = &app;;) {
    const std::vector<std::string> left = used->remaining();
    const std::string nearest =
        left.empty() || left.front().starts_with('-') ? "" : nearest_command(*used, left.front());
    if (!nearest.empty()) {
      return fail_usage("there is no command " + core::quoted(left.front()) + " of '" + command +
                            "'; the nearest is '" + command + " " + nearest + "'",
                        command + " --help");
    }
    if (used->get_subcommands().empty()) break;
    used = used->get_subcommands().back();
    command += " " + used->get_name();
  }
  if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
  return fail_usage(error.what(), command + " --help");
}

}  // namespace emo::cli
