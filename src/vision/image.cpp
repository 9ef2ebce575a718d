// Whether an image from outside of the program is one. Everything else that is done with images lies in files of its
// own.
#include "vision/image.hpp"

#include <algorithm>
#include <string>

namespace emo::vision {

Result<void> check_image(const Image& image) {
  const bool shaped = image.width >= 1 && image.height >= 1 && (image.channels == 1 || image.channels == 3);
  if (shaped && image.pixels.size() == image.stride() * static_cast<std::size_t>(image.height)) return {};
  return Error{ErrorCode::kInvalidInput,
               "the image has " + std::to_string(image.width) + " x " + std::to_string(image.height) + " pixels of " +
                   std::to_string(image.channels) + " channels in " + std::to_string(image.pixels.size()) +
                   " bytes, expected at least 1 x 1 of 1 or 3, a byte each"};
}

float shared_area(const RectF& a, const RectF& b) {
  const float width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const float height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

}  // namespace emo::vision
