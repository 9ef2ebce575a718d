// Runs an image model over crops and reads its heads. What the answers mean is asked elsewhere.
#include "pipeline/crop_classifier.hpp"

#include <utility>

#include "pipeline/head_activation.hpp"
#include "pipeline/image_tensor.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {

CropClassifier::CropClassifier(io::Manifest manifest, models::ImageModel model)
    : manifest_(std::move(manifest)), model_(std::move(model)) {}

Result<void> CropClassifier::score(std::span<const vision::Image> crops,
                                   std::vector<std::vector<HeadScores>>& scores) const {
  const auto& preprocess = manifest_.image_preprocess;
  const std::size_t views = preprocess.flip_average ? 2 : 1;
  std::vector<float> tensor;
  for (const vision::Image& crop : crops) {
    append_image_tensor(crop, preprocess, tensor);
    if (views == 2) append_image_tensor(vision::flip_horizontal(crop), preprocess, tensor);
  }
  auto workspace = workspaces_.take();
  auto logits = model_.run({tensor, crops.size() * views, static_cast<std::size_t>(preprocess.height),
                            static_cast<std::size_t>(preprocess.width)},
                           workspace);
  workspaces_.give_back(std::move(workspace));
  if (!logits) return logits.error();
  std::size_t width = 0;
  for (const auto& head : manifest_.heads) width += head.labels.size();
  for (std::size_t i = 0; i < crops.size(); ++i) {
    std::vector<HeadScores> heads;
    std::size_t begin = i * views * width;
    for (const auto& head : manifest_.heads) {
      const std::size_t classes = head.labels.size();
      HeadScores probabilities{head.name, std::vector<float>(classes)};
      EMO_TRY(activate(head, std::span(*logits).subspan(begin, classes), probabilities.probabilities));
      if (views == 2) {
        std::vector<float> mirrored(classes);
        EMO_TRY(activate(head, std::span(*logits).subspan(begin + width, classes), mirrored));
        for (std::size_t k = 0; k < classes; ++k) {
          probabilities.probabilities[k] = (probabilities.probabilities[k] + mirrored[k]) / 2;
        }
      }
      heads.push_back(std::move(probabilities));
      begin += classes;
    }
    scores.push_back(std::move(heads));
  }
  return {};
}

}  // namespace emo::pipeline
