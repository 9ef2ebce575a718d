// What the commands about faces share: options of detection, and the opening of the four models.
#pragma once

#include <memory>
#include <string>

#include "cli.hpp"
#include "emo/error.hpp"
#include "pipeline/face_recognizer.hpp"

namespace emo::cli {

/// How a command is told that its pictures are faces already: never, by --no-detect, or by the absence of --detect,
/// which it has before add_face_options().
enum class PreCropped { kNever, kNoDetect, kWithoutDetect };

struct FaceOptions {
  std::string detector;  ///< --detector: folder or name of the bundle; empty = the installed one
  std::string verifier;  ///< --verifier: the same of the verifier; empty = the bundled one
  std::string tilt;      ///< --tilt: the same of the tilt model; empty = the bundled one
  bool no_detect = false;
  PreCropped pre_cropped = PreCropped::kNoDetect;
  pipeline::FaceRecognizerOptions recognizer;
  bool tilt_options = true;  ///< whether the command knows --tilt and --min-tilt
};

/// Adds --detector, --detector-size, --tiles, --min-detection, --verifier, --min-faceness, --min-face, --max-faces,
/// --tilt, --min-tilt, and by `pre_cropped` also --no-detect. Without --detect or with --no-detect those that find
/// faces are refused. --min-confidence is left to commands that show answers, not their figures.
void add_face_options(CLI::App& command, FaceOptions& options, PreCropped pre_cropped = PreCropped::kNoDetect);

/// Adds --min-confidence.
void add_face_confidence(CLI::App& command, FaceOptions& options);

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
