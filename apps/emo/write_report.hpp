// The report that other commands leave beside their results, and the command line as it is shown.
#pragma once

#include <string>

#include "cli.hpp"
#include "emo/error.hpp"

namespace emo::cli {

/// The command line as a reader would type it: program and paths without their folders.
std::string shown_command(const Context& context);

/// Writes the report of evaluation folder `folder` and tells where it is. Errors: as of report::write_report.
Result<void> write_evaluation_report(const std::string& folder, const Context& context);

}  // namespace emo::cli
