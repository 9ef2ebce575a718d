// How far a face leans to the side, so that it can be turned upright before its expression is read.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "io/manifest.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// Degrees from which on a face is turned upright: development faces as they are, are read no worse for it, those that
/// lean much better (docs/results/face_tilt.md).
inline constexpr double kMinTilt = 20;
/// More than the tilt model tells of any face: nothing is turned, and it is not asked.
inline constexpr double kNoTilt = 90;

/// A face model of one head whose labels are angles, "-60" to "60" degrees. It reads the middle of a face, `margin` of
/// its box, where no border tells how a picture was turned. Immutable and thread-safe after `open`.
class FaceTilt {
 public:
  /// Errors as of io::open_bundle and models::ImageModel::load; kUnsupported when the bundle is no tilt model.
  static Result<std::unique_ptr<FaceTilt>> open(const std::string& bundle_directory,
                                                io::HashCheck check = io::HashCheck::kVerify);
  virtual ~FaceTilt() = default;
  [[nodiscard]] virtual const io::Manifest& manifest() const = 0;

  /// Degrees by which each face leans, clockwise positive: the mean of the head's angles. `middles` have the size and
  /// channels of the manifest (face_crop, middle_as_face). Errors: kInvalidModel (damaged weights), kInternal.
  [[nodiscard]] virtual Result<std::vector<float>> degrees(std::span<const vision::Image> middles) const = 0;
};

}  // namespace emo::pipeline
