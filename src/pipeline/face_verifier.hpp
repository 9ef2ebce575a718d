// A second look at what the detector found: is it a face at all?
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "io/manifest.hpp"
#include "pipeline/detected_boxes.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// A box below is no face: the highest tenth that loses at most one of 1,000 development faces
/// (docs/results/face_verifier.md).
inline constexpr double kMinFaceness = 0.6;

/// A detector that is small enough to be fast takes wheels, cats and letters for faces. The verifier is a face model
/// of two labels, `face` and `not_face`, that reads the crop of each box. Immutable and thread-safe after `open`.
class FaceVerifier {
 public:
  /// Errors as of io::open_bundle and models::ImageModel::load; kUnsupported when the bundle is no verifier.
  static Result<std::unique_ptr<FaceVerifier>> open(const std::string& bundle_directory,
                                                    io::HashCheck check = io::HashCheck::kVerify);
  virtual ~FaceVerifier() = default;
  [[nodiscard]] virtual const io::Manifest& manifest() const = 0;

  /// The probability that each of `boxes` holds a face, in their order. Preconditions: vision::check_image(image),
  /// boxes with an area. Errors: kInvalidModel (damaged weights), kInternal.
  [[nodiscard]] virtual Result<std::vector<float>> faceness(const vision::Image& image,
                                                            std::span<const DetectedBox> boxes) const = 0;
};

}  // namespace emo::pipeline
