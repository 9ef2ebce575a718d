// Which model a command uses.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli.hpp"
#include "emo/error.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::cli {

/// Folders in which bundles are looked for: $EMO_MODELS, then around the executable.
std::vector<std::string> model_folders(const Context& context);

/// Says on standard error which parts of $EMO_MODELS are no folders, unless --quiet.
void tell_missing_model_folders(const Context& context);

/// Folder of the bundle `name`, or of --model, or of the bundled text model; kNotFound with the places looked at and
/// the `option` that named it.
Result<std::string> choose_model(const Context& context, const std::string& name = "",
                                 std::string_view option = "--model");

/// As choose_model() for a command that takes BUNDLE as an argument and --model as every command does, which mean the
/// same here: kUsage where both are given.
Result<std::string> choose_argument_or_model(const Context& context, const std::string& bundle);

/// The chosen text model, opened.
Result<std::unique_ptr<pipeline::TextRecognizer>> open_text_model(const Context& context,
                                                                  const pipeline::RecognizerOptions& options);

}  // namespace emo::cli
