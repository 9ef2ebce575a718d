// What every `emo eval …` does with an Evaluation: files, a table or JSON, and gates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli.hpp"
#include "eval/evaluation.hpp"

namespace emo::cli {

/// Options of the output, shared by `eval text`, `eval face` and `eval --predictions`.
struct EvalOutput {
  std::string out;                                   ///< --out
  std::optional<double> min_macro_f1, min_accuracy;  ///< gates
};

/// Adds --out and the gates.
void add_eval_output_options(CLI::App& command, EvalOutput& output);

/// Adds --split, --bootstrap and --seed.
void add_scoring_options(CLI::App& command, eval::ScoringOptions& options);

/// Writes the files, prints the figures in the format asked for, checks the gates. Returns the exit status: 0, 3 when a
/// gate failed (one line each on standard error), or that of an error of writing.
int finish_eval(const eval::Evaluation& evaluation, const EvalOutput& output, const Context& context);

/// The commands, each in its own command_eval_*.cpp.
void add_eval_face_command(CLI::App& eval, Context& context);
void add_eval_text_command(CLI::App& eval, Context& context);

}  // namespace emo::cli
