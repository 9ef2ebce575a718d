// The result of a training on standard output: JSON for programs, a few lines for people.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "seed_runs.hpp"
#include "train/training_state.hpp"

namespace emo::app {

/// Adds --format: pretty, json or jsonl. The default, an empty name, is pretty on a terminal and jsonl elsewhere.
void add_format(CLI::App& app, std::string& format);

/// Prints which model came of the run in `folder`, the figures `best` of the epoch that was kept, and those of the
/// exported weights, which its manifest holds. Errors: those of opening `bundle`; kIo (standard output is full).
Result<void> print_run(const std::string& format, const std::string& folder, const std::string& bundle,
                       const train::EpochFigures& best);

/// Prints mean and deviation over the seeds, whose table is in `file`. Errors: kIo.
Result<void> print_seeds(const std::string& format, const std::vector<SeedResult>& results, const std::string& file);

}  // namespace emo::app
