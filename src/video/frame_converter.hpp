// Decoded frames -> RGB pictures of one size.
#pragma once

#include <array>

#include "video/libav.hpp"
#include "vision/image.hpp"

namespace emo::video {

/// Keeps libswscale's context from frame to frame. Not thread-safe.
class FrameConverter {
 public:
  /// The size of every picture given, with square pixels, before it is turned upright.
  void set_size(int width, int height);
  /// `decoded`, whose pixels are `pixel` in shape (0: square), into `image`: RGB of that size. A frame of another
  /// shape, as where a phone was turned while it filmed, keeps its own between black bars. False where it cannot be
  /// converted.
  bool convert(const AVFrame& decoded, AVRational pixel, vision::Image& image);

 private:
  struct Place {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Place&) const = default;
  };
  [[nodiscard]] Place place_of(const AVFrame& decoded, AVRational pixel) const;
  bool set_up(const AVFrame& decoded, const Place& place);
  bool scale(const AVFrame& decoded, const Place& place, vision::Image& target);

  int width_ = 0, height_ = 0;
  Scaler scaler_;
  std::array<int, 7> setup_{};  // what the scaler was made for
  vision::Image roomy_;
};

}  // namespace emo::video
