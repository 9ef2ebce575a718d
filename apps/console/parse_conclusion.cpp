// Help, version and malformed command lines, in the same words for both programs. What the commands are is not known
// here, and errors of a command that does run are reported by its program.
#include "console/parse_conclusion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "core/edit_distance.hpp"
#include "core/joined.hpp"
#include "core/quote.hpp"
#include "emo/error.hpp"

namespace emo::console {
namespace {

std::vector<std::string> commands_of(const CLI::App& group) {
  std::vector<std::string> names;
  for (const CLI::App* command : group.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// "there is no command 'txet' of 'emo'; …" for the word that `group`, called `name`, has no command for.
std::string unknown(const std::string& word, const std::vector<std::string>& known, const std::string& name) {
  const std::string nearest = core::nearest_spelling(word, known);
  return "there is no command " + core::quoted(word) + " of '" + name + "'; " +
         (nearest.empty() ? "there are: " + core::joined(known) : "the nearest is '" + name + " " + nearest + "'");
}

struct Misspelt {
  std::string word, meant;  ///< "--haed", "--head"
};

/// The first of `words` that is an option which `command` nearly has.
std::optional<Misspelt> misspelt_option(const std::vector<std::string>& words, const CLI::App& command) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) known.push_back("--" + name);
  }
  for (const std::string& word : words) {
    if (!word.starts_with("--")) continue;
    const std::string nearest = core::nearest_spelling(word.substr(0, word.find('=')), known);
    if (!nearest.empty()) return Misspelt{word, nearest};
  }
  return std::nullopt;
}

/// The first option written as "--name=" with nothing behind it, for which CLI11 would take the next word.
std::string option_without_value(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.starts_with("--") && word.find('=') == word.size() - 1) return word;
  }
  return {};
}

}  // namespace

int fail_usage(const std::string& message, const std::string& help_command) {
  std::fprintf(stderr, "emo: %s\nSee '%s'.\n", message.c_str(), help_command.c_str());
  return error_info(ErrorCode::kUsage).exit_status;
}

void parse(CLI::App& app, std::vector<std::string> words) {
  if (!words.empty() && words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  const std::string empty = option_without_value(words);
  std::reverse(words.begin(), words.end());  // CLI11 takes the last one first
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError&) {
    if (empty.empty()) throw;  // else what it complains of may be the word that it took
  }
  if (!empty.empty()) throw CLI::ArgumentMismatch("'" + empty + "' needs a value behind the '='");
}

int conclude_parse(const CLI::App& app, const std::string& program, const CLI::ParseError& error) {
  const bool extras = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  std::string command = program;
  std::optional<Misspelt> misspelt;
  std::vector<std::string> unexpected;
  for (const CLI::App* used = &app;;) {
    const std::vector<std::string> left = used->remaining();
    const std::vector<std::string> known = commands_of(*used);
    if (!known.empty() && !left.empty() && !left.front().starts_with('-')) {
      return fail_usage(unknown(left.front(), known, command), command + " --help");
    }
    if (extras || required) misspelt = misspelt_option(left, *used);
    unexpected.insert(unexpected.end(), left.begin(), left.end());
    if (used->get_subcommands().empty()) break;
    used = used->get_subcommands().back();
    command += " " + used->get_name();
  }
  if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
  // CLI11 names them from the last to the first.
  std::string problem =
      extras ? std::string(unexpected.size() == 1 ? "The following argument was" : "The following arguments were") +
                   " not expected: " + core::joined(unexpected, " ")
             : error.what();
  // What is required may stand there under another name.
  if (misspelt && required) problem = core::quoted(misspelt->word) + " is no option of '" + command + "'";
  if (misspelt) problem += "; did you mean " + misspelt->meant + "?";
  return fail_usage(problem, command + " --help");
}

}  // namespace emo::console
