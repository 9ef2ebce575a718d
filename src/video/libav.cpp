// Where libav's versions differ, and what it complains of: printed nowhere, counted for the container that complains.
// Reading and writing films is reader.cpp's and writer.cpp's.
#include "video/libav.hpp"

#include <cmath>
#include <cstdarg>
#include <cstdint>

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

int rotation_of(AVStream* stream) {
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
  if (data == nullptr || size < 9 * sizeof(std::int32_t)) return 0;
  const double anticlockwise = av_display_rotation_get(reinterpret_cast<const std::int32_t*>(data));
  if (!std::isfinite(anticlockwise)) return 0;
  const int quarters = static_cast<int>(std::lround(-anticlockwise / 90.0));
  return ((quarters % 4) + 4) % 4 * 90;
}

std::int64_t duration_of(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 30, 100)
  return frame.duration;
#else
  return frame.pkt_duration;
#endif
}

}  // namespace emo::video
