// The report that other commands leave beside their results.
#pragma once

#include <string>

#include "cli.hpp"

namespace emo::cli {

/// The command line as a reader would type it: program and paths without their folders.
std::string shown_command(const Context& context);

/// Writes the report of evaluation folder `folder` (see report/report.hpp). A failure is told on standard error and
/// never changes the outcome of the command: the figures themselves are written already.
void write_evaluation_report(const std::string& folder, const Context& context);

}  // namespace emo::cli
