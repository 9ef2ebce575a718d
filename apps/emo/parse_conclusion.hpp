// What is said when a command line runs no command.
#pragma once

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace emo::cli {

/// Prints the help or version that was asked for, or what is wrong with the command line; an unknown command is named
/// before all else, with the nearest there is. Returns the exit status. `app` has thrown `error` while it parsed.
int conclude_parse(const CLI::App& app, const CLI::ParseError& error);

}  // namespace emo::cli
