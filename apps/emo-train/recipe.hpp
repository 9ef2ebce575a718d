// What runs were asked for: that of several seeds the settings are the same, and of one run that goes on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::app {

/// Sees to it that all runs in `out` (OUT/seed-N) are made alike: writes `config` (JSON, as of train::to_json) to
/// OUT/recipe_seeds.json, or, when they are resumed, compares it with what is there. What may change when a run is
/// resumed does not count (epochs, patience, time, threads, int8), and neither does the seed. Errors: kUsage with the
/// setting that differs, kIo, kInvalidData.
Result<void> keep_recipe(const std::string& out, const std::string& config, bool resume);

/// Whether `config`, what the flags beside --resume ask for, is what the run in `out` was begun with, but for the keys
/// `may_differ`. Errors: kUsage with the setting that differs, or where the run does not tell; kIo, kInvalidData.
Result<void> check_recipe(const std::string& out, const std::string& config,
                          const std::vector<std::string>& may_differ);

/// Where OUT/seed-1 .. OUT/seed-COUNT differ in how long they learnt or in what was exported, as flags of resumed runs
/// may have made them: a sentence that names the first difference; else empty.
std::string unlike_runs(const std::string& out, std::int64_t count);

/// Takes away the recipe of which no run was begun, so that `out` can be another run's folder.
void drop_unused_recipe(const std::string& out);

}  // namespace emo::app
