// Differences between libav's versions.
#include "video/libav.hpp"

#include <cmath>
#include <cstdint>

namespace emo::video {

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

}  // namespace emo::video
