// Pictures in, faces with calibrated emotions out: detect -> verify -> turn upright -> crop -> model -> activate ->
// judge the quality.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "io/manifest.hpp"
#include "pipeline/face_detector.hpp"
#include "pipeline/face_quality.hpp"
#include "pipeline/face_tilt.hpp"
#include "pipeline/face_verifier.hpp"
#include "pipeline/head_override.hpp"
#include "pipeline/head_scores.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// What is known about one face.
struct FaceResult {
  vision::RectF box;                 ///< pixels of the picture; may reach outside of it
  float detection = 1;               ///< the detector's score; 1 for a picture that is a face
  std::string label;                 ///< best label of the primary head
  bool abstained = false;            ///< true: do not act on `label` (see reasons)
  std::vector<std::string> reasons;  ///< of abstaining: see quality_problems(), and "low_confidence",
                                     ///< "risk_target" (decide_head())
  std::vector<HeadScores> heads;     ///< one per head, manifest order
  FaceQuality quality;
  std::optional<float> tilt;  ///< degrees by which the face leans, clockwise positive; empty: nobody was asked
  float turned = 0;           ///< the same where the face was turned back before it was read, else 0
};

/// What is known about one picture.
struct PictureResult {
  int width = 0, height = 0;
  std::vector<FaceResult> faces;  ///< by x, then y of the box; empty = no face
};

struct FaceRecognizerOptions {
  bool detect = true;  ///< false: every picture is one face already cut out
  DetectorOptions detector;
  FaceGate gate;
  double min_confidence = 0;  ///< below it a face abstains with "low_confidence"; 0 = never
  io::HashCheck hash_check = io::HashCheck::kVerify;
  HeadOverride heads;
  std::string verifier_bundle;         ///< of a FaceVerifier; empty: what the detector finds are faces
  double min_faceness = kMinFaceness;  ///< boxes that the verifier gives less are left out; 0 = it is not asked
  std::string tilt_bundle;             ///< of a FaceTilt; empty: faces are read as they lean
  double min_tilt = kMinTilt;          ///< degrees; who leans as much is turned upright; kNoTilt = nobody
};

/// Immutable and thread-safe after `open`; each call runs on the caller's thread.
class FaceRecognizer {
 public:
  /// `detector_bundle` may be empty when options.detect is false. Errors: as of io::open_bundle and
  /// models::ImageModel::load; kUnsupported when a bundle is of another kind.
  static Result<std::unique_ptr<FaceRecognizer>> open(const std::string& face_bundle,
                                                      const std::string& detector_bundle,
                                                      const FaceRecognizerOptions& options = {});
  virtual ~FaceRecognizer() = default;

  /// Of the face model. In a head of the seven basic classes "joy" is called "happiness" here, as faces are described.
  [[nodiscard]] virtual const io::Manifest& manifest() const = 0;
  [[nodiscard]] virtual std::size_t primary_head() const = 0;
  [[nodiscard]] virtual const FaceRecognizerOptions& options() const = 0;
  /// nullptr where pictures are faces already cut out.
  [[nodiscard]] virtual const io::Manifest* detector_manifest() const = 0;
  /// nullptr where boxes are not verified.
  [[nodiscard]] virtual const io::Manifest* verifier_manifest() const = 0;
  /// nullptr where faces are read as they lean.
  [[nodiscard]] virtual const io::Manifest* tilt_manifest() const = 0;

  /// Every face of the picture. Errors, here and below: kInvalidInput (see vision::check_image), kInvalidModel (damaged
  /// weights), kInternal.
  [[nodiscard]] virtual Result<PictureResult> recognize(const vision::Image& image) const = 0;
  /// Boxes of the faces alone; without a detector one, of the whole picture.
  [[nodiscard]] virtual Result<std::vector<DetectedBox>> detect(const vision::Image& image) const = 0;
  /// The faces in `boxes`, in their order. Without a detector each is the whole picture. kInvalidInput also for a box
  /// without an area, with something that is no number, or with a score outside of 0 to 1.
  [[nodiscard]] virtual Result<std::vector<FaceResult>> classify(const vision::Image& image,
                                                                 std::span<const DetectedBox> boxes) const = 0;
  /// Whole pictures as faces, one after the other, in one batch, turned upright where they lean: for evaluation.
  /// Row-major probabilities per head.
  [[nodiscard]] virtual Result<std::vector<std::vector<HeadScores>>> score_pictures(
      std::span<const vision::Image> pictures) const = 0;
  /// The same of crops that are to be read as they are.
  [[nodiscard]] virtual Result<std::vector<std::vector<HeadScores>>> score_crops(
      std::span<const vision::Image> crops) const = 0;
};

}  // namespace emo::pipeline
