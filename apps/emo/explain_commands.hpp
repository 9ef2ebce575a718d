// The two halves of `emo explain`.
#pragma once

#include <string>
#include <vector>

#include "cli.hpp"

namespace emo::cli {

/// positional_words() for a subcommand of `emo explain`.
std::vector<std::string> explained_words(const CLI::App& app, const CLI::App& command, const Context& context);

/// Adds `text` and `face` to the group `explain` of `app`.
void add_explain_text(CLI::App& group, CLI::App& app, Context& context);
void add_explain_face(CLI::App& group, CLI::App& app, Context& context);

}  // namespace emo::cli
