// The command line of a run: as its provenance tells it, flags of three states, and which of them --resume takes.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace emo::app {

/// `program` and the options given to `app`. A published bundle must not tell the folders of the machine that it was
/// made on, so of an absolute path only the last part is kept.
std::string command_line(const std::string& program, const CLI::App& app);

/// A flag with a negative ("--a,!--no-a") that leaves `choice` empty where neither is given. (CLI11 takes an optional
/// for a counter and sets it to 0.)
void add_choice(CLI::App& app, const std::string& names, std::optional<bool>& choice, const std::string& help);

/// The first flag given to `app` besides --out, --resume and those of `taken`; "" where there is none.
std::string flag_beside(const CLI::App& app, const std::vector<std::string>& taken);

}  // namespace emo::app
