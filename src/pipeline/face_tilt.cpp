// Crops through a model whose labels are angles. Which faces are turned is face_recognizer's to say, and how is
// vision::crop_turned's.
#include "pipeline/face_tilt.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "models/image_model.hpp"
#include "pipeline/crop_classifier.hpp"

namespace emo::pipeline {
namespace {

class ModelFaceTilt final : public FaceTilt {
 public:
  ModelFaceTilt(io::Manifest manifest, models::ImageModel model, std::vector<float> angles)
      : classifier_(std::move(manifest), std::move(model)), angles_(std::move(angles)) {}

  const io::Manifest& manifest() const override { return classifier_.manifest(); }
  Result<std::vector<float>> degrees(std::span<const vision::Image> middles) const override;

 private:
  const CropClassifier classifier_;
  const std::vector<float> angles_;  // of the labels
};

Result<std::vector<float>> ModelFaceTilt::degrees(std::span<const vision::Image> middles) const {
  std::vector<std::vector<HeadScores>> scores;
  for (std::size_t begin = 0; begin < middles.size(); begin += kCropsAtOnce) {
    EMO_TRY(classifier_.score(middles.subspan(begin, std::min(kCropsAtOnce, middles.size() - begin)), scores));
  }
  std::vector<float> degrees;
  degrees.reserve(scores.size());
  for (const auto& heads : scores) {
    const auto& probabilities = heads.front().probabilities;
    float mean = 0;
    for (std::size_t k = 0; k < angles_.size(); ++k) mean += probabilities[k] * angles_[k];
    degrees.push_back(mean);
  }
  return degrees;
}

/// The angles that the labels name, or nothing where one is none.
std::optional<std::vector<float>> angles_of(const std::vector<std::string>& labels) {
  std::vector<float> angles;
  for (const std::string& label : labels) {
    float angle = 0;
    const auto [end, failed] = std::from_chars(label.data(), label.data() + label.size(), angle);
    if (failed != std::errc() || end != label.data() + label.size() || !(std::abs(angle) < kNoTilt))
      return std::nullopt;
    angles.push_back(angle);
  }
  return angles;
}

}  // namespace

Result<std::unique_ptr<FaceTilt>> FaceTilt::open(const std::string& bundle_directory, io::HashCheck check) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, check));
  const auto& manifest = bundle.manifest;
  auto angles = manifest.heads.size() == 1 ? angles_of(manifest.heads.front().labels) : std::nullopt;
  // The mean of the mirrored answers would be no angle.
  if (manifest.task != io::Task::kFace || !angles || manifest.image_preprocess.flip_average ||
      manifest.heads.front().activation != core::HeadActivation::kSoftmax) {
    return Error{ErrorCode::kUnsupported, bundle_directory +
                                              ": the bundle is not a tilt model, a face model without flip_average and "
                                              "with one softmax head whose labels are degrees between -90 and 90"};
  }
  EMO_ASSIGN(auto model, models::ImageModel::load(bundle));
  return std::unique_ptr<FaceTilt>(
      std::make_unique<ModelFaceTilt>(manifest, std::move(model), std::move(angles).value()));
}

}  // namespace emo::pipeline
