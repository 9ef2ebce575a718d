// What several formats share: the EXIF orientation and laying transparency over white. Of EXIF nothing else is read,
// and turning the picture upright is transform.cpp's, asked for by decode.cpp.
#include <string_view>

#include "vision/codecs.hpp"

namespace emo::vision {

int exif_orientation(Bytes exif) {
  using namespace std::string_view_literals;
  constexpr auto kPrefix = "Exif\0\0"sv;
  const Bytes tiff = starts_with(exif, kPrefix) ? exif.subspan(kPrefix.size()) : exif;
  const bool little = starts_with(tiff, "II");
  if (!little && !starts_with(tiff, "MM")) return 1;
  const auto number = [&](std::size_t offset, std::size_t size) {
    return little ? little_endian(tiff, offset, size) : big_endian(tiff, offset, size);
  };
  constexpr std::uint32_t kTiff = 42;
  constexpr std::size_t kEntryBytes = 12;
  constexpr std::uint32_t kOrientation = 0x0112;
  constexpr std::uint32_t kShort = 3;
  if (number(2, 2) != kTiff) return 1;
  const std::size_t directory = number(4, 4);
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    if (slice(tiff, entry, kEntryBytes).size() < kEntryBytes) return 1;
    if (number(entry, 2) != kOrientation || number(entry + 2, 2) != kShort) continue;
    const std::uint32_t value = number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

Image over_white(const std::uint8_t* pixels, int width, int height, int channels) {
  Image out(width, height, channels - 1);
  const std::uint8_t* in = pixels;
  std::uint8_t* to = out.pixels.data();
  for (std::size_t i = 0; i < static_cast<std::size_t>(width) * static_cast<std::size_t>(height); ++i) {
    const std::uint32_t alpha = in[channels - 1];
    for (int c = 0; c + 1 < channels; ++c) {
      *to++ = static_cast<std::uint8_t>((in[c] * alpha + 255U * (255U - alpha) + 127U) / 255U);
    }
    in += channels;
  }
  return out;
}

}  // namespace emo::vision
