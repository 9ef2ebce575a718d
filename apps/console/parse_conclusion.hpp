// What the programs say when a command line runs no command.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace emo::console {

/// As a shell reports a program that SIGINT has ended.
inline constexpr int kInterruptedStatus = 130;

/// Prints "emo: message" with the command that helps to standard error; returns the exit status of wrong usage.
int fail_usage(const std::string& message, const std::string& help_command);

/// Parses `words`, the command line without the name of the program. "help eval text" is "eval text --help"; "--name="
/// with nothing behind it is refused. Throws CLI::ParseError.
void parse(CLI::App& app, std::vector<std::string> words);

/// Prints the help or version that was asked for, or what is wrong with the command line; an unknown command is named
/// before all else, with the nearest there is, or all there are. Returns the exit status. `app`, called `program`
/// ("emo"), has thrown `error` while it parsed.
int conclude_parse(const CLI::App& app, const std::string& program, const CLI::ParseError& error);

}  // namespace emo::console
