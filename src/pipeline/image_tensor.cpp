// Face crops and network inputs as a manifest describes them. Resampling is vision's, normalisation models'; where the
// faces are, others have found out. Training makes its random views itself (train/image_augment).
#include "pipeline/image_tensor.hpp"

#include <algorithm>
#include <span>

#include "core/assert.hpp"
#include "models/image_input.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

vision::Image in_channels(const vision::Image& image, std::int64_t channels) {
  return channels == 1 ? vision::to_grey(image) : vision::to_rgb(image);
}

}  // namespace

void append_image_tensor(const vision::Image& image, const io::ImagePreprocess& preprocess, std::vector<float>& out) {
  EMO_ASSERT(image.channels == preprocess.channels);
  io::ImagePreprocess sized = preprocess;
  sized.height = image.height;
  sized.width = image.width;
  const std::size_t begin = out.size();
  out.resize(begin + image.pixels.size());
  models::normalize_image(sized, image.pixels, std::span(out).subspan(begin));
}

std::vector<float> image_tensor(const vision::Image& image, const io::ImagePreprocess& preprocess) {
  std::vector<float> out;
  append_image_tensor(image, preprocess, out);
  return out;
}

vision::RectF crop_square(const vision::RectF& box, double margin) {
  const float side = static_cast<float>(margin) * std::max(box.width, box.height);
  return {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side};
}

vision::Image face_crop(const vision::Image& image, const vision::RectF& box, const io::ImagePreprocess& preprocess,
                        double tilt) {
  return in_channels(vision::crop_turned(image, crop_square(box, preprocess.margin), tilt,
                                         static_cast<int>(preprocess.width), static_cast<int>(preprocess.height)),
                     preprocess.channels);
}

vision::Image whole_as_face(const vision::Image& image, const io::ImagePreprocess& preprocess, double tilt) {
  return middle_as_face(image, 1, preprocess, tilt);
}

vision::Image middle_as_face(const vision::Image& image, double share, const io::ImagePreprocess& preprocess,
                             double tilt) {
  const auto width = static_cast<float>(share * image.width), height = static_cast<float>(share * image.height);
  const vision::RectF middle{(static_cast<float>(image.width) - width) / 2,
                             (static_cast<float>(image.height) - height) / 2, width, height};
  return in_channels(
      vision::crop_turned(image, middle, tilt, static_cast<int>(preprocess.width), static_cast<int>(preprocess.height)),
      preprocess.channels);
}

}  // namespace emo::pipeline
