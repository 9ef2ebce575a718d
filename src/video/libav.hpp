// Owners of libav's objects, its errors as ours, and what differs between its versions (FFmpeg 5.1 to 7).
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace emo::video {

struct Release {
  void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
  void operator()(AVFrame* p) const { av_frame_free(&p); }
  void operator()(AVPacket* p) const { av_packet_free(&p); }
};
using Codec = std::unique_ptr<AVCodecContext, Release>;
using Frame = std::unique_ptr<AVFrame, Release>;
using Packet = std::unique_ptr<AVPacket, Release>;

/// Owns a converter, or none.
class Scaler {
 public:
  Scaler() = default;
  Scaler(const Scaler&) = delete;
  Scaler& operator=(const Scaler&) = delete;
  ~Scaler() { sws_freeContext(context); }
  void reset(SwsContext* other) {
    sws_freeContext(context);
    context = other;
  }
  SwsContext* context = nullptr;
};

/// From now on libav prints nothing, and what it complains of is counted where count_complaints says.
void listen_for_complaints();

/// Adds 1 to `count` for each error that `container` complains of in the thread that reads it: some containers jump
/// over damage without any other sign. What decoders complain of is not counted, their status tells it. `count` must
/// live as long as `container`.
void count_complaints(AVFormatContext& container, std::size_t& count);

/// libav's words for `status`.
inline std::string reason(int status) {
  char text[AV_ERROR_MAX_STRING_SIZE] = "";
  return av_strerror(status, text, sizeof text) == 0 ? text : "error " + std::to_string(status);
}

/// EXIF's number, 1 to 8, for the way in which a display matrix turns and mirrors frames. `matrix` as in
/// libavutil/display.h; an angle between quarter turns counts as the nearer, a matrix that flattens frames as none.
int orientation_of(std::span<const std::int32_t, 9> matrix);
/// The same of the matrix of `stream`, 1 without one. `stream` is not const in 5.1.
int orientation_of(AVStream* stream);

/// Whether black and white are the ends of the numbers, as of JPEG, and not 16 and 235 of 255, as of television. Grey
/// that does not say has the ends.
bool is_full_range(const AVFrame& frame);

/// Ticks that a decoded frame is to be shown; 0 if unknown.
std::int64_t duration_of(const AVFrame& frame);

/// Whether a decoded frame is made of no other.
bool is_key_frame(const AVFrame& frame);

}  // namespace emo::video
