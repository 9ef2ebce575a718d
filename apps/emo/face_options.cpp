// Binding of pipeline::FaceRecognizerOptions to the command line, and the opening of detector, verifier, tilt
// model and face model. Texts need one model, which model_choice.cpp opens.
#include "face_options.hpp"

#include <CLI/CLI.hpp>
#include <span>

#include "console/number_range.hpp"
#include "model_choice.hpp"
#include "pipeline/bundle_search.hpp"

namespace emo::cli {
namespace {

/// What a user whose bundle is missing can say; nothing where the command knows no such option.
struct WayOut {
  std::string name;     ///< option that names another one
  std::string without;  ///< option that does without
};

/// The bundle that `named` names, else the usual one. Errors: kNotFound.
Result<std::string> helper_bundle(const std::string& named, const std::string& usual,
                                  std::span<const std::string> folders, const WayOut& way_out) {
  auto found = pipeline::bundle_or_default(named, usual, folders, way_out.name);
  if (found || !named.empty() || way_out.without.empty()) return found;
  return Error{ErrorCode::kNotFound, found.error().message + " (or say " + way_out.without + " to do without it)"};
}

}  // namespace

void add_face_options(CLI::App& command, FaceOptions& options, PreCropped pre_cropped) {
  options.pre_cropped = pre_cropped;
  constexpr const char* kGroup = "Finding faces";
  auto& detector = options.recognizer.detector;
  const std::initializer_list<CLI::Option*> finding = {
      command.add_option("--detector", options.detector, "Detector bundle: a folder or a name")
          ->check(check_name)
          ->type_name("B"),
      command
          .add_option("--detector-size", detector.longer_side,
                      "Scale the picture so that its longer side has N pixels, and look once; without this: 320, and a "
                      "picture larger than 640 (none of a film) is looked at again at 640, for small faces")
          ->each([&detector](const std::string&) { detector.small_faces = false; })
          ->check(CLI::Range(32, 4096))
          ->type_name("N"),
      command.add_flag("--tiles", detector.tiles, "Also look at overlapping parts: for small faces in large pictures"),
      command.add_option("--min-detection", detector.min_score, "Smallest score of the detector that counts as a face")
          ->capture_default_str()
          ->check(console::number_from(0.01, 0.999))
          ->type_name("P"),
      command.add_option("--verifier", options.verifier, "Verifier bundle: a folder or a name")
          ->check(check_name)
          ->type_name("B"),
      command
          .add_option("--min-faceness", options.recognizer.min_faceness,
                      "Smallest score of the verifier, which tells faces from what the detector takes for one, that "
                      "counts as a face; 0: it is not asked")
          ->capture_default_str()
          ->check(console::number_from(0.0, 1.0))
          ->type_name("P"),
      command.add_option("--min-face", detector.min_face, "Leave out faces with a side below N pixels of the picture")
          ->check(CLI::Range(0, 100'000))
          ->type_name("N"),
      command.add_option("--max-faces", detector.max_faces, "Keep at most N faces of a picture, the surest ones")
          ->capture_default_str()
          ->check(CLI::Range(1, 100'000))
          ->type_name("N")};
  for (CLI::Option* option : finding) option->group(kGroup);
  if (pre_cropped == PreCropped::kWithoutDetect) {
    for (CLI::Option* option : finding) option->needs(command.get_option("--detect"));
  }
  if (pre_cropped == PreCropped::kNoDetect) {
    auto* no_detect =
        command
            .add_flag("--no-detect", options.no_detect, "Every picture is one face, already cut out: nothing is found")
            ->group(kGroup);
    for (CLI::Option* option : finding) option->excludes(no_detect);
  }
  add_tilt_options(command, options);
}

void add_face_confidence(CLI::App& command, FaceOptions& options) {
  command
      .add_option("--min-confidence", options.recognizer.min_confidence,
                  "Mark faces whose best score is below this as abstained")
      ->check(console::number_from(0.0, 1.0))
      ->type_name("P");
}

void add_tilt_options(CLI::App& command, FaceOptions& options) {
  command.add_option("--tilt", options.tilt, "Tilt model: a folder or a name")->check(check_name)->type_name("B");
  command
      .add_option("--min-tilt", options.recognizer.min_tilt,
                  "Turn faces upright that lean by at least so many degrees; 90: the tilt model is not asked")
      ->capture_default_str()
      ->check(console::number_from(0.0, pipeline::kNoTilt))
      ->type_name("DEGREES");
}

std::string picture_file(const std::string& word) {
  return word == "-" ? "/dev/stdin" : word;
}

Result<std::string> choose_face_model(const Context& context) {
  return pipeline::bundle_or_default(context.global.model, pipeline::kDefaultFaceBundle, model_folders(context));
}

Result<std::unique_ptr<pipeline::FaceRecognizer>> open_face_model(const Context& context, const FaceOptions& options) {
  const auto folders = model_folders(context);
  pipeline::FaceRecognizerOptions recognizer = options.recognizer;
  recognizer.detect = !options.no_detect;
  EMO_ASSIGN(const auto model, choose_face_model(context));
  std::string detector;
  if (recognizer.detect) {
    const bool named = !options.detector.empty();
    auto found = pipeline::bundle_or_default(options.detector, pipeline::kDetectorBundle, folders, "--detector");
    if (!found && named) return found.error();
    if (!found) {
      return Error{ErrorCode::kNotFound,
                   std::string("the face detector is not installed; install it with: tools/get_detector.sh") +
                       (options.pre_cropped == PreCropped::kNoDetect
                            ? " (or say --no-detect for pictures that are faces already)"
                            : "")};
    }
    detector = std::move(found).value();
  }
  if (recognizer.detect && recognizer.min_faceness > 0) {
    EMO_ASSIGN(recognizer.verifier_bundle,
               helper_bundle(options.verifier, pipeline::kVerifierBundle, folders, {"--verifier", "--min-faceness 0"}));
  }
  if (recognizer.min_tilt < pipeline::kNoTilt) {
    const WayOut way_out = options.tilt_options ? WayOut{"--tilt", "--min-tilt 90"} : WayOut{};
    EMO_ASSIGN(recognizer.tilt_bundle, helper_bundle(options.tilt, pipeline::kTiltBundle, folders, way_out));
  }
  return pipeline::FaceRecognizer::open(model, detector, recognizer);
}

}  // namespace emo::cli
