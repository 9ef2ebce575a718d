// Measures of light and sharpness. They judge nothing: thresholds belong to who uses them, as pipeline/face_quality
// does for faces. What a picture shows is not measured here.
#include "vision/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "vision/transform.hpp"

namespace emo::vision {

Light measure_light(const Image& image) {
  constexpr std::size_t kDark = 3;
  constexpr std::size_t kBright = 252;
  std::array<std::uint64_t, 256> histogram{};
  for (const auto luma : to_grey(image).pixels) ++histogram[luma];
  double count = 0;
  double sum = 0;
  double squares = 0;
  std::uint64_t dark = 0;
  std::uint64_t bright = 0;
  for (std::size_t value = 0; value < histogram.size(); ++value) {
    const auto n = static_cast<double>(histogram[value]);
    const auto v = static_cast<double>(value);
    count += n;
    sum += n * v;
    squares += n * v * v;
    if (value <= kDark) dark += histogram[value];
    if (value >= kBright) bright += histogram[value];
  }
  Light light;
  light.mean = sum / count;
  light.deviation = std::sqrt(std::max(0.0, squares / count - light.mean * light.mean));
  light.dark_share = static_cast<double>(dark) / count;
  light.bright_share = static_cast<double>(bright) / count;
  return light;
}

double sharpness(const Image& image) {
  const Image grey = to_grey(image);
  if (grey.width < 3 || grey.height < 3) return 0;
  std::int64_t sum = 0;
  std::int64_t squares = 0;
  for (int y = 1; y + 1 < grey.height; ++y) {
    const std::uint8_t* above = grey.row(y - 1);
    const std::uint8_t* here = grey.row(y);
    const std::uint8_t* below = grey.row(y + 1);
    for (int x = 1; x + 1 < grey.width; ++x) {
      const std::int64_t laplacian = above[x] + below[x] + here[x - 1] + here[x + 1] - 4 * here[x];
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const double count = static_cast<double>(grey.width - 2) * static_cast<double>(grey.height - 2);
  const double mean = static_cast<double>(sum) / count;
  return std::max(0.0, static_cast<double>(squares) / count - mean * mean);
}

}  // namespace emo::vision
