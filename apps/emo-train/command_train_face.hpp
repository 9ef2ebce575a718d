// `emo train face`.
#pragma once

#include <CLI/CLI.hpp>

namespace emo::app {

/// Adds the sub-command; when it was chosen, `status` receives the exit status of the run.
void add_train_face(CLI::App& app, int& status);

}  // namespace emo::app
