// Crops of pictures through an image model: tensors -> network -> a probability for every label of every head.
#pragma once

#include <span>
#include <vector>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "models/image_model.hpp"
#include "pipeline/head_scores.hpp"
#include "pipeline/workspace_pool.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// Crops of one run of the model: bounds the memory of a picture with a thousand faces.
inline constexpr std::size_t kCropsAtOnce = 16;

/// Thread-safe; each call runs on the caller's thread.
class CropClassifier {
 public:
  CropClassifier(io::Manifest manifest, models::ImageModel model);

  [[nodiscard]] const io::Manifest& manifest() const { return manifest_; }

  /// Appends to `scores` one entry per crop: its heads in the manifest's order. `crops` have the size and channels of
  /// the manifest; at most kCropsAtOnce of them keep the memory small. With `flip_average` each is the mean of itself
  /// and its mirror image. Errors: kInvalidModel (damaged weights), kInternal.
  Result<void> score(std::span<const vision::Image> crops, std::vector<std::vector<HeadScores>>& scores) const;

 private:
  const io::Manifest manifest_;
  const models::ImageModel model_;
  mutable WorkspacePool<models::ImageWorkspace> workspaces_;
};

}  // namespace emo::pipeline
