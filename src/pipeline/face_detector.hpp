// Where the faces in a picture are.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "pipeline/detected_boxes.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// Of one picture, unless somebody asks for more: bounds the work.
inline constexpr std::size_t kMostFaces = 1000;

struct DetectorOptions {
  int longer_side = 320;   ///< the picture is scaled so that its longer side has so many pixels; 32 to 4096
  float min_score = 0.7F;  ///< boxes below are no faces
  float iou = 0.3F;        ///< of two boxes that overlap more, the better one stays
  float min_face = 0;      ///< pixels of the picture: boxes with a shorter side below are left out
  bool tiles = false;      ///< also look at overlapping parts, for small faces in large pictures: what a part cuts, or
                           ///< is large enough for the look at the whole, is not taken from it
  std::size_t max_faces = kMostFaces;
  bool small_faces = true;  ///< look once more, at twice `longer_side`, at pictures that are larger than that, for
                            ///< faces that the first look has too few pixels of (see kSmallFace); not beside `tiles`
};

/// The second look keeps faces whose longer side is at most this share of the picture's: 20 pixels of the first look
/// at 320, from where on it begins to miss them. Larger things that only the second look takes for faces are none.
inline constexpr float kSmallFace = 1.0F / 16;
/// And only those that it is this sure of: at twice the size that it was trained at the detector is fooled more often.
inline constexpr float kSmallFaceScore = 0.8F;

/// Immutable and thread-safe after `open`.
class FaceDetector {
 public:
  /// Errors as of io::open_bundle; kUnsupported when the bundle is no detector.
  static Result<std::unique_ptr<FaceDetector>> open(const std::string& bundle_directory,
                                                    io::HashCheck check = io::HashCheck::kVerify);
  virtual ~FaceDetector() = default;
  [[nodiscard]] virtual const io::Manifest& manifest() const = 0;

  /// Faces by x, then y, cut to nothing: a face at the border may reach outside of the picture. The aspect ratio is
  /// kept, so a tall picture is not squeezed. Errors: kUsage for options out of range,
  /// kInvalidInput as of vision::check_image.
  [[nodiscard]] virtual Result<std::vector<DetectedBox>> detect(const vision::Image& image,
                                                                const DetectorOptions& options) const = 0;
};

/// The size at which a picture of width x height is looked at: the longer side `longer_side`, at least 1 each.
struct InputSize {
  int width = 0, height = 0;
};
InputSize detector_input(int width, int height, int longer_side);

/// The parts that are looked at with tiles: squares of twice `longer_side` pixels with a quarter of overlap, covering
/// the picture; none when the picture is not larger than one. At most 1,024 (larger squares then).
std::vector<vision::RectF> detector_tiles(int width, int height, int longer_side);

}  // namespace emo::pipeline
