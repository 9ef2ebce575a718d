// Where libav's versions differ, and what it complains of: printed nowhere, counted for the container that complains.
// Reading and writing films is reader.cpp's and writer.cpp's.
#include "video/libav.hpp"

#include <array>
#include <cmath>
#include <cstdarg>
#include <cstring>
#include <numbers>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace emo::video {
namespace {

void count_complaint(void* context, int level, const char* /*format*/, va_list /*values*/) {
  if (context == nullptr || level < 0 || level > AV_LOG_ERROR) return;
  // Whatever complains begins with a pointer to its class.
  if (*static_cast<const AVClass* const*>(context) != avformat_get_class()) return;
  if (void* count = static_cast<const AVFormatContext*>(context)->opaque) ++*static_cast<std::size_t*>(count);
}

}  // namespace

void listen_for_complaints() {
  av_log_set_callback(count_complaint);
}

void count_complaints(AVFormatContext& container, std::size_t& count) {
  container.opaque = &count;
}

int orientation_of(std::span<const std::int32_t, 9> matrix) {
  // The pixel stored at (p, q) is shown at (a p + c q, b p + d q).
  const double a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
  const double across = std::hypot(a, c), down = std::hypot(b, d);
  const double determinant = a * d - b * c;
  if (determinant == 0) return 1;
  // A mirror image is one flipped left to right, which turns the first axis round, and then turned.
  const bool mirrored = determinant < 0;
  const double sign = mirrored ? -1 : 1;
  constexpr double kQuarter = std::numbers::pi / 2;
  const auto quarters = std::lround(std::atan2(sign * b / down, sign * a / across) / kQuarter);
  constexpr std::array<int, 4> kTurned = {1, 6, 3, 8}, kMirroredAndTurned = {2, 7, 4, 5};
  const auto index = static_cast<std::size_t>((quarters + 4) % 4);
  return mirrored ? kMirroredAndTurned[index] : kTurned[index];
}

int orientation_of(AVStream* stream) {
  const std::uint8_t* data = nullptr;
  std::size_t size = 0;
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
  const AVCodecParameters& parameters = *stream->codecpar;
  if (const AVPacketSideData* side = av_packet_side_data_get(parameters.coded_side_data, parameters.nb_coded_side_data,
                                                             AV_PKT_DATA_DISPLAYMATRIX)) {
    data = side->data;
    size = side->size;
  }
#else
  data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
#endif
  std::array<std::int32_t, 9> matrix{};
  if (data == nullptr || size < sizeof matrix) return 1;
  std::memcpy(matrix.data(), data, sizeof matrix);
  return orientation_of(matrix);
}

bool is_full_range(const AVFrame& frame) {
  switch (frame.format) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ444P:
      return true;
    default:
      break;
  }
  if (frame.color_range != AVCOL_RANGE_UNSPECIFIED) return frame.color_range == AVCOL_RANGE_JPEG;
  constexpr int kMostOfGrey = 2;  // grey and alpha
  const AVPixFmtDescriptor* kind = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
  return kind != nullptr && kind->nb_components <= kMostOfGrey;
}

std::int64_t duration_of(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 30, 100)
  return frame.duration;
#else
  return frame.pkt_duration;
#endif
}

bool is_key_frame(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
  return (frame.flags & AV_FRAME_FLAG_KEY) != 0;
#else
  return frame.key_frame != 0;
#endif
}

}  // namespace emo::video
