// `emo eval`: the family of commands that measure a model on labelled data. Each member is a file of its own
// (command_eval_*.cpp), what all do with an Evaluation is eval_output.cpp's.
#include <CLI/CLI.hpp>

#include "cli.hpp"
#include "eval_output.hpp"

namespace emo::cli {

void add_eval_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("eval", "Measure a model on labelled data, or anybody's predictions");
  group->require_subcommand(0, 1);
  add_eval_predictions(*group, context);
  add_eval_face_command(*group, context);
  add_eval_text_command(*group, context);
}

}  // namespace emo::cli
