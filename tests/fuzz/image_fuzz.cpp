// Any bytes as a picture: refused with a message, or an image whose shape agrees with its header and its pixels.
#include <cstdint>
#include <span>

#include "core/assert.hpp"
#include "vision/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emo::vision;
  const auto file = std::as_bytes(std::span(data, size));
  DecodeOptions options;
  options.limits.max_pixels = 1 << 18;  // large pictures are only slower, not different
  const auto info = probe_image(file, options.limits);
  const auto image = decode_image(file, options);
  if (!image) {
    EMO_ASSERT(!image.error().message.empty());
    return 0;
  }
  EMO_ASSERT(info);
  EMO_ASSERT(image->width == info->width && image->height == info->height);
  EMO_ASSERT(image->channels == 1 || image->channels == 3);
  EMO_ASSERT(image->pixels.size() == image->stride() * static_cast<std::size_t>(image->height));
  options.enough_side = 8;
  const auto reduced = decode_image(file, options);
  if (reduced) EMO_ASSERT(reduced->width <= image->width && reduced->height <= image->height);
  return 0;
}
