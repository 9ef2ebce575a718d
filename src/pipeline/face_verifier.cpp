// Crops as the face model's, through a model of two labels. Which boxes stay is face_recognizer's to say.
#include "pipeline/face_verifier.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "models/image_model.hpp"
#include "pipeline/crop_classifier.hpp"
#include "pipeline/image_tensor.hpp"

namespace emo::pipeline {
namespace {

constexpr const char* kFace = "face";
constexpr const char* kNotFace = "not_face";

class ModelFaceVerifier final : public FaceVerifier {
 public:
  ModelFaceVerifier(io::Manifest manifest, models::ImageModel model, std::size_t face_label)
      : classifier_(std::move(manifest), std::move(model)), face_label_(face_label) {}

  const io::Manifest& manifest() const override { return classifier_.manifest(); }
  Result<std::vector<float>> faceness(const vision::Image& image, std::span<const DetectedBox> boxes) const override;

 private:
  const CropClassifier classifier_;
  const std::size_t face_label_;
};

Result<std::vector<float>> ModelFaceVerifier::faceness(const vision::Image& image,
                                                       std::span<const DetectedBox> boxes) const {
  std::vector<std::vector<HeadScores>> scores;
  for (std::size_t begin = 0; begin < boxes.size(); begin += kCropsAtOnce) {
    std::vector<vision::Image> crops;
    for (const DetectedBox& box : boxes.subspan(begin, std::min(kCropsAtOnce, boxes.size() - begin))) {
      crops.push_back(face_crop(image, box.box, manifest().image_preprocess));
    }
    EMO_TRY(classifier_.score(crops, scores));
  }
  std::vector<float> faceness;
  faceness.reserve(scores.size());
  for (const auto& heads : scores) faceness.push_back(heads.front().probabilities[face_label_]);
  return faceness;
}

}  // namespace

Result<std::unique_ptr<FaceVerifier>> FaceVerifier::open(const std::string& bundle_directory, io::HashCheck check) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, check));
  const Error other{ErrorCode::kUnsupported, bundle_directory +
                                                 ": the bundle is not a face verifier, a face model with one head of "
                                                 "the labels 'face' and 'not_face'"};
  if (bundle.manifest.task != io::Task::kFace || bundle.manifest.heads.size() != 1) return other;
  const auto& labels = bundle.manifest.heads.front().labels;
  const auto face = std::find(labels.begin(), labels.end(), kFace);
  if (labels.size() != 2 || face == labels.end() || std::find(labels.begin(), labels.end(), kNotFace) == labels.end()) {
    return other;
  }
  EMO_ASSIGN(auto model, models::ImageModel::load(bundle));
  return std::unique_ptr<FaceVerifier>(std::make_unique<ModelFaceVerifier>(
      bundle.manifest, std::move(model), static_cast<std::size_t>(face - labels.begin())));
}

}  // namespace emo::pipeline
