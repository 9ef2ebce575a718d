// libswscale: one step for size and colours. Which colours a stream means is asked here, how it is to be turned is the
// reader's.
#include "video/frame_converter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "vision/pixel_shape.hpp"

namespace emo::video {
namespace {

using vision::Image;

// A multiple of the blocks in which any version of libswscale writes pixels (16 in 5.1).
constexpr int kPixelsAtOnce = 64;
constexpr std::size_t kChannels = 3;

// Streams that do not say follow the old rule: BT.601 for standard definition, BT.709 above.
int colour_matrix(const AVFrame& decoded) {
  constexpr int kHighDefinition = 720;
  if (decoded.colorspace != AVCOL_SPC_UNSPECIFIED) return decoded.colorspace;
  return decoded.height >= kHighDefinition ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
}

}  // namespace

void FrameConverter::set_size(int width, int height) {
  width_ = width;
  height_ = height;
}

// A shape that differs by less than a pixel is the same.
FrameConverter::Place FrameConverter::place_of(const AVFrame& decoded, AVRational pixel) const {
  const double width = vision::square_pixel_width(decoded.width, pixel.num, pixel.den);
  const double scale = std::min(width_ / width, static_cast<double>(height_) / decoded.height);
  const int fit_width = std::clamp(static_cast<int>(std::lround(width * scale)), 1, width_);
  const int fit_height = std::clamp(static_cast<int>(std::lround(decoded.height * scale)), 1, height_);
  if (width_ - fit_width <= 1 && height_ - fit_height <= 1) return {0, 0, width_, height_};
  return {(width_ - fit_width) / 2, (height_ - fit_height) / 2, fit_width, fit_height};
}

// Not sws_getCachedContext: it compares with formats and flags that a context has changed for itself, finds others at
// every picture, and what it then makes has lost its colours.
bool FrameConverter::set_up(const AVFrame& decoded, const Place& place) {
  const int matrix = colour_matrix(decoded), full = is_full_range(decoded) ? 1 : 0;
  const std::array<int, 7> setup = {decoded.width, decoded.height, decoded.format, matrix,
                                    full,          place.width,    place.height};
  if (setup == setup_ && scaler_.context != nullptr) return true;
  scaler_.reset(sws_getContext(decoded.width, decoded.height, static_cast<AVPixelFormat>(decoded.format), place.width,
                               place.height, AV_PIX_FMT_RGB24, SWS_BILINEAR, nullptr, nullptr, nullptr));
  if (scaler_.context == nullptr) return false;
  constexpr int kUnit = 1 << 16;
  sws_setColorspaceDetails(scaler_.context, sws_getCoefficients(matrix), full, sws_getCoefficients(SWS_CS_DEFAULT), 1,
                           0, kUnit, kUnit);
  setup_ = setup;
  return true;
}

bool FrameConverter::scale(const AVFrame& decoded, const Place& place, Image& target) {
  std::uint8_t* const rows[] = {target.pixels.data()};
  const int strides[] = {static_cast<int>(target.stride())};
  return sws_scale(scaler_.context, decoded.data, decoded.linesize, 0, decoded.height, rows, strides) == place.height;
}

bool FrameConverter::convert(const AVFrame& decoded, AVRational pixel, Image& image) {
  if (decoded.width < 1 || decoded.height < 1) return false;
  const Place place = place_of(decoded, pixel);
  const bool whole = place == Place{0, 0, width_, height_};
  if (!set_up(decoded, place)) return false;
  if (image.width != width_ || image.height != height_ || image.channels != 3) image = Image(width_, height_, 3);
  if (whole && width_ % kPixelsAtOnce == 0) return scale(decoded, place, image);
  // libswscale fills whole blocks of pixels, also where a row ends within one: ours have no room for that.
  const int width = (place.width + kPixelsAtOnce - 1) / kPixelsAtOnce * kPixelsAtOnce;
  if (roomy_.width != width || roomy_.height != place.height) roomy_ = Image(width, place.height, 3);
  if (!scale(decoded, place, roomy_)) return false;
  if (!whole) std::fill(image.pixels.begin(), image.pixels.end(), std::uint8_t{0});
  for (int y = 0; y < place.height; ++y) {
    std::copy_n(roomy_.row(y), kChannels * static_cast<std::size_t>(place.width),
                image.row(place.y + y) + kChannels * static_cast<std::size_t>(place.x));
  }
  return true;
}

}  // namespace emo::video
