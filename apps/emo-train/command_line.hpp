// How a run was started, for its provenance.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace emo::app {

/// `program` and the options given to `app`. A published bundle must not tell the folders of the machine that it was
/// made on, so of an absolute path only the last part is kept.
std::string command_line(const std::string& program, const CLI::App& app);

}  // namespace emo::app
