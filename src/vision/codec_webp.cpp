// WebP by libwebp: lossy, lossless, and the first frame of an animation on a white canvas. Later frames are not looked
// at, and nothing here writes WebP.
#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

struct Demuxer {
  explicit Demuxer(Bytes file) {
    const WebPData data{reinterpret_cast<const std::uint8_t*>(file.data()), file.size()};
    demuxer = WebPDemux(&data);
  }
  Demuxer(const Demuxer&) = delete;
  Demuxer& operator=(const Demuxer&) = delete;
  ~Demuxer() {
    WebPDemuxReleaseChunkIterator(&chunk);
    WebPDemuxReleaseIterator(&frame);
    WebPDemuxDelete(demuxer);
  }

  WebPDemuxer* demuxer = nullptr;
  WebPChunkIterator chunk{};
  WebPIterator frame{};
};

Error failed(Bytes file) {
  constexpr std::size_t kRiffHeader = 8;
  const std::size_t announced = std::size_t{little_endian(file, 4, 4)} + kRiffHeader;
  if (announced > file.size()) {
    return damaged(ImageFormat::kWebp, "truncated: the header announces " + std::to_string(announced) +
                                           " bytes, there are " + std::to_string(file.size()));
  }
  return damaged(ImageFormat::kWebp, "damaged: libwebp cannot read it");
}

int orientation(Demuxer& demuxer) {
  if (WebPDemuxGetChunk(demuxer.demuxer, "EXIF", 1, &demuxer.chunk) == 0) return 1;
  return exif_orientation(std::as_bytes(std::span(demuxer.chunk.chunk.bytes, demuxer.chunk.chunk.size)));
}

}  // namespace

Result<ImageInfo> probe_webp(Bytes file) {
  Demuxer demuxer(file);
  if (demuxer.demuxer == nullptr) return failed(file);
  const std::uint32_t width = WebPDemuxGetI(demuxer.demuxer, WEBP_FF_CANVAS_WIDTH);
  const std::uint32_t height = WebPDemuxGetI(demuxer.demuxer, WEBP_FF_CANVAS_HEIGHT);
  constexpr std::uint32_t kMax = std::numeric_limits<int>::max();
  if (width > kMax || height > kMax) return failed(file);
  ImageInfo info;
  info.width = static_cast<int>(width);
  info.height = static_cast<int>(height);
  info.orientation = orientation(demuxer);
  return info;
}

Result<Image> decode_webp(Bytes file, const ImageInfo& info) {
  Demuxer demuxer(file);
  if (demuxer.demuxer == nullptr || WebPDemuxGetFrame(demuxer.demuxer, 1, &demuxer.frame) == 0) return failed(file);
  const WebPIterator& frame = demuxer.frame;
  if (frame.width < 1 || frame.height < 1 || frame.x_offset < 0 || frame.y_offset < 0 ||
      frame.width > info.width - frame.x_offset || frame.height > info.height - frame.y_offset) {
    return damaged(ImageFormat::kWebp, "damaged: the first frame lies outside of the canvas");
  }
  const auto width = static_cast<std::size_t>(frame.width);
  const auto height = static_cast<std::size_t>(frame.height);
  const auto& data = frame.fragment;
  const bool whole = frame.width == info.width && frame.height == info.height;
  if (whole && frame.has_alpha == 0) {
    Image image(info.width, info.height, 3);
    if (WebPDecodeRGBInto(data.bytes, data.size, image.pixels.data(), image.pixels.size(),
                          static_cast<int>(image.stride())) == nullptr) {
      return failed(file);
    }
    return image;
  }
  std::vector<std::uint8_t> pixels(width * height * 4);
  if (WebPDecodeRGBAInto(data.bytes, data.size, pixels.data(), pixels.size(), static_cast<int>(width * 4)) == nullptr) {
    return failed(file);
  }
  Image picture = over_white(pixels.data(), frame.width, frame.height, 4);
  if (whole) return picture;
  Image canvas(info.width, info.height, 3);
  std::fill(canvas.pixels.begin(), canvas.pixels.end(), std::uint8_t{255});
  for (int y = 0; y < picture.height; ++y) {
    std::copy_n(picture.row(y), picture.stride(), canvas.row(y + frame.y_offset) + std::ptrdiff_t{frame.x_offset} * 3);
  }
  return canvas;
}

}  // namespace emo::vision
