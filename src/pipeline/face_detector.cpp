// Runs the detector's network over a picture and its tiles. Decoding and suppression are ultraface_boxes' work. Finds
// faces only: what they show is face_recognizer's, and who they are is asked by nobody.
#include "pipeline/face_detector.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "models/image_model.hpp"
#include "pipeline/image_tensor.hpp"
#include "pipeline/option_range.hpp"
#include "pipeline/ultraface_boxes.hpp"
#include "pipeline/workspace_pool.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

constexpr int kSmallestInput = 32, kLargestInput = 4096;
/// A box that lies to this share in a better one is a part of the same face: halves at the borders of tiles, mouths of
/// faces that are larger than those the detector was trained on.
constexpr float kContainment = 0.75F;
/// What the detector was trained at. Enlarging a picture beyond it finds no more faces, but things that are none.
constexpr int kTrainedSide = 320;

class UltrafaceDetector final : public FaceDetector {
 public:
  UltrafaceDetector(io::Manifest manifest, models::ImageModel model)
      : manifest_(std::move(manifest)), model_(std::move(model)) {}

  const io::Manifest& manifest() const override { return manifest_; }
  Result<std::vector<DetectedBox>> detect(const vision::Image& image, const DetectorOptions& options) const override;

 private:
  /// Boxes of `part` of the picture, in the picture's pixels.
  Result<void> look_at(const vision::Image& image, const vision::RectF& part, const DetectorOptions& options,
                       std::vector<DetectedBox>& boxes) const;
  /// What a look at twice the size finds that is small and sure.
  Result<std::vector<DetectedBox>> small_faces(const vision::Image& image, const DetectorOptions& options) const;
  /// What looks at the tiles find that may be whole faces.
  Result<std::vector<DetectedBox>> faces_in_tiles(const vision::Image& image, const DetectorOptions& options) const;

  const io::Manifest manifest_;
  const models::ImageModel model_;
  mutable WorkspacePool<models::ImageWorkspace> workspaces_;
};

vision::RectF whole(const vision::Image& image) {
  return {0, 0, static_cast<float>(image.width), static_cast<float>(image.height)};
}

Result<void> UltrafaceDetector::look_at(const vision::Image& image, const vision::RectF& part,
                                        const DetectorOptions& options, std::vector<DetectedBox>& boxes) const {
  const int longer = static_cast<int>(std::max(part.width, part.height));
  const InputSize size = detector_input(static_cast<int>(part.width), static_cast<int>(part.height),
                                        std::min(options.longer_side, std::max(kTrainedSide, longer)));
  const vision::Image small = part == whole(image) ? vision::resize(image, size.width, size.height)
                                                   : vision::crop_resize(image, part, size.width, size.height);
  const std::vector<float> tensor = image_tensor(vision::to_rgb(small), manifest_.image_preprocess);
  auto workspace = workspaces_.take();
  auto maps =
      model_.maps({tensor, 1, static_cast<std::size_t>(size.height), static_cast<std::size_t>(size.width)}, workspace);
  workspaces_.give_back(std::move(workspace));
  if (!maps) return maps.error();
  const auto scales = ultraface_scales();
  const std::size_t first = boxes.size();
  for (std::size_t s = 0; s < scales.size(); ++s) {
    const auto& classes = (*maps)[2 * s];
    const auto& offsets = (*maps)[2 * s + 1];
    decode_ultraface(
        {static_cast<int>(classes.height), static_cast<int>(classes.width), classes.values, offsets.values}, scales[s],
        size.width, size.height, options.min_score, boxes);
  }
  const float scale_x = part.width / static_cast<float>(size.width);
  const float scale_y = part.height / static_cast<float>(size.height);
  for (std::size_t i = first; i < boxes.size(); ++i) {
    auto& box = boxes[i].box;
    box = {part.x + box.x * scale_x, part.y + box.y * scale_y, box.width * scale_x, box.height * scale_y};
  }
  return {};
}

/// Whether a second look sees more of the picture than the first.
bool has_room_for_small_faces(const vision::Image& image, const DetectorOptions& options) {
  const int twice = 2 * options.longer_side;
  return options.small_faces && !options.tiles && twice <= kLargestInput && std::max(image.width, image.height) > twice;
}

/// The surest are chosen when both looks are there: a face that the first did not keep would be added again by the
/// second, with another score, and crowd out a surer one.
std::size_t most_of_a_look(const DetectorOptions& options) {
  return std::max(options.max_faces, kMostFaces);
}

Result<std::vector<DetectedBox>> UltrafaceDetector::small_faces(const vision::Image& image,
                                                                const DetectorOptions& options) const {
  DetectorOptions closer = options;
  closer.longer_side *= 2;
  closer.min_score = std::max(closer.min_score, kSmallFaceScore);
  std::vector<DetectedBox> boxes;
  EMO_TRY(look_at(image, whole(image), closer, boxes));
  const float largest = kSmallFace * static_cast<float>(std::max(image.width, image.height));
  std::erase_if(boxes, [&](const DetectedBox& box) { return std::max(box.box.width, box.box.height) > largest; });
  return suppress(std::move(boxes), options.iou, kContainment, most_of_a_look(options));
}

/// Whether `box`, seen in `tile`, may be a whole face: it is not cut by an edge of the tile inside of the picture,
/// where the next tile has more of it, nor so large that the look at the whole picture has it.
bool is_whole_in_tile(const vision::RectF& box, const vision::RectF& tile, const vision::Image& image) {
  constexpr float kLargest = 0.5F;  // share of the tile's shorter side
  const auto width = static_cast<float>(image.width), height = static_cast<float>(image.height);
  const bool cut = (tile.x > 0 && box.x <= tile.x) || (tile.y > 0 && box.y <= tile.y) ||
                   (tile.x + tile.width < width && box.x + box.width >= tile.x + tile.width) ||
                   (tile.y + tile.height < height && box.y + box.height >= tile.y + tile.height);
  // In very large pictures such a box is still one that the look at the whole begins to miss.
  const float largest = std::max(kLargest * std::min(tile.width, tile.height), kSmallFace * std::max(width, height));
  return !cut && std::max(box.width, box.height) <= largest;
}

Result<std::vector<DetectedBox>> UltrafaceDetector::faces_in_tiles(const vision::Image& image,
                                                                   const DetectorOptions& options) const {
  std::vector<DetectedBox> boxes;
  for (const vision::RectF& tile : detector_tiles(image.width, image.height, options.longer_side)) {
    std::vector<DetectedBox> found;
    EMO_TRY(look_at(image, tile, options, found));
    std::copy_if(found.begin(), found.end(), std::back_inserter(boxes),
                 [&](const DetectedBox& box) { return is_whole_in_tile(box.box, tile, image); });
  }
  return suppress(std::move(boxes), options.iou, kContainment, most_of_a_look(options));
}

Result<std::vector<DetectedBox>> UltrafaceDetector::detect(const vision::Image& image,
                                                           const DetectorOptions& options) const {
  if (options.longer_side < kSmallestInput || options.longer_side > kLargestInput) {
    return Error{ErrorCode::kUsage, "the detector's size is " + std::to_string(options.longer_side) + ", expected " +
                                        std::to_string(kSmallestInput) + " to " + std::to_string(kLargestInput)};
  }
  EMO_TRY(check_option("min_score", options.min_score, 1));
  EMO_TRY(check_option("iou", options.iou, 1));
  EMO_TRY(check_option("min_face", options.min_face, std::numeric_limits<float>::max()));
  EMO_TRY(vision::check_image(image));
  std::vector<DetectedBox> boxes;
  EMO_TRY(look_at(image, whole(image), options, boxes));
  auto faces = suppress(std::move(boxes), options.iou, kContainment, most_of_a_look(options));
  // What a closer look finds on a face that the first one sees is a part of it, however sure.
  std::vector<DetectedBox> closer;
  if (options.tiles) {
    EMO_ASSIGN(closer, faces_in_tiles(image, options));
  } else if (has_room_for_small_faces(image, options)) {
    EMO_ASSIGN(closer, small_faces(image, options));
  }
  faces = with_apart(std::move(faces), closer, options.iou, kContainment);
  // Last: a larger box of the same face, less sure, would come in its place.
  std::erase_if(faces,
                [&](const DetectedBox& face) { return std::min(face.box.width, face.box.height) < options.min_face; });
  return surest(std::move(faces), options.max_faces);
}

}  // namespace

InputSize detector_input(int width, int height, int longer_side) {
  const double scale = static_cast<double>(longer_side) / std::max(width, height);
  const auto side = [&](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
  return {side(width), side(height)};
}

std::vector<vision::RectF> detector_tiles(int width, int height, int longer_side) {
  constexpr double kOverlap = 0.25;
  constexpr int kMostTiles = 1024;
  std::vector<vision::RectF> tiles;
  for (int side = 2 * longer_side;; side *= 2) {
    if (std::max(width, height) <= side) return tiles;
    const auto count = [&](int extent) {
      return extent <= side ? 1 : 1 + static_cast<int>(std::ceil((extent - side) / (side * (1 - kOverlap))));
    };
    const int columns = count(width), rows = count(height);
    if (static_cast<std::int64_t>(columns) * rows > kMostTiles) continue;
    const auto start = [&](int index, int number, int extent) {
      return number == 1 ? 0.0F
                         : std::round(static_cast<float>(index) * static_cast<float>(extent - side) /
                                      static_cast<float>(number - 1));
    };
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        tiles.push_back({start(c, columns, width), start(r, rows, height), static_cast<float>(std::min(side, width)),
                         static_cast<float>(std::min(side, height))});
      }
    }
    return tiles;
  }
}

Result<std::unique_ptr<FaceDetector>> FaceDetector::open(const std::string& bundle_directory, io::HashCheck check) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(bundle_directory, check));
  if (bundle.manifest.task != io::Task::kDetector) {
    return Error{ErrorCode::kUnsupported, bundle_directory + ": the bundle is not a face detector"};
  }
  EMO_ASSIGN(auto model, models::ImageModel::load(bundle));
  return std::unique_ptr<FaceDetector>(std::make_unique<UltrafaceDetector>(bundle.manifest, std::move(model)));
}

}  // namespace emo::pipeline
