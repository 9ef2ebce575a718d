// An image network with heads, or a detector, ready to run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/image_network.hpp"
#include "emo/error.hpp"
#include "io/bundle.hpp"

namespace emo::models {

/// Scratch memory of one running thread; grows to the largest batch seen and is reused. May serve several models.
class ImageWorkspace {
 public:
  ImageWorkspace();
  ~ImageWorkspace();
  ImageWorkspace(ImageWorkspace&&) noexcept;
  ImageWorkspace& operator=(ImageWorkspace&&) noexcept;
  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// B images [B, H, W, C], channels innermost, already normalised (see image_input.hpp).
struct ImageBatch {
  std::span<const float> pixels;
  std::size_t count = 0, height = 0, width = 0;
};

/// One output of a detector: [B, H, W, C].
struct OutputMap {
  std::size_t height = 0, width = 0, channels = 0;
  std::vector<float> values;
};

/// Immutable after `load`; the runs are const and may be called from any number of threads, each with its own
/// workspace. A result does not depend on its neighbours in the batch.
class ImageModel {
 public:
  /// Packs the weights of a face or detector bundle for this CPU. The bundle may be dropped afterwards.
  /// Errors: kInvalidModel, kUnsupported (not an image bundle).
  static Result<ImageModel> load(const io::Bundle& bundle);
  ImageModel(ImageModel&&) noexcept;
  ImageModel& operator=(ImageModel&&) noexcept;
  ~ImageModel();

  [[nodiscard]] const core::ImageNetwork& network() const;
  /// Sum of the heads' classes.
  [[nodiscard]] std::size_t outputs() const;

  /// The logits: for each image, the K of every head one after the other (row-major [B, sum of K]), before temperature
  /// and activation. Errors: kInvalidInput (sizes do not match, a pixel is not finite, the image is too small for the
  /// network), kUnsupported (a size that this network cannot take), kTooLarge.
  Result<std::vector<float>> run(const ImageBatch& batch, ImageWorkspace& workspace) const;
  /// The pooled features that the heads read, row-major [B, C]. Errors, also of the next: as of run.
  Result<std::vector<float>> embed(const ImageBatch& batch, ImageWorkspace& workspace) const;
  /// Every output layer's map, in the order of network().outputs; for a detector, images of any size.
  Result<std::vector<OutputMap>> maps(const ImageBatch& batch, ImageWorkspace& workspace) const;

 private:
  struct Impl;
  explicit ImageModel(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace emo::models
