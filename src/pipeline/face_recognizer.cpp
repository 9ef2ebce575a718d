// The recognizer of faces: owns the detector, the verifier, the tilt model and the face model and leads pictures
// through the stages, each of which is a file of its own. One picture at a time: what joins those of a film is
// face_film.cpp's.
#include "pipeline/face_recognizer.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "core/number_words.hpp"
#include "models/image_model.hpp"
#include "pipeline/crop_classifier.hpp"
#include "pipeline/face_verifier.hpp"
#include "pipeline/head_decision.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/image_tensor.hpp"
#include "pipeline/option_range.hpp"

namespace emo::pipeline {
namespace {

/// Far beyond what a detector gives; a caller's own boxes may hold anything, and cutting out needs an area.
Result<void> check_boxes(std::span<const DetectedBox> boxes) {
  constexpr float kSmallestSide = 1e-6F, kFurthest = 1e9F;
  const auto is_side = [](float value) { return value >= kSmallestSide && value <= kFurthest; };
  const auto is_place = [](float value) { return std::abs(value) <= kFurthest; };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const vision::RectF& box = boxes[i].box;
    // Written so that what is no number fails.
    if (!(boxes[i].score >= 0 && boxes[i].score <= 1)) {
      return Error{ErrorCode::kInvalidInput, "the score of box " + std::to_string(i) + " is " +
                                                 core::formatted("%g", static_cast<double>(boxes[i].score)) +
                                                 "; expected 0 to 1"};
    }
    if (is_place(box.x) && is_place(box.y) && is_side(box.width) && is_side(box.height)) continue;
    return Error{ErrorCode::kInvalidInput, "box " + std::to_string(i) + " is " +
                                               core::formatted("%g", static_cast<double>(box.width)) + " x " +
                                               core::formatted("%g", static_cast<double>(box.height)) + " at " +
                                               core::formatted("%g", static_cast<double>(box.x)) + ", " +
                                               core::formatted("%g", static_cast<double>(box.y)) +
                                               "; expected numbers up to 1e9 and sides above 0"};
  }
  return {};
}

/// Faces are said to show happiness, texts to express joy: one class.
io::Manifest with_face_words(io::Manifest manifest) {
  for (auto& head : manifest.heads) {
    if (head.taxonomy == "basic7")
      std::replace(head.labels.begin(), head.labels.end(), std::string("joy"), std::string("happiness"));
  }
  return manifest;
}

/// A face to be read: a box of a picture, or the whole of it where there is none.
struct Seen {
  const vision::Image* picture = nullptr;
  const vision::RectF* box = nullptr;
};

struct Reading {
  std::optional<float> tilt;
  float turned = 0;
  std::vector<HeadScores> heads;
};

class ModelFaceRecognizer final : public FaceRecognizer {
 public:
  ModelFaceRecognizer(io::Manifest manifest, models::ImageModel model, std::unique_ptr<FaceDetector> detector,
                      std::unique_ptr<FaceVerifier> verifier, std::unique_ptr<FaceTilt> tilt,
                      FaceRecognizerOptions options)
      : classifier_(with_face_words(std::move(manifest)), std::move(model)),
        roles_(head_roles(classifier_.manifest())),
        detector_(std::move(detector)),
        verifier_(std::move(verifier)),
        tilt_(std::move(tilt)),
        options_(std::move(options)) {}

  const io::Manifest& manifest() const override { return classifier_.manifest(); }
  std::size_t primary_head() const override { return roles_.primary; }
  const FaceRecognizerOptions& options() const override { return options_; }
  const io::Manifest* detector_manifest() const override {
    return detector_ == nullptr ? nullptr : &detector_->manifest();
  }
  const io::Manifest* verifier_manifest() const override {
    return verifier_ == nullptr ? nullptr : &verifier_->manifest();
  }
  const io::Manifest* tilt_manifest() const override { return tilt_ == nullptr ? nullptr : &tilt_->manifest(); }
  Result<PictureResult> recognize(const vision::Image& image) const override;
  Result<std::vector<DetectedBox>> detect(const vision::Image& image) const override;
  Result<std::vector<FaceResult>> classify(const vision::Image& image,
                                           std::span<const DetectedBox> boxes) const override;
  Result<std::vector<std::vector<HeadScores>>> score_pictures(std::span<const vision::Image> pictures) const override;
  Result<std::vector<std::vector<HeadScores>>> score_crops(std::span<const vision::Image> crops) const override;

 private:
  void decide(FaceResult& face) const;
  /// In their order.
  Result<std::vector<Reading>> read(std::span<const Seen> faces, bool as_they_lean) const;
  /// The same of at most kCropsAtOnce faces, into `readings`.
  Result<void> read_together(std::span<const Seen> faces, bool as_they_lean, std::span<Reading> readings) const;
  Result<std::vector<std::vector<HeadScores>>> score_whole(std::span<const vision::Image> pictures,
                                                           bool as_they_lean) const;
  vision::Image middle_of(const Seen& face) const;
  vision::Image crop_of(const Seen& face, float turned) const;

  const CropClassifier classifier_;
  const HeadRoles roles_;
  const std::unique_ptr<const FaceDetector> detector_;
  const std::unique_ptr<const FaceVerifier> verifier_;
  const std::unique_ptr<const FaceTilt> tilt_;
  const FaceRecognizerOptions options_;
};

vision::Image ModelFaceRecognizer::middle_of(const Seen& face) const {
  const auto& preprocess = tilt_->manifest().image_preprocess;
  if (face.box != nullptr) return face_crop(*face.picture, *face.box, preprocess);
  // A face that is cut out already was cut as the face model wants it.
  const double share = std::min(1.0, preprocess.margin / manifest().image_preprocess.margin);
  return middle_as_face(*face.picture, share, preprocess);
}

vision::Image ModelFaceRecognizer::crop_of(const Seen& face, float turned) const {
  const auto& preprocess = manifest().image_preprocess;
  const auto tilt = static_cast<double>(turned);
  return face.box != nullptr ? face_crop(*face.picture, *face.box, preprocess, tilt)
                             : whole_as_face(*face.picture, preprocess, tilt);
}

Result<std::vector<Reading>> ModelFaceRecognizer::read(std::span<const Seen> faces, bool as_they_lean) const {
  std::vector<Reading> readings(faces.size());
  for (std::size_t begin = 0; begin < faces.size(); begin += kCropsAtOnce) {
    const std::size_t count = std::min(kCropsAtOnce, faces.size() - begin);
    EMO_TRY(read_together(faces.subspan(begin, count), as_they_lean, std::span(readings).subspan(begin, count)));
  }
  return readings;
}

Result<void> ModelFaceRecognizer::read_together(std::span<const Seen> faces, bool as_they_lean,
                                                std::span<Reading> readings) const {
  if (tilt_ != nullptr && !as_they_lean) {
    std::vector<vision::Image> middles;
    for (const Seen& face : faces) middles.push_back(middle_of(face));
    EMO_ASSIGN(const auto tilts, tilt_->degrees(middles));
    for (std::size_t i = 0; i < faces.size(); ++i) {
      readings[i].tilt = tilts[i];
      if (static_cast<double>(std::abs(tilts[i])) >= options_.min_tilt) readings[i].turned = tilts[i];
    }
  }
  std::vector<vision::Image> crops;
  for (std::size_t i = 0; i < faces.size(); ++i) crops.push_back(crop_of(faces[i], readings[i].turned));
  std::vector<std::vector<HeadScores>> scores;
  EMO_TRY(classifier_.score(crops, scores));
  for (std::size_t i = 0; i < faces.size(); ++i) readings[i].heads = std::move(scores[i]);
  return {};
}

Result<std::vector<std::vector<HeadScores>>> ModelFaceRecognizer::score_whole(std::span<const vision::Image> pictures,
                                                                              bool as_they_lean) const {
  std::vector<Seen> seen;
  for (const vision::Image& picture : pictures) {
    EMO_TRY(vision::check_image(picture));
    seen.push_back({&picture, nullptr});
  }
  EMO_ASSIGN(auto readings, read(seen, as_they_lean));
  std::vector<std::vector<HeadScores>> scores;
  scores.reserve(readings.size());
  for (Reading& reading : readings) scores.push_back(std::move(reading.heads));
  return scores;
}

void ModelFaceRecognizer::decide(FaceResult& face) const {
  const auto& head = manifest().heads[roles_.primary];
  const HeadDecision decision = decide_head(head, face.heads[roles_.primary].probabilities, options_.min_confidence);
  face.label = head.labels[decision.best];
  for (const auto problem : quality_problems(face.quality, options_.gate)) face.reasons.emplace_back(problem);
  if (!decision.abstain_reason.empty()) face.reasons.emplace_back(decision.abstain_reason);
  face.abstained = !face.reasons.empty();
}

Result<std::vector<FaceResult>> ModelFaceRecognizer::classify(const vision::Image& image,
                                                              std::span<const DetectedBox> boxes) const {
  EMO_TRY(vision::check_image(image));
  EMO_TRY(check_boxes(boxes));
  std::vector<Seen> seen;
  // A face that is cut out already has no surroundings to cut it from.
  for (const DetectedBox& box : boxes) seen.push_back({&image, detector_ == nullptr ? nullptr : &box.box});
  EMO_ASSIGN(auto readings, read(seen, false));
  std::vector<FaceResult> faces;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    FaceResult face;
    face.box = boxes[i].box;
    face.detection = boxes[i].score;
    face.heads = std::move(readings[i].heads);
    face.tilt = readings[i].tilt;
    face.turned = readings[i].turned;
    face.quality = face_quality(image, face.box);
    decide(face);
    faces.push_back(std::move(face));
  }
  return faces;
}

Result<std::vector<DetectedBox>> ModelFaceRecognizer::detect(const vision::Image& image) const {
  EMO_TRY(vision::check_image(image));
  if (detector_ == nullptr) {
    return std::vector<DetectedBox>{{{0, 0, static_cast<float>(image.width), static_cast<float>(image.height)}, 1.0F}};
  }
  if (verifier_ == nullptr) return detector_->detect(image, options_.detector);
  // The surest N of a picture are those of its faces, so the verifier is asked before any is left out.
  DetectorOptions all = options_.detector;
  all.max_faces = std::max(all.max_faces, kMostFaces);
  EMO_ASSIGN(const auto found, detector_->detect(image, all));
  EMO_ASSIGN(const auto faceness, verifier_->faceness(image, found));
  std::vector<DetectedBox> faces;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (static_cast<double>(faceness[i]) >= options_.min_faceness) faces.push_back(found[i]);
  }
  return surest(std::move(faces), options_.detector.max_faces);
}

Result<PictureResult> ModelFaceRecognizer::recognize(const vision::Image& image) const {
  try {
    PictureResult result{image.width, image.height, {}};
    EMO_ASSIGN(const auto boxes, detect(image));
    EMO_ASSIGN(result.faces, classify(image, boxes));
    return result;
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInternal, std::string("cannot process the picture: ") + exception.what()};
  }
}

Result<std::vector<std::vector<HeadScores>>> ModelFaceRecognizer::score_pictures(
    std::span<const vision::Image> pictures) const {
  return score_whole(pictures, false);
}

Result<std::vector<std::vector<HeadScores>>> ModelFaceRecognizer::score_crops(
    std::span<const vision::Image> crops) const {
  return score_whole(crops, true);
}

}  // namespace

Result<std::unique_ptr<FaceRecognizer>> FaceRecognizer::open(const std::string& face_bundle,
                                                             const std::string& detector_bundle,
                                                             const FaceRecognizerOptions& options) {
  EMO_TRY(check_option("min_confidence", options.min_confidence, 1));
  EMO_TRY(check_option("min_faceness", options.min_faceness, 1));
  EMO_TRY(check_option("min_tilt", options.min_tilt, kNoTilt));
  EMO_ASSIGN(auto bundle, io::open_bundle(face_bundle, options.hash_check));
  if (bundle.manifest.task != io::Task::kFace) {
    return Error{ErrorCode::kUnsupported, face_bundle + ": the bundle is not a face model"};
  }
  override_heads(options.heads, bundle.manifest);
  std::unique_ptr<FaceDetector> detector;
  if (options.detect) {
    EMO_ASSIGN(detector, FaceDetector::open(detector_bundle, options.hash_check));
  }
  std::unique_ptr<FaceVerifier> verifier;
  if (options.detect && !options.verifier_bundle.empty() && options.min_faceness > 0) {
    EMO_ASSIGN(verifier, FaceVerifier::open(options.verifier_bundle, options.hash_check));
  }
  std::unique_ptr<FaceTilt> tilt;
  if (!options.tilt_bundle.empty() && options.min_tilt < kNoTilt) {
    EMO_ASSIGN(tilt, FaceTilt::open(options.tilt_bundle, options.hash_check));
  }
  EMO_ASSIGN(auto model, models::ImageModel::load(bundle));
  return std::unique_ptr<FaceRecognizer>(std::make_unique<ModelFaceRecognizer>(
      bundle.manifest, std::move(model), std::move(detector), std::move(verifier), std::move(tilt), options));
}

}  // namespace emo::pipeline
