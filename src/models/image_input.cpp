// Normalisation of pixels, and their mirror image. Resizing and cropping are the vision layer's, and the two are put
// together by pipeline/image_tensor.
#include "models/image_input.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/assert.hpp"

namespace emo::models {
namespace {

// What each of the 256 grey levels becomes: a division for each of them, not for each pixel.
using LevelTable = std::array<float, 256>;

template <class Function>
LevelTable table_of(Function function) {
  LevelTable table;
  for (int level = 0; level < 256; ++level)
    table[static_cast<std::size_t>(level)] = static_cast<float>(function(level));
  return table;
}

}  // namespace

std::size_t image_input_size(const io::ImagePreprocess& preprocess) {
  return static_cast<std::size_t>(preprocess.height * preprocess.width * preprocess.channels);
}

void normalize_image(const io::ImagePreprocess& preprocess, std::span<const std::uint8_t> pixels,
                     std::span<float> out) {
  EMO_ASSERT(pixels.size() == image_input_size(preprocess) && out.size() == pixels.size());
  const auto channels = static_cast<std::size_t>(preprocess.channels);
  if (preprocess.normalization == io::ImageNormalization::kFixed) {
    for (std::size_t c = 0; c < channels; ++c) {
      const LevelTable table =
          table_of([&](int level) { return (level - preprocess.mean[c]) / preprocess.deviation[c]; });
      for (std::size_t i = c; i < pixels.size(); i += channels) out[i] = table[pixels[i]];
    }
    return;
  }
  std::int64_t sum = 0;
  std::int64_t squares = 0;
  for (const std::uint8_t p : pixels) {
    sum += p;
    squares += std::int64_t{p} * p;
  }
  const auto n = static_cast<double>(pixels.size());
  const double mean = static_cast<double>(sum) / n;
  const double variance = std::max(0.0, static_cast<double>(squares) / n - mean * mean);
  const double scale = 1.0 / std::max(std::sqrt(variance), preprocess.epsilon);
  const LevelTable table = table_of([&](int level) { return (level - mean) * scale; });
  for (std::size_t i = 0; i < pixels.size(); ++i) out[i] = table[pixels[i]];
}

void mirror_image(std::span<const float> pixels, std::size_t height, std::size_t width, std::size_t channels,
                  std::span<float> out) {
  EMO_ASSERT(pixels.size() == height * width * channels && out.size() == pixels.size());
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const float* from = pixels.data() + (y * width + x) * channels;
      std::copy_n(from, channels, out.data() + (y * width + width - 1 - x) * channels);
    }
  }
}

}  // namespace emo::models
