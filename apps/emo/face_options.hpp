// What the commands about faces share: options of detection, and the opening of the four models.
#pragma once

#include <memory>
#include <string>

#include "cli.hpp"
#include "emo/error.hpp"
#include "pipeline/face_recognizer.hpp"

namespace emo::cli {

struct FaceOptions {
  std::string detector;  ///< --detector: folder or name of the bundle; empty = the installed one
  std::string verifier;  ///< --verifier: the same of the verifier; empty = the bundled one
  std::string tilt;      ///< --tilt: the same of the tilt model; empty = the bundled one
  bool no_detect = false;
  bool pre_cropped = true;  ///< whether the command knows --no-detect
  pipeline::FaceRecognizerOptions recognizer;
  bool tilt_options = true;  ///< whether the command knows --tilt and --min-tilt
};

/// Adds --detector, --detector-size, --tiles, --min-detection, --verifier, --min-faceness, --min-face, --max-faces,
/// --tilt, --min-tilt, --min-confidence, and with `pre_cropped` also --no-detect.
void add_face_options(CLI::App& command, FaceOptions& options, bool pre_cropped = true);

/// Adds --tilt and --min-tilt alone, for commands whose pictures are faces already.
void add_tilt_options(CLI::App& command, FaceOptions& options);

/// The file to read for a picture of the command line: `-` is standard input, every other word names itself.
std::string picture_file(const std::string& word);

/// The bundle that --model names, or the bundled face model. Errors: kNotFound.
Result<std::string> choose_face_model(const Context& context);

/// The chosen face model with detector, verifier and tilt model. Errors: kNotFound; for a missing detector with the
/// command that installs it.
Result<std::unique_ptr<pipeline::FaceRecognizer>> open_face_model(const Context& context, const FaceOptions& options);

}  // namespace emo::cli
